namespace ContractToolkit.Json;

/// <summary>A value that is one of several types; the base of generated unions.</summary>
/// <typeparam name="TSelf">The union.</typeparam>
public abstract record JsonUnion<TSelf> : JsonModel<TSelf>
    where TSelf : JsonUnion<TSelf>, IJsonModel<TSelf>
{
    /// <summary>Makes a value of a case.</summary>
    /// <param name="tag">The index of the case; -1 for a value that belongs to none.</param>
    /// <param name="content">The value.</param>
    protected JsonUnion(int tag, object content)
    {
        Tag = tag;
        Content = content;
    }

    /// <summary>The index of the case, in the order of the document; -1 for a value that belongs to none of them.</summary>
    public int Tag { get; }

    /// <summary>The value, of whichever case it is; a <see cref="JsonValue"/> where it belongs to none.</summary>
    public object Content { get; }

    /// <inheritdoc/>
    public override void WriteTo(JsonWriter writer)
    {
        switch (Content)
        {
            case IJsonWritable value: value.WriteTo(writer); break;
            case string text: StringCodec.Write(writer, text); break;
            case JsonValue unknown: unknown.WriteTo(writer); break;
            case bool flag: BooleanCodec.Write(writer, flag); break;
            case int number: Int32Codec.Write(writer, number); break;
            case long number: Int64Codec.Write(writer, number); break;
            case double number: DoubleCodec.Write(writer, number); break;
            default: throw new NotSupportedException("A union writes values of " + Content.GetType() + " only by code of its own.");
        }
    }

    /// <summary>Whether the value belongs to one of the cases that the contract knows.</summary>
    public bool IsKnown => Tag >= 0;

    /// <summary>The raw JSON of a value that belongs to no case; null where it belongs to one.</summary>
    public JsonValue? AsUnknown => Tag < 0 ? (JsonValue)Content : null;
}
