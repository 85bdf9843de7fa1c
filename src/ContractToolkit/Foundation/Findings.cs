namespace ContractToolkit;

/// <summary>How much a finding weighs.</summary>
public enum FindingLevel
{
    /// <summary>Good to know; never fails a run by itself.</summary>
    Info,

    /// <summary>Odd, or harmful in some settings.</summary>
    Warning,

    /// <summary>A rule is broken: a breaking change, a violated contract, a document that cannot be used.</summary>
    Error,
}

/// <summary>A place in a document that the user wrote.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Pointer">The JSON pointer (RFC 6901) of the element within that file.</param>
/// <param name="Position">Line and column of the element.</param>
public sealed record DocumentPlace(string File, string Pointer, SourcePosition Position)
{
    /// <inheritdoc/>
    public override string ToString() => (Position.IsKnown ? $"{File}:{Position} {Pointer}" : $"{File} {Pointer}").TrimEnd();
}

/// <summary>A place in an instance: a request, a response, or a JSON file.</summary>
/// <param name="Pointer">The JSON pointer (RFC 6901) of the value within the instance.</param>
/// <param name="Offset">The offset of the value in bytes; -1 where it is unknown.</param>
/// <param name="Position">Line and column of the value.</param>
public sealed record InstancePlace(string Pointer, long Offset = -1, SourcePosition Position = default);

/// <summary>
/// One thing that a part of the toolkit has to say, in the one shape that reader, generator, runner, mock, proxy, diff and drift share.
/// </summary>
public sealed record Finding
{
    /// <summary>The stable id of the rule, such as <c>CT1003</c> or <c>response-body</c>; each id has a documentation page.</summary>
    public required string Id { get; init; }

    /// <summary>How much it weighs.</summary>
    public required FindingLevel Level { get; init; }

    /// <summary>One sentence for a person: what is wrong, what was expected, what was found.</summary>
    public required string Message { get; init; }

    /// <summary>The operation concerned, as <c>METHOD /path</c>; null where none is.</summary>
    public string? Operation { get; init; }

    /// <summary>Where in the contract.</summary>
    public DocumentPlace? Document { get; init; }

    /// <summary>Where in the older contract, for comparisons of two.</summary>
    public DocumentPlace? BaseDocument { get; init; }

    /// <summary>Where in the instance.</summary>
    public InstancePlace? Instance { get; init; }

    /// <summary>What findings of one cause share, such as the JSON pointer of the schema that is broken.</summary>
    public string? Cause { get; init; }

    /// <summary>Proof, such as a response excerpt, a witness value or a <c>curl</c> line; redacted.</summary>
    public EquatableArray<Evidence> Evidence { get; init; }

    /// <summary>What to do about it, where that is known.</summary>
    public string? Remedy { get; init; }
}

/// <summary>A piece of proof that goes with a finding.</summary>
/// <param name="Kind">What it is, such as <c>curl</c>, <c>response</c>, <c>witness</c>.</param>
/// <param name="Text">The text, free of secrets.</param>
public sealed record Evidence(string Kind, string Text);
