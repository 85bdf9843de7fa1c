using System.Runtime.CompilerServices;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>What keeps a validation from reaching a verdict on the schema's own terms.</summary>
internal enum Obstacle : byte
{
    None,
    RecursionTooDeep,
    TooManySteps,
    PatternUndecided,
}

/// <summary>
/// Decides whether a value passes a schema, and nothing else: it stops at the first failure. Where <c>unevaluated*</c> needs it, the members
/// or items that a schema has evaluated are marked in a bit set; <c>marks</c> is the set's place, or <see cref="NoMarks"/>.
/// </summary>
internal ref partial struct Evaluator
{
    public const int NoMarks = -1;

    // Far more than any sane pair of schema and instance takes: only a hostile one, whose branches multiply, gets there.
    private const long StepsPerValue = 20_000;
    private const long MinSteps = 20_000_000;

    private static readonly byte[] TypeBits =
    [
        (byte)PlanTypes.Null, (byte)PlanTypes.Boolean, (byte)PlanTypes.Boolean, (byte)PlanTypes.Number,
        (byte)PlanTypes.String, (byte)PlanTypes.Array, (byte)PlanTypes.Object, 0,
    ];

    private readonly ReadOnlySpan<byte> json;
    private readonly TapeEntry[] tape;
    private readonly Scratch scratch;
    private readonly NodeStore nodes;
    private readonly Direction direction;

    public Evaluator(ReadOnlySpan<byte> json, Scratch scratch, NodeStore nodes, Direction direction)
    {
        this.json = json;
        this.scratch = scratch;
        this.nodes = nodes;
        this.direction = direction;
        tape = scratch.Tape.Entries;
        if (scratch.StepsLeft == 0) scratch.StepsLeft = Math.Max(MinSteps, scratch.Tape.Count * StepsPerValue);
    }

    /// <summary>What got in the way; then every verdict is "no" and means nothing.</summary>
    public Obstacle Obstacle { get; private set; }

    /// <summary>The entry where it did.</summary>
    public int ObstacleAt { get; private set; }

    public readonly ReadOnlySpan<byte> Json => json;

    public readonly TapeEntry[] Tape => tape;

    public readonly Direction Direction => direction;

    public readonly NodeStore Nodes => nodes;

    public readonly Scratch Scratch => scratch;

    /// <summary>Whether the value at <paramref name="at"/> passes.</summary>
    public bool Evaluate(Node node, int at, int marks)
    {
        if (node.IsPureReference) node = node.Resolved;
        ref TapeEntry entry = ref tape[at];
        if ((node.Accepts & TypeOf(entry)) == 0 && !IsWholeNumber(node.Accepts, entry)) return false;
        return node.IsTypeOnly || EvaluateKeywords(node, at, marks);
    }

    /// <summary>Whether the value's type is among those that the schema accepts.</summary>
    public readonly bool AcceptsType(Node node, int at) => HasTypeIn(node.Accepts, at);

    /// <summary>Whether the value's type is in a set, given as <see cref="PlanTypes"/> bits.</summary>
    public readonly bool HasTypeIn(int types, int at)
    {
        ref TapeEntry entry = ref tape[at];
        return (types & TypeOf(entry)) != 0 || IsWholeNumber(types, entry);
    }

    /// <summary>The bytes of a scalar or a string's inside.</summary>
    public readonly ReadOnlySpan<byte> TextOf(int at)
    {
        ref TapeEntry entry = ref tape[at];
        return json.Slice(entry.Start, entry.Length);
    }

    /// <summary>A string or name in UTF-8 without escapes; good until the next call.</summary>
    public readonly ReadOnlySpan<byte> PlainText(int at) => tape[at].IsEscaped ? scratch.Unescape(TextOf(at)) : TextOf(at);

    public readonly JsonValue ValueAt(int at) => new(json, tape, at);

    private static int TypeOf(in TapeEntry entry) => TypeBits[(int)entry.Kind] | (int)((entry.Meta & TapeEntry.Integer) >> 3);

    /// <summary>Whether a number that the type mask did not let pass is a whole number in disguise, such as 1.0.</summary>
    private readonly bool IsWholeNumber(int types, in TapeEntry entry) =>
        (types & (int)PlanTypes.Integer) != 0 && entry.Kind == ValueKind.Number
        && new DecimalText(json.Slice(entry.Start, entry.Length)).IsIntegral;

    private bool EvaluateKeywords(Node node, int at, int marks)
    {
        int entered = Enter(node);
        int own = node.HasUnevaluated ? scratch.PushBits(tape[at].Count) : marks;
        bool passes = EvaluateOwn(node, at, own)
            && (!node.CombinesSchemas || EvaluateCombined(node, at, own))
            && (!node.HasUnevaluated || EvaluateUnevaluated(node, at, own));
        if (node.HasUnevaluated)
        {
            if (passes && marks != NoMarks) scratch.MergeBits(marks, own, tape[at].Count);
            scratch.PopBits(own);
        }

        if (entered != 0) scratch.PopResource();
        return passes;
    }

    private bool EvaluateOwn(Node node, int at, int marks)
    {
        bool passes = tape[at].Kind switch
        {
            ValueKind.Number => AcceptsNumber(node, at),
            ValueKind.String => AcceptsString(node, at),
            ValueKind.Array => node.Array is null || EvaluateArray(node.Array, at, marks),
            ValueKind.Object => node.Object is null || EvaluateObject(node.Object, at, marks),
            _ => true,
        };
        return passes
            && (node.Enum is null || node.Enum.Contains(ValueAt(at)))
            && (node.Const is null || node.Const.Contains(ValueAt(at)));
    }

    private readonly bool AcceptsNumber(Node node, int at) =>
        (node.Number is null || node.Number.Accept(TextOf(at), tape[at].IsInteger))
        && (node.Format?.OnNumbers is null || node.Format.OnNumbers(TextOf(at)));

    private bool AcceptsString(Node node, int at)
    {
        if (node.String is { } rules)
        {
            if (rules.HasLength && !AcceptsLength(rules, at)) return false;
            if (rules.Pattern is not null && !Matches(rules.Pattern, at)) return false;
            if (rules.HasContent && !Content.Accepts(rules, PlainText(at), direction)) return false;
        }

        return node.Format?.OnStrings is null || node.Format.OnStrings(PlainText(at));
    }

    private readonly bool AcceptsLength(StringRules rules, int at)
    {
        ref TapeEntry entry = ref tape[at];
        if (entry.IsAscii) return entry.Length >= rules.MinLength && entry.Length <= rules.MaxLength;
        int length = LengthOf(at);
        return length >= rules.MinLength && length <= rules.MaxLength;
    }

    /// <summary>The length of a string in code points.</summary>
    public readonly int LengthOf(int at)
    {
        ref TapeEntry entry = ref tape[at];
        return JsonText.CountCodePoints(TextOf(at), (JsonStringTraits)((entry.Meta >> 3) & 3));
    }

    /// <summary>Whether a string or name matches; what cannot be decided ends the validation.</summary>
    public bool Matches(PatternMatcher pattern, int at)
    {
        PatternVerdict verdict = pattern.Match(PlainText(at));
        if (verdict == PatternVerdict.Undecided) Stop(Obstacle.PatternUndecided, at);
        return verdict == PatternVerdict.Match;
    }

    /// <summary>Enters the schema resource of a node into the dynamic scope, if it is another than the present one; 1 if it did.</summary>
    public readonly int Enter(Node node)
    {
        int resource = node.Schema.Resource;
        bool tracks = nodes.TracksResources;
        if (!tracks) return 0;
        int count = scratch.ResourceCount;
        if (count > 0 && scratch.Resource(count - 1) == resource) return 0;
        scratch.PushResource(resource);
        return 1;
    }

    private void Stop(Obstacle obstacle, int at)
    {
        if (Obstacle != Obstacle.None) return;
        Obstacle = obstacle;
        ObstacleAt = at;
    }

    /// <summary>Counts a step that may multiply, and looks after the stack. False once the validation has to end.</summary>
    public bool MayGoOn(int at)
    {
        if (Obstacle != Obstacle.None) return false;
        if (--scratch.StepsLeft <= 1) Stop(Obstacle.TooManySteps, at);
        else if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) Stop(Obstacle.RecursionTooDeep, at);
        return Obstacle == Obstacle.None;
    }
}
