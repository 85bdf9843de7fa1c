namespace ContractToolkit.Diff;

/// <summary>One change between two contracts, reported once however many operations it reaches.</summary>
public sealed record Change
{
    /// <summary>The rule that it was found by.</summary>
    public required DiffRule Rule { get; init; }

    /// <summary>The stable id of the rule.</summary>
    public string RuleId => Rule.Id;

    /// <summary>Breaking (<see cref="FindingLevel.Error"/>), doubtful or harmless; the rule's level unless the comparison knows better.</summary>
    public required FindingLevel Level { get; init; }

    /// <summary>Which way the changed values travel.</summary>
    public Travel Direction { get; init; }

    /// <summary>The operations that it reaches, as <c>METHOD /path</c>, in the order of the newer contract.</summary>
    public EquatableArray<string> Operations { get; init; }

    /// <summary>The place in the older document; null for what was added.</summary>
    public DocumentPlace? OldPlace { get; init; }

    /// <summary>The place in the newer document; null for what was removed.</summary>
    public DocumentPlace? NewPlace { get; init; }

    /// <summary>What changed, for a person.</summary>
    public required string Sentence { get; init; }

    /// <summary>A value, as JSON, that the sender may send and the receiver rejects; null where the change is not about values.</summary>
    public string? Witness { get; init; }

    /// <summary>Whether the sets of values could not be compared, so that it is a warning.</summary>
    public bool Undecided { get; init; }

    /// <summary>What changes of one cause share: the JSON pointer of the element that was edited.</summary>
    public string? Cause { get; init; }

    /// <summary>The member of an object that it is about, where <see cref="Cause"/> names the object's keyword only; null elsewhere.</summary>
    public string? Member { get; init; }

    /// <summary>What the same edit does to values that travel the other way, where it was compared both ways; never graver than this one. Null elsewhere.</summary>
    public Change? Also { get; init; }

    /// <summary>This change and <see cref="Also"/>: what the edit does, each way apart.</summary>
    public IEnumerable<Change> EachWay => Also is null ? [this] : [this, Also];

    /// <summary>The change as a finding of the model that all parts share.</summary>
    public Finding ToFinding() => new()
    {
        Id = RuleId,
        Level = Level,
        Message = Sentence,
        Operation = Operations.IsEmpty ? null : Reach(),
        Document = NewPlace,
        BaseDocument = OldPlace,
        Cause = Cause,
        Evidence = [.. Witness is null ? (Evidence[])[] : [new("witness", Witness)], .. Also is null ? (Evidence[])[] : [new("also", Also.InShort())]],
    };

    private string InShort() => $"{RuleId} ({Level.ToString().ToLowerInvariant()}){(Operations.IsEmpty ? "" : " in " + Reach())}";

    private string Reach() => Operations.Count == 1 ? Operations[0] : $"{Operations[0]} and {Operations.Count - 1} more";
}
