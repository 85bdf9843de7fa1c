using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>
/// What a schema asks of a value while it is read. Readers of objects and arrays see to what is inside, scalars are checked by their text, and what needs
/// more (several schemas for one value, what has been evaluated, equality) is interpreted on the text of the value alone.
/// </summary>
internal sealed class ValueCheck
{
    private const PlanTypes AllTypes = (PlanTypes)Node.AllTypes;
    private const PlanTypes Numbers = PlanTypes.Number | PlanTypes.Integer;
    private const PlanTypes Containers = PlanTypes.Object | PlanTypes.Array;

    private readonly Node[] whole;
    private readonly NodeStore nodes;
    private readonly ReadingChecks? store;
    private readonly SchemaChecks[] scalars;
    private readonly (int Schema, PlanObject Rules)[] objects;
    private readonly PlanArray? array;
    private readonly bool wholeNumbers;
    private readonly bool interprets;
    private SchemaTest? scalarTest;
    private ValueCheck? items;
    private KeyValuePair<JsonShape, MemberChecks>[] members = [];

    /// <summary>The check of one schema.</summary>
    public ValueCheck(Node node, MergedSchema merged, bool interpreted, ReadingChecks store, NodeStore nodes)
    {
        whole = [node];
        this.nodes = nodes;
        this.store = store;
        Types = (PlanTypes)merged.Types;
        objects = [.. merged.Objects];
        array = merged.Array?.Rules;
        scalars = merged.Scalars.Concat(merged.Constants).Distinct().Select(schema => new SchemaChecks(nodes[schema], nodes)).ToArray();
        wholeNumbers = merged.WantsWholeNumbers;
        interprets = interpreted || merged.HasOthers;
        if (interprets) return;
        Free = FreeTypes(merged);
        if (merged.Constants.Count > 0) return;
        if (objects.Length > 0) ReadTypes |= PlanTypes.Object;
        if (array is { Contains: PlanSchema.None, UniqueItems: false, UnevaluatedItems: PlanSchema.None } && array.PrefixItems.IsEmpty) ReadTypes |= PlanTypes.Array;
    }

    /// <summary>The check of several schemas at once.</summary>
    public ValueCheck(Node[] whole, NodeStore nodes)
    {
        this.whole = whole;
        this.nodes = nodes;
        interprets = true;
        Types = AllTypes;
        scalars = [];
        objects = [];
    }

    /// <summary>The types that may pass; one that admits numbers admits integers.</summary>
    public PlanTypes Types { get; }

    /// <summary>The types of which nothing more is asked.</summary>
    public PlanTypes Free { get; }

    /// <summary>Whether the readers of objects, or of arrays, see to what is inside.</summary>
    public PlanTypes ReadTypes { get; }

    /// <summary>The choice that the schema consists of; null where it is none.</summary>
    public ChoiceCheck? Choice { get; init; }

    /// <summary>The emitted code of its schemas; null where they are interpreted.</summary>
    public SchemaTest[]? Tests { get; init; }

    /// <summary>The one piece of emitted code that decides about nulls, booleans, numbers and strings; null where there is none, or more is asked, or less.</summary>
    public SchemaTest? ScalarTest => scalarTest ??= Tests is { Length: 1 } && (interprets || scalars.Length > 0) ? Tests[0] : null;

    /// <summary>What holds for the items of an array; null where anything goes.</summary>
    public ValueCheck? Items => array is null ? null : items ??= store!.Find(array.Items);

    /// <summary>Whether an array may have so many items.</summary>
    public bool AcceptsCount(int count) => array is null || (count >= (array.MinItems ?? 0) && count <= (array.MaxItems ?? long.MaxValue));

    /// <summary>What holds for the members of an object that is read into a record.</summary>
    public MemberChecks MembersOf(JsonShape shape)
    {
        foreach (KeyValuePair<JsonShape, MemberChecks> known in Volatile.Read(ref members))
        {
            if (ReferenceEquals(known.Key, shape)) return known.Value;
        }

        // Two threads may make it at once; then one is thrown away and made again when it is next needed.
        MemberChecks made = new(shape, objects, store!);
        Volatile.Write(ref members, [.. members, new(shape, made)]);
        return made;
    }

    /// <summary>Whether the text of a null, boolean, number or string passes.</summary>
    public bool AcceptsScalar(ReadOnlySpan<byte> text, Direction direction)
    {
        if (interprets || (Tests is not null && scalars.Length > 0)) return Interpret(text, direction);
        bool number = text[0] == (byte)'-' || JsonScanner.IsDigit(text[0]);
        bool integer = number && text.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;
        if (number && wholeNumbers && !integer && !new DecimalText(text).IsIntegral) return false;
        foreach (SchemaChecks check in scalars)
        {
            if (!check.AcceptsScalar(text, number, integer, direction)) return false;
        }

        return true;
    }

    /// <summary>Whether the text of any value passes, by emitted code or by interpretation.</summary>
    public bool Interpret(ReadOnlySpan<byte> text, Direction direction)
    {
        if (Tests is not null) return Run(Tests, text, direction);
        Scratch scratch = Scratch.Take();
        bool passes = scratch.Tape.Read(text, ValidationPlan.MaxDepth, out _);
        Evaluator evaluator = new(text, scratch, nodes, direction);
        foreach (Node node in whole)
        {
            passes = passes && evaluator.Evaluate(node, 0, Evaluator.NoMarks) && evaluator.Obstacle == Obstacle.None;
        }

        Scratch.Return(scratch);
        return passes;
    }

    private static bool Run(SchemaTest[] tests, ReadOnlySpan<byte> text, Direction direction)
    {
        foreach (SchemaTest test in tests)
        {
            ValidationCursor cursor = new(text, direction);
            if (!cursor.End(test(ref cursor))) return false;
        }

        return true;
    }

    private PlanTypes FreeTypes(MergedSchema merged)
    {
        if (merged.Constants.Count > 0) return 0;
        PlanTypes free = AllTypes;
        if (objects.Length > 0) free &= ~PlanTypes.Object;
        if (array is not null) free &= ~PlanTypes.Array;
        if (merged.Scalars.Count > 0) free &= Containers | PlanTypes.Null | PlanTypes.Boolean;
        if (wholeNumbers) free &= ~Numbers;
        return free;
    }
}
