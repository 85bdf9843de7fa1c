namespace ContractToolkit.Json;

/// <summary>What was seen in a string while its end was looked for.</summary>
[Flags]
public enum JsonStringTraits : byte
{
    /// <summary>Nothing but unescaped ASCII: the bytes are the text.</summary>
    None = 0,

    /// <summary>At least one escape sequence.</summary>
    Escaped = 1,

    /// <summary>At least one character beyond ASCII that is not escaped.</summary>
    NonAscii = 2,

    /// <summary>An escaped surrogate without its other half.</summary>
    LoneSurrogate = 4,
}
