namespace ContractToolkit.Json;

/// <content>Values of members that may be absent and null: where generated code reads one, it is there.</content>
public ref partial struct JsonCursor
{
    /// <summary>Reads a string or null.</summary>
    public Optional<string?> ReadOptionalString() => new(TryReadNull() ? null : ReadString());

    /// <summary>Reads a value of a generated class or null.</summary>
    public Optional<T?> ReadOptional<T>()
        where T : class, IJsonCodec<T> => new(TryReadNull() ? null : Read<T>());

    /// <summary>Reads a value of a generated struct or null.</summary>
    public Optional<T?> ReadOptionalValue<T>()
        where T : struct, IJsonCodec<T> => new(TryReadNull() ? null : Read<T>());
}
