using System.Runtime.CompilerServices;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <content>Whole values.</content>
public ref partial struct TapeCursor
{
    /// <summary>Takes a string.</summary>
    /// <param name="inside">The bytes between the quotes.</param>
    /// <param name="traits">What was seen in them.</param>
    public bool TakeString(out ReadOnlySpan<byte> inside, out JsonStringTraits traits)
    {
        ref TapeEntry entry = ref tape[at];
        inside = default;
        traits = (JsonStringTraits)((entry.Meta >> 3) & 3);
        if (entry.Kind != ValueKind.String) return false;
        inside = json.Slice(entry.Start, entry.Length);
        at++;
        return true;
    }

    /// <summary>Takes a string that is plainly of a format. Where it says no, nothing is taken, and the string may be of the format nevertheless.</summary>
    /// <param name="format">The format.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakePlain(PlainFormat format) =>
        TakeIf(tape[at].Kind == ValueKind.String && PlainFormats.FindEnd(format, json, tape[at].Start) >= 0);

    /// <summary>Takes any string.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeString() => TakeIf(tape[at].Kind == ValueKind.String);

    /// <summary>Takes a number.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="isInteger">Whether it has neither fraction nor exponent.</param>
    public bool TakeNumber(out ReadOnlySpan<byte> text, out bool isInteger)
    {
        ref TapeEntry entry = ref tape[at];
        text = default;
        isInteger = entry.IsInteger;
        if (entry.Kind != ValueKind.Number) return false;
        text = json.Slice(entry.Start, entry.Length);
        at++;
        return true;
    }

    /// <summary>Takes any number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeNumber() => TakeIf(tape[at].Kind == ValueKind.Number);

    /// <summary>Takes a whole number, however it is written.</summary>
    public bool TakeInteger() => TakeInteger(out _, out _);

    /// <summary>Takes a whole number, however it is written.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="isInteger">Whether it has neither fraction nor exponent.</param>
    public bool TakeInteger(out ReadOnlySpan<byte> text, out bool isInteger) =>
        TakeNumber(out text, out isInteger) && (isInteger || new DecimalText(text).IsIntegral);

    /// <summary>Takes <c>true</c> or <c>false</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeBoolean() => TakeIf(tape[at].Kind is ValueKind.True or ValueKind.False);

    /// <summary>Takes <c>null</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeNull() => TakeIf(tape[at].Kind == ValueKind.Null);

    /// <summary>Takes <c>true</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeTrue() => TakeIf(tape[at].Kind == ValueKind.True);

    /// <summary>Takes <c>false</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeFalse() => TakeIf(tape[at].Kind == ValueKind.False);

    /// <summary>Takes any value of some types.</summary>
    /// <param name="types">Bits of <see cref="PlanTypes"/>.</param>
    public bool Take(int types)
    {
        int next = NextTypes();
        if ((next & types) == 0) return false;
        return next == (int)(PlanTypes.Number | PlanTypes.Integer) && (types & (int)PlanTypes.Number) == 0 ? TakeInteger() : Skip();
    }

    /// <summary>Takes any value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Skip()
    {
        if (Failed) return false;
        at = tape[at].Next;
        return true;
    }

    /// <summary>Finds a member of the object that stands next, without taking anything, and gives its value if that is a string without escapes.</summary>
    public bool PeekTag(ReadOnlySpan<byte> member, out ReadOnlySpan<byte> value)
    {
        value = default;
        int name = Find(member);
        if (name < 0 || tape[name + 1] is not { Kind: ValueKind.String, IsEscaped: false } tag) return false;
        value = json.Slice(tag.Start, tag.Length);
        return true;
    }

    /// <summary>The branches of a choice that are left to be tried with the object that stands next; nothing is taken.</summary>
    public ulong Candidates(BranchTable branches)
    {
        ulong left = branches.All;
        ulong seen = 0;
        int end = tape[at].Next;
        for (int name = at + 1; name < end; name = tape[name + 1].Next)
        {
            ref TapeEntry entry = ref tape[name];
            ref TapeEntry value = ref tape[name + 1];
            ReadOnlySpan<byte> text = entry.IsEscaped ? Unescape(name) : json.Slice(entry.Start, entry.Length);
            left &= branches.Leaves(branches.Find(text, ref seen), value.Kind, json.Slice(value.Start, value.Length), !value.IsEscaped);
            if ((left & (left - 1)) == 0) return left;
        }

        return left & branches.Satisfied(seen);
    }

    /// <summary>Whether the value that stands next is an object with such a member; nothing is taken.</summary>
    public bool HasMember(ReadOnlySpan<byte> member) => Find(member) >= 0;

    private int Find(ReadOnlySpan<byte> member)
    {
        if (tape[at].Kind != ValueKind.Object) return -1;
        int end = tape[at].Next;
        for (int name = at + 1; name < end; name = tape[name + 1].Next)
        {
            ref TapeEntry entry = ref tape[name];
            if (entry.IsEscaped)
            {
                if (Unescape(name).SequenceEqual(member)) return name;
            }
            else if (entry.Length == member.Length && json.Slice(entry.Start, entry.Length).SequenceEqual(member))
            {
                return name;
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TakeIf(bool holds)
    {
        if (holds) at++;
        return holds;
    }
}
