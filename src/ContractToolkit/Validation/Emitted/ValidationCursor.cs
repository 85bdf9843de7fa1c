using System.Runtime.CompilerServices;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>A place in a text that a <see cref="ValidationCursor"/> can go back to.</summary>
public readonly record struct CursorMark(int Position, int Depth);

/// <summary>
/// What emitted validators move over an instance: each method takes one piece of JSON, checks its grammar, and says whether it was there.
/// A fault of the text (or of the limits) is remembered and makes every later verdict "no".
/// </summary>
public ref partial struct ValidationCursor
{
    private const long MinSteps = 20_000_000;

    private readonly ReadOnlySpan<byte> json;
    private int position;
    private int depth;
    private int nameStart;
    private long steps;
    private JsonFault fault;

    /// <summary>Starts in front of the instance.</summary>
    /// <param name="json">The instance, UTF-8 without a byte-order mark.</param>
    /// <param name="direction">Which way it travels.</param>
    public ValidationCursor(ReadOnlySpan<byte> json, Direction direction = Direction.None)
    {
        this.json = json;
        Direction = direction;
        steps = Math.Max(MinSteps, json.Length * 1_000L);
    }

    /// <summary>Starts in front of a value inside a text that a reader has gone over already.</summary>
    internal ValidationCursor(ReadOnlySpan<byte> json, int position, Direction direction)
    {
        this.json = json;
        this.position = position;
        Direction = direction;
        steps = MinSteps;
    }

    /// <summary>Whether the cursor stands behind a value that ends at an offset, and nothing was wrong.</summary>
    internal readonly bool IsBehind(int offset) => position == offset && !Failed;

    /// <summary>Which way the instance travels.</summary>
    public Direction Direction { get; }

    /// <summary>Whether the text turned out to be no JSON, or beyond the limits.</summary>
    public readonly bool Failed => fault.Kind != JsonFaultKind.None;

    /// <summary>Whether something could not be decided, or took too long: not the instance is at fault.</summary>
    internal readonly bool GaveUp => fault.Kind == JsonFaultKind.TooLarge;

    internal readonly ReadOnlySpan<byte> Json => json;

    /// <summary>The type of the value that stands next, as bits of <see cref="PlanTypes"/> (a number has both of its bits); 0 where none does.</summary>
    public int NextTypes()
    {
        position = JsonScanner.SkipWhiteSpace(json, position);
        return (uint)position < (uint)json.Length ? TypesOf(json[position]) : 0;
    }

    /// <summary>The place of the cursor, for <see cref="SchemaChecks.Constant(ref ValidationCursor, CursorMark)"/>: nothing goes back to it.</summary>
    public readonly CursorMark Here => new(position, depth);

    /// <summary>Remembers the place in front of the next value. Fails the instance where the stack runs out.</summary>
    public CursorMark Save()
    {
        position = JsonScanner.SkipWhiteSpace(json, position);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) Fail(JsonFaultKind.TooDeep, position);
        return new(position, depth);
    }

    /// <summary>Goes back to a place, or forward to one that has been seen. Fails the instance after too many of these.</summary>
    public void Restore(CursorMark mark)
    {
        if (--steps < 0)
        {
            Fail(JsonFaultKind.TooLarge, position);
            return;
        }

        position = mark.Position;
        depth = mark.Depth;
    }

    /// <summary>Counts that the next value goes on to another schema; false where a schema refers to itself without end.</summary>
    public bool Again()
    {
        if (--steps < 0) return Fail(JsonFaultKind.TooLarge, position);
        return (steps & 7) != 0 || RuntimeHelpers.TryEnsureSufficientExecutionStack() || Fail(JsonFaultKind.TooDeep, position);
    }

    /// <summary>Goes back to a place for another try; false where the text has failed.</summary>
    public bool Retry(CursorMark mark)
    {
        Restore(mark);
        return !Failed;
    }

    /// <summary>Begins; the text is read on the way.</summary>
    public readonly bool Begin() => !Failed;

    /// <summary>Ends the validation with the end of the text.</summary>
    /// <param name="passes">The verdict so far.</param>
    public bool End(bool passes) => passes && !Failed && JsonScanner.SkipWhiteSpace(json, position) == json.Length;

    /// <summary>Takes <c>{</c>. The result says for <see cref="NextMember"/> that no member has been taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool EnterObject(out bool first)
    {
        first = true;
        return Enter((byte)'{');
    }

    /// <summary>Takes <c>[</c>. The result says for <see cref="NextItem"/> that no item has been taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool EnterArray(out bool first)
    {
        first = true;
        return Enter((byte)'[');
    }

    /// <summary>Takes the name of the next member, and the comma in front of it. False at the end of the object, which is taken, and at a fault.</summary>
    /// <param name="first">Whether no member has been taken yet.</param>
    /// <param name="name">The name, without escapes; good until the next one is taken.</param>
    public bool NextMember(ref bool first, out ReadOnlySpan<byte> name)
    {
        name = default;
        int i = JsonScanner.SkipWhiteSpace(json, position);
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        byte b = json[i];
        if (first) first = false;
        else if (b == (byte)',')
        {
            i = JsonScanner.SkipWhiteSpace(json, i + 1);
            if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
            b = json[i];
            if (b == (byte)'}') return Fail(JsonFaultKind.UnexpectedByte, i);
        }
        else if (b != (byte)'}')
        {
            return Fail(JsonFaultKind.UnexpectedByte, i);
        }

        if (b == (byte)'}')
        {
            depth--;
            position = i + 1;
            return false;
        }

        if (b != (byte)'"') return Fail(JsonFaultKind.UnexpectedByte, i);
        nameStart = i;
        int end = JsonScanner.FindStringEnd(json, i + 1, out JsonStringTraits traits, ref fault);
        if (end < 0) return Broken();
        name = json.Slice(i + 1, end - i - 1);
        if ((traits & (JsonStringTraits.Escaped | JsonStringTraits.LoneSurrogate)) != 0)
        {
            if ((traits & JsonStringTraits.LoneSurrogate) != 0) return Fail(JsonFaultKind.LoneSurrogate, i);
            name = NameBuffer.Unescape(name);
        }

        i = JsonScanner.SkipWhiteSpace(json, end + 1);
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        if (json[i] != (byte)':') return Fail(JsonFaultKind.UnexpectedByte, i);
        position = i + 1;
        return true;
    }

    /// <summary>
    /// Takes a comma and a certain name behind it, where they stand next: writers keep an order, and to compare is cheaper than to look a name up.
    /// Where it says no, nothing is taken, and <see cref="NextMember"/> finds out what there is.
    /// </summary>
    /// <param name="first">What <see cref="NextMember"/> was given for a member before this one.</param>
    /// <param name="member">The name as it is written: in quotes, with a colon and without escapes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Follows(ref bool first, ReadOnlySpan<byte> member)
    {
        int i = position;
        if ((uint)i >= (uint)json.Length || json[i] != (byte)',') return false;
        i = JsonScanner.SkipWhiteSpace(json, i + 1);
        if (json.Length - i < member.Length || !json.Slice(i, member.Length).SequenceEqual(member)) return false;
        nameStart = i;
        position = i + member.Length;
        return true;
    }

    /// <summary>The place in front of the name that <see cref="NextMember"/> took last.</summary>
    public readonly CursorMark NameMark => new(nameStart, depth);

    /// <summary>Takes the comma in front of the next item. False at the end of the array, which is taken, and at a fault.</summary>
    /// <param name="first">Whether no item has been taken yet.</param>
    public bool NextItem(ref bool first)
    {
        int i = JsonScanner.SkipWhiteSpace(json, position);
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        byte b = json[i];
        if (b == (byte)']')
        {
            depth--;
            position = i + 1;
            return false;
        }

        position = i;
        if (first)
        {
            first = false;
            return true;
        }

        if (b != (byte)',') return Fail(JsonFaultKind.UnexpectedByte, i);
        position = JsonScanner.SkipWhiteSpace(json, i + 1);
        return (uint)position < (uint)json.Length && json[position] != (byte)']' || Fail(JsonFaultKind.UnexpectedByte, position);
    }

    /// <summary>Fails the instance because something could not be decided.</summary>
    public bool Undecided() => Fail(JsonFaultKind.TooLarge, position);

    /// <summary>Remembers the first fault and goes to the end of the text for good, so that whatever is tried next ends at once.</summary>
    internal bool Fail(JsonFaultKind kind, int offset)
    {
        if (!Failed) fault = new(kind, offset);
        return Broken();
    }

    private bool Broken()
    {
        position = json.Length;
        steps = 0;
        return false;
    }

    /// <summary>The types of a value that begins with a byte; 0 where none does.</summary>
    internal static int TypesOf(byte first)
    {
        const byte number = (byte)(PlanTypes.Number | PlanTypes.Integer);

        // By the byte less a quote, which is the least that begins a value.
        ReadOnlySpan<byte> types =
        [
            (byte)PlanTypes.String, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number, 0, 0,
            number, number, number, number, number, number, number, number, number, number, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            (byte)PlanTypes.Array, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)PlanTypes.Boolean, 0, 0, 0, 0, 0, 0, 0, (byte)PlanTypes.Null, 0,
            0, 0, 0, 0, (byte)PlanTypes.Boolean, 0, 0, 0, 0, 0, 0, (byte)PlanTypes.Object,
        ];
        int index = first - (byte)'"';
        return (uint)index < (uint)types.Length ? types[index] : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Enter(byte bracket)
    {
        int i = JsonScanner.SkipWhiteSpace(json, position);
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        if (json[i] != bracket) return false;
        position = i + 1;
        return ++depth <= ValidationPlan.MaxDepth && ((depth & 15) != 0 || RuntimeHelpers.TryEnsureSufficientExecutionStack())
            || Fail(JsonFaultKind.TooDeep, i);
    }
}
