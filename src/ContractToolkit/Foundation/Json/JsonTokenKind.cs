namespace ContractToolkit.Json;

/// <summary>The kinds of token that <see cref="JsonTokenizer"/> tells apart.</summary>
public enum JsonTokenKind : byte
{
    /// <summary>Nothing has been read yet.</summary>
    None,

    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>false</c>.</summary>
    False,

    /// <summary><c>true</c>.</summary>
    True,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string that is a value.</summary>
    String,

    /// <summary>A string that names the member whose value follows.</summary>
    PropertyName,

    /// <summary><c>{</c>.</summary>
    StartObject,

    /// <summary><c>}</c>.</summary>
    EndObject,

    /// <summary><c>[</c>.</summary>
    StartArray,

    /// <summary><c>]</c>.</summary>
    EndArray,

    /// <summary>The text has ended after its one value.</summary>
    EndOfText,
}
