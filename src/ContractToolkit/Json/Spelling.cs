namespace ContractToolkit.Json;

/// <summary>The original text of a value.</summary>
internal static class Spelling
{
    /// <summary>Whether the text still stands for the value, which may have been replaced since it was read.</summary>
    public static bool StandsFor<T, TCodec>(JsonValue spelling, T value)
        where TCodec : IJsonCodec<T>
    {
        var json = new JsonCursor(spelling.Utf8);
        T read = TCodec.Read(ref json);

        // Arrays are compared by reference otherwise.
        return read is byte[] bytes ? value is byte[] others && bytes.AsSpan().SequenceEqual(others) : EqualityComparer<T>.Default.Equals(read, value);
    }
}
