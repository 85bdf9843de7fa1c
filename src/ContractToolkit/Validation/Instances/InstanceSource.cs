namespace ContractToolkit.Validation;

/// <summary>Where instances come from.</summary>
/// <param name="Name">As findings show it.</param>
/// <param name="Open">Opens the bytes; called once.</param>
/// <param name="IsLines">Whether each line is an instance (NDJSON); else the whole is one.</param>
public sealed record InstanceSource(string Name, Func<Stream> Open, bool IsLines);

/// <summary>An instance that there is something to say about.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Line">The line in the source that the instance starts at, counted from 1.</param>
/// <param name="Offset">The offset of the instance in the source, in bytes.</param>
/// <param name="IsValid">Whether it conforms nevertheless: then some name stands twice in an object.</param>
/// <param name="Violations">What is wrong; lines, columns and offsets are those of the source.</param>
public sealed record JudgedInstance(string Source, long Line, long Offset, bool IsValid, IReadOnlyList<Violation> Violations)
{
    /// <summary>Whether it was not judged: it is nested too deeply, or has more values than are judged as one.</summary>
    public bool IsBeyondLimits => Violations.Any(violation => violation.Keyword == MalformedText.Limit);
}

/// <summary>How far a validation has come.</summary>
/// <param name="Instances">The instances judged.</param>
/// <param name="Invalid">How many of them do not conform.</param>
/// <param name="Repeating">How many conform, but have an object with a name that stands twice.</param>
/// <param name="Bytes">Their size.</param>
public readonly record struct InstanceCounts(long Instances, long Invalid, long Repeating, long Bytes);
