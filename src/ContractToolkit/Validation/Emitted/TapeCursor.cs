using System.Runtime.CompilerServices;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>
/// What emitted validators of schemas that look at a value more than once move over an instance: it offers what <see cref="ValidationCursor"/>
/// offers, but reads the text onto a tape first, so that looking again costs next to nothing.
/// </summary>
public ref partial struct TapeCursor
{
    private const long MinSteps = 20_000_000;

    private readonly ReadOnlySpan<byte> json;
    private readonly Scratch scratch;
    private TapeEntry[] tape;
    private int at;
    private int nameAt;
    private int entered;
    private long steps;

    /// <summary>Starts in front of the instance.</summary>
    /// <param name="json">The instance, UTF-8 without a byte-order mark.</param>
    /// <param name="direction">Which way it travels.</param>
    public TapeCursor(ReadOnlySpan<byte> json, Direction direction = Direction.None)
    {
        this.json = json;
        Direction = direction;
        scratch = Scratch.Take();
        tape = scratch.Tape.Entries;
    }

    /// <summary>Which way the instance travels.</summary>
    public Direction Direction { get; }

    /// <summary>Whether the text is no JSON, or something could not be decided.</summary>
    public bool Failed { get; private set; }

    internal readonly ReadOnlySpan<byte> Json => json;

    internal readonly TapeEntry[] Entries => tape;

    internal readonly Scratch Scratch => scratch;

    /// <summary>Reads the text; false where it is no JSON.</summary>
    public bool Begin()
    {
        Failed = !scratch.Tape.Read(json, ValidationPlan.MaxDepth, out JsonFault _);
        if (Failed) return false;
        tape = scratch.Tape.Close(json.Length);
        steps = Math.Max(MinSteps, scratch.Tape.Count * 20_000L);
        return true;
    }

    /// <summary>Ends the validation and gives back what it borrowed.</summary>
    /// <param name="passes">The verdict so far.</param>
    public readonly bool End(bool passes)
    {
        Scratch.Return(scratch);
        return passes && !Failed;
    }

    /// <summary>The type of the value that stands next, as bits of <see cref="PlanTypes"/> (a number has both of its bits); 0 where none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int NextTypes()
    {
        ReadOnlySpan<byte> types =
        [
            (byte)PlanTypes.Null, (byte)PlanTypes.Boolean, (byte)PlanTypes.Boolean, (byte)(PlanTypes.Number | PlanTypes.Integer),
            (byte)PlanTypes.String, (byte)PlanTypes.Array, (byte)PlanTypes.Object, 0,
        ];
        return types[(int)(tape[at].Meta & 7)];
    }

    /// <summary>Remembers the place in front of the next value. Fails the instance where the stack runs out.</summary>
    public CursorMark Save()
    {
        if ((++entered & 15) == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack()) Fail();
        return new(at, 0);
    }

    /// <summary>Goes back to a place, or forward to one that has been seen. Fails the instance after too many of these.</summary>
    public void Restore(CursorMark mark)
    {
        if (--steps < 0) Fail();
        else at = mark.Position;
    }

    /// <summary>Counts that the next value goes on to another schema; false where a schema refers to itself without end.</summary>
    public bool Again()
    {
        if (--steps < 0) return Fail();
        return (steps & 7) != 0 || RuntimeHelpers.TryEnsureSufficientExecutionStack() || Fail();
    }

    /// <summary>Goes back to a place for another try; false where the validation has failed.</summary>
    public bool Retry(CursorMark mark)
    {
        Restore(mark);
        return !Failed;
    }

    /// <summary>Takes <c>{</c>. The result is the place behind the object, for <see cref="NextMember"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool EnterObject(out int members) => Enter(ValueKind.Object, out members);

    /// <summary>Takes <c>[</c>. The result is the place behind the array, for <see cref="NextItem"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool EnterArray(out int items) => Enter(ValueKind.Array, out items);

    /// <summary>Takes the name of the next member. False at the end of the object.</summary>
    /// <param name="members">What <see cref="EnterObject"/> gave.</param>
    /// <param name="name">The name, without escapes; good until the next one is taken.</param>
    public bool NextMember(ref int members, out ReadOnlySpan<byte> name)
    {
        name = default;
        if (at >= members) return false;
        ref TapeEntry entry = ref tape[at];
        name = entry.IsEscaped ? Unescape(at) : json.Slice(entry.Start, entry.Length);
        nameAt = at++;
        return true;
    }

    /// <summary>
    /// Takes a certain name, where it stands next in the object: writers keep an order, and to compare is cheaper than to look a name up. Where it says
    /// no, nothing is taken, and <see cref="NextMember"/> finds out what there is.
    /// </summary>
    /// <param name="members">What <see cref="EnterObject"/> gave.</param>
    /// <param name="member">The name as it is written: in quotes, with a colon and without escapes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Follows(ref int members, ReadOnlySpan<byte> member)
    {
        const int marks = 3;
        if (at >= members) return false;
        ref TapeEntry entry = ref tape[at];
        int length = member.Length - marks;
        if (entry.Length != length || !json.Slice(entry.Start, length).SequenceEqual(member.Slice(1, length))) return false;
        nameAt = at++;
        return true;
    }

    /// <summary>The place of the cursor, for <see cref="SchemaChecks.Constant(ref TapeCursor, CursorMark)"/>: nothing goes back to it.</summary>
    public readonly CursorMark Here => new(at, 0);

    /// <summary>The place in front of the name that <see cref="NextMember"/> took last.</summary>
    public readonly CursorMark NameMark => new(nameAt, 0);

    /// <summary>Whether another item stands next.</summary>
    /// <param name="items">What <see cref="EnterArray"/> gave.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool NextItem(ref int items) => at < items;

    /// <summary>Fails the instance because something could not be decided.</summary>
    public bool Undecided() => Fail();

    internal readonly JsonValue ValueAt(CursorMark mark) => new(json, tape, mark.Position);

    /// <summary>Goes to the end for good, so that whatever is tried next ends at once.</summary>
    private bool Fail()
    {
        Failed = true;
        at = scratch.Tape.Count;
        steps = 0;
        return false;
    }

    private bool Enter(ValueKind kind, out int end)
    {
        ref TapeEntry entry = ref tape[at];
        end = entry.Next;
        if (entry.Kind != kind) return false;
        at++;
        return (++entered & 15) != 0 || RuntimeHelpers.TryEnsureSufficientExecutionStack() || Fail();
    }

    private readonly ReadOnlySpan<byte> Unescape(int name) => NameBuffer.Unescape(json.Slice(tape[name].Start, tape[name].Length));
}
