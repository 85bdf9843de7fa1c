using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <content>Looks at the object that stands next, after which the cursor stands where it stood.</content>
public ref partial struct ValidationCursor
{
    /// <summary>Finds a member of the object that stands next, without taking anything, and gives its value if that is a string without escapes.</summary>
    public bool PeekTag(ReadOnlySpan<byte> member, out ReadOnlySpan<byte> value)
    {
        CursorMark start = Save();
        value = default;
        bool found = false;
        if (EnterObject(out bool first))
        {
            while (NextMember(ref first, out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual(member))
                {
                    found = TakeString(out value, out JsonStringTraits traits) && (traits & JsonStringTraits.Escaped) == 0;
                    break;
                }

                if (!Skip()) break;
            }
        }

        Restore(start);
        return found;
    }

    /// <summary>Whether the value that stands next is an object with such a member; nothing is taken.</summary>
    public bool HasMember(ReadOnlySpan<byte> member)
    {
        if (NextTypes() != (int)PlanTypes.Object) return false;
        CursorMark start = Save();
        bool found = false;
        EnterObject(out bool first);
        while (!found && NextMember(ref first, out ReadOnlySpan<byte> name)) found = name.SequenceEqual(member) || !Skip();
        Restore(start);
        return found && !Failed;
    }

    /// <summary>The branches of a choice that are left to be tried with the object that stands next; nothing is taken.</summary>
    public ulong Candidates(BranchTable branches)
    {
        CursorMark start = Save();
        ulong left = branches.All;
        ulong seen = 0;
        bool decided = false;
        EnterObject(out bool first);
        while (!decided && NextMember(ref first, out ReadOnlySpan<byte> name))
        {
            left &= Left(branches, branches.Find(name, ref seen));
            decided = (left & (left - 1)) == 0;
        }

        Restore(start);
        return decided ? left : left & branches.Satisfied(seen);
    }

    /// <summary>Takes a member's value and says which branches it leaves; none where it cannot be read.</summary>
    private ulong Left(BranchTable branches, int place)
    {
        ReadOnlySpan<byte> text = default;
        int types = NextTypes();
        ValueKind kind = types == 0 ? default : KindOf(json[position]);
        switch (kind)
        {
            case ValueKind.String:
                if (!TakeString(out text, out JsonStringTraits traits)) return 0;
                return branches.Leaves(place, kind, text, (traits & JsonStringTraits.Escaped) == 0);
            case ValueKind.Number:
                return TakeNumber(out text, out _) ? branches.Leaves(place, kind, text, isPlain: true) : 0;
            default:
                return Skip() ? branches.Leaves(place, kind, text, isPlain: false) : 0;
        }
    }

    private static ValueKind KindOf(byte first) => first switch
    {
        (byte)'n' => ValueKind.Null,
        (byte)'f' => ValueKind.False,
        (byte)'t' => ValueKind.True,
        (byte)'"' => ValueKind.String,
        (byte)'[' => ValueKind.Array,
        (byte)'{' => ValueKind.Object,
        _ => ValueKind.Number,
    };
}
