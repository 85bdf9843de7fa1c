using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>
/// A compiled set of schemas, run over UTF-8 JSON. Loading is cheap: a schema is decoded when an instance first needs it. A plan may be used by
/// any number of threads at once.
/// </summary>
public sealed class ValidationPlan
{
    /// <summary>The deepest nesting of an instance that is followed.</summary>
    public const int MaxDepth = 1000;

    private readonly NodeStore nodes;
    private readonly SchemaTests? tests;
    private readonly ReadingChecks reading;

    /// <summary>Makes a plan ready to run.</summary>
    /// <param name="data">The plan.</param>
    public ValidationPlan(PlanData data)
        : this(data, null)
    {
    }

    /// <summary>Makes a plan ready whose verdicts emitted code gives, as far as there is any.</summary>
    /// <param name="data">The plan.</param>
    /// <param name="emitted">The emitted code of a schema by its index; null for none.</param>
    internal ValidationPlan(PlanData data, Func<int, SchemaTest?>? emitted)
    {
        Data = data;
        nodes = new(data);
        tests = emitted is null ? null : new(emitted, data);
        reading = new(nodes, tests);
    }

    /// <summary>The plan as plain data.</summary>
    public PlanData Data { get; }

    /// <summary>The number of entry schemas.</summary>
    public int EntryCount => Data.Entries.Count;

    /// <summary>Loads a plan from its compact form, such as generated code embeds as a UTF-8 literal.</summary>
    /// <exception cref="FormatException">The data is no plan of this version.</exception>
    public static ValidationPlan Load(ReadOnlySpan<byte> compact) => new(PlanData.Load(compact.ToArray()));

    /// <summary>The compact form.</summary>
    public byte[] ToCompact() => (byte[])Data.Compact.Clone();

    /// <summary>Whether the instance is well-formed JSON that the entry schema accepts. Allocates nothing on the valid path.</summary>
    /// <param name="utf8">The instance, without a byte-order mark.</param>
    /// <param name="entry">The entry schema, counted from 0 in the order of compilation.</param>
    /// <param name="direction">Which way the instance travels.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public bool IsValid(ReadOnlySpan<byte> utf8, int entry = 0, Direction direction = Direction.None)
    {
        Node node = EntryNode(entry);
        if (tests?.Accepts(utf8, entry, direction) is { } verdict) return verdict;
        Scratch scratch = Scratch.Take();
        try
        {
            return IsValid(utf8, node, direction, scratch);
        }
        finally
        {
            Scratch.Return(scratch);
        }
    }

    /// <summary>As the other, and whether some object of a valid instance has a name that stands twice.</summary>
    internal bool IsValid(ReadOnlySpan<byte> utf8, int entry, Direction direction, out bool repeats)
    {
        Scratch scratch = Scratch.Take();
        try
        {
            bool valid = IsValid(utf8, EntryNode(entry), direction, scratch);
            repeats = valid && RepeatedNames.Any(utf8, scratch);
            return valid;
        }
        finally
        {
            Scratch.Return(scratch);
        }
    }

    /// <summary>Everything that is wrong with the instance, at most <paramref name="limit"/> violations; empty where it is valid.</summary>
    /// <param name="utf8">The instance, without a byte-order mark.</param>
    /// <param name="entry">The entry schema, counted from 0 in the order of compilation.</param>
    /// <param name="direction">Which way the instance travels.</param>
    /// <param name="limit">The greatest number of violations to report.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public IReadOnlyList<Violation> Validate(
        ReadOnlySpan<byte> utf8, int entry = 0, Direction direction = Direction.None, int limit = 100)
    {
        Node node = EntryNode(entry);
        if (tests?.Accepts(utf8, entry, direction) == true) return [];
        Scratch scratch = Scratch.Take();
        try
        {
            if (!scratch.Tape.Read(utf8, MaxDepth, out JsonFault fault)) return [MalformedText.Describe(utf8, fault)];
            Evaluator evaluator = new(utf8, scratch, nodes, direction);
            if (evaluator.Evaluate(node, 0, Evaluator.NoMarks) && evaluator.Obstacle == Obstacle.None) return [];
            return Explainer.Explain(utf8, scratch, nodes, direction, node, Data.Entries[entry].Pointer, Math.Max(1, limit));
        }
        finally
        {
            Scratch.Return(scratch);
        }
    }

    /// <summary>What an entry schema asks of a value while it is read.</summary>
    internal ValueCheck Reading(int entry) => reading.For(Data.Entries[entry].Schema);

    /// <summary>The checks of one schema of the plan, for emitted validators.</summary>
    public SchemaChecks Checks(int schema) => new(nodes[schema], nodes);

    /// <summary>What tells the branches of a choice apart, given as indexes into the plan, for emitted validators.</summary>
    public BranchTable Branches(params int[] branches) => new(nodes.MembersOf(EquatableArray.Wrap(branches)));

    /// <summary>Whether the text that is already on the scratch's tape passes.</summary>
    internal bool IsValidOnTape(ReadOnlySpan<byte> utf8, int entry, Direction direction, Scratch scratch)
    {
        scratch.Restart();
        Evaluator evaluator = new(utf8, scratch, nodes, direction);
        return evaluator.Evaluate(EntryNode(entry), 0, Evaluator.NoMarks) && evaluator.Obstacle == Obstacle.None;
    }

    private bool IsValid(ReadOnlySpan<byte> utf8, Node node, Direction direction, Scratch scratch)
    {
        if (!scratch.Tape.Read(utf8, MaxDepth, out JsonFault _)) return false;
        Evaluator evaluator = new(utf8, scratch, nodes, direction);
        return evaluator.Evaluate(node, 0, Evaluator.NoMarks) && evaluator.Obstacle == Obstacle.None;
    }

    private Node EntryNode(int entry)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entry);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(entry, EntryCount);
        return nodes[Data.Entries[entry].Schema];
    }
}
