namespace ContractToolkit.OpenApi;

/// <summary>The six kinds of JSON value.</summary>
public enum JsonKind
{
    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string.</summary>
    String,

    /// <summary>An array.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,
}

/// <summary>A JSON value taken from a document: an example, a default, a constant, an extension.</summary>
/// <param name="Kind">The kind of the value.</param>
/// <param name="Text">The value as compact JSON: no white space, members in document order, numbers as written,
/// strings with the fewest escapes.</param>
public sealed record JsonLiteral(JsonKind Kind, string Text)
{
    /// <summary>The literal <c>null</c>.</summary>
    public static JsonLiteral Null { get; } = new(JsonKind.Null, "null");

    /// <inheritdoc/>
    public override string ToString() => Text;
}
