namespace ContractToolkit.Json;

/// <summary>What makes a text no JSON (RFC 8259), or more than the reader's limits allow.</summary>
public enum JsonFaultKind : byte
{
    /// <summary>No fault.</summary>
    None,

    /// <summary>The text ends inside a value.</summary>
    UnexpectedEnd,

    /// <summary>A byte stands where the grammar does not allow it.</summary>
    UnexpectedByte,

    /// <summary>Something other than white space follows the value.</summary>
    TrailingData,

    /// <summary>Neither <c>true</c>, <c>false</c> nor <c>null</c>.</summary>
    InvalidLiteral,

    /// <summary>A number that the grammar does not allow, such as <c>01</c>, <c>1.</c> or <c>+1</c>.</summary>
    InvalidNumber,

    /// <summary>An escape that the grammar does not allow, such as <c>\x</c> or <c>\u12</c>.</summary>
    InvalidEscape,

    /// <summary>A control character that stands in a string without an escape.</summary>
    ControlCharacter,

    /// <summary>Bytes that are no UTF-8.</summary>
    InvalidUtf8,

    /// <summary>An escaped surrogate without its other half: the grammar allows it, but it stands for no text.</summary>
    LoneSurrogate,

    /// <summary>The nesting is deeper than the limit.</summary>
    TooDeep,

    /// <summary>There are more values than the limit.</summary>
    TooLarge,

    /// <summary>A member that stands twice in its object.</summary>
    DuplicateName,
}

/// <summary>A fault and where it is.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">The offset of the offending byte.</param>
public readonly record struct JsonFault(JsonFaultKind Kind, int Offset)
{
    /// <summary>A sentence for a person.</summary>
    public string Message => Kind switch
    {
        JsonFaultKind.None => "well-formed JSON",
        JsonFaultKind.UnexpectedEnd => "the JSON text ends inside a value",
        JsonFaultKind.UnexpectedByte => "this character cannot stand here in JSON",
        JsonFaultKind.TrailingData => "something follows the end of the JSON value",
        JsonFaultKind.InvalidLiteral => "expected a JSON value; a bare word can only be true, false or null",
        JsonFaultKind.InvalidNumber => "not a JSON number",
        JsonFaultKind.InvalidEscape => "not a JSON escape sequence",
        JsonFaultKind.ControlCharacter => "a control character in a JSON string must be escaped",
        JsonFaultKind.InvalidUtf8 => "these bytes are not UTF-8",
        JsonFaultKind.LoneSurrogate => "an escaped surrogate without its other half is no text",
        JsonFaultKind.TooDeep => "nested too deeply",
        JsonFaultKind.TooLarge => "too many values to check",
        JsonFaultKind.DuplicateName => "this member stands twice in its object",
        _ => Kind.ToString(),
    };
}
