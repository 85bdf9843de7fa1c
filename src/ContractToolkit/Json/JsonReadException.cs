namespace ContractToolkit.Json;

/// <summary>JSON that is not well-formed, or a value that does not fit its type.</summary>
public sealed class JsonReadException : FormatException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="problem">What is wrong, without the place.</param>
    /// <param name="pointer">The JSON pointer of the value.</param>
    /// <param name="offset">The offset of the value in bytes.</param>
    public JsonReadException(string problem, string pointer, long offset)
        : base($"{(pointer.Length == 0 ? "The value" : pointer)}: {problem}")
    {
        Problem = problem;
        Pointer = pointer;
        Offset = offset;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; }

    /// <summary>The JSON pointer (RFC 6901) of the value that does not fit; empty for the whole.</summary>
    public string Pointer { get; }

    /// <summary>The offset of the value in bytes.</summary>
    public long Offset { get; }
}
