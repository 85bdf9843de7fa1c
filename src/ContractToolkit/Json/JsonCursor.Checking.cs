using System.Runtime.CompilerServices;
using ContractToolkit.Validation;

namespace ContractToolkit.Json;

/// <content>
/// Checking values against their schemas while they are read. Whoever reads a member or an item says what holds for it (<see cref="Expect"/>), lets its reader
/// go over it, and settles what is left (<see cref="Conclude"/>). The readers of objects and arrays take what holds for them (<see cref="Take"/>)
/// and see to their insides; a value whose reader does not is interpreted. The first doubt ends the checking, not the reading.
/// </content>
public ref partial struct JsonCursor
{
    /// <summary>Starts in front of the value of a text that is checked while it is read.</summary>
    internal JsonCursor(ReadOnlySpan<byte> utf8, Direction direction)
        : this(utf8)
    {
        this.direction = direction;
        isChecking = true;
    }

    /// <summary>Whether values are checked, and all so far have passed.</summary>
    internal readonly bool IsChecking => isChecking;

    /// <summary>Which way the text travels.</summary>
    internal readonly Direction Direction => direction;

    private readonly PlanTypes NextType => (uint)next >= (uint)json.Length ? PlanTypes.None : (PlanTypes)ValidationCursor.TypesOf(json[next]);

    /// <summary>Whether nothing is to be asked of the next value, where nothing is asked of values of some types.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool IsFree(PlanTypes free) => !isChecking || (free & NextType) != 0;

    /// <summary>Says what holds for the next value. The result is what has to be asked of it once it has been read: null for nothing.</summary>
    internal ValueCheck? Expect(ValueCheck? check)
    {
        expected = null;
        if (check is null || !IsChecking) return null;
        PlanTypes type = NextType;
        if (check.Choice is not null) check = Select(check, type);
        if (check is null || (check.Types & type) == 0)
        {
            Doubt();
            return null;
        }

        if ((check.Free & type) != 0) return null;
        if ((check.ReadTypes & type) == 0) return check;
        expected = check;
        expectedAt = next;
        return check;
    }

    /// <summary>Takes what holds for the object or array that is next, whose reader sees to it; null for nothing.</summary>
    internal ValueCheck? Take()
    {
        if (expected is null || expectedAt != next) return null;
        ValueCheck taken = expected;
        expected = null;
        return taken;
    }

    /// <summary>Settles what is to be asked of the value that has just been read.</summary>
    /// <param name="check">What <see cref="Expect"/> gave.</param>
    /// <param name="start">Where the value starts.</param>
    internal void Conclude(ValueCheck check, int start)
    {
        if (!isChecking) return;
        if (json[start] is not ((byte)'{' or (byte)'[') && check.ScalarTest is { } test)
        {
            ValidationCursor cursor = new(json, start, direction);
            if (!test(ref cursor) || !cursor.IsBehind(next)) Doubt();
            return;
        }

        ReadOnlySpan<byte> text = json[start..next];
        bool passes;
        if (text[0] is (byte)'{' or (byte)'[')
        {
            PlanTypes type = text[0] == (byte)'{' ? PlanTypes.Object : PlanTypes.Array;
            bool taken = (check.ReadTypes & type) != 0 && expected is null;
            expected = null;
            passes = taken || check.Interpret(text, direction);
        }
        else
        {
            passes = check.AcceptsScalar(text, direction);
        }

        if (!passes) Doubt();
    }

    /// <summary>Interprets the value that has just been read.</summary>
    internal void Interpret(ValueCheck check, int start)
    {
        if (IsChecking && !check.Interpret(json[start..next], direction)) Doubt();
    }

    /// <summary>Follows choices to the branch that alone counts for the next value; null where none can. A choice that leads back to itself is left
    /// to the interpreter.</summary>
    private readonly ValueCheck? Select(ValueCheck check, PlanTypes type)
    {
        const int mostHops = 16;
        ValueCheck? at = check;
        for (int hops = 0; hops < mostHops && at?.Choice is { } choice && (at.Types & type) != 0; hops++)
        {
            if (!choice.TrySelect(this, type, out ValueCheck? branch)) return at;
            at = branch;
        }

        return at;
    }

    /// <summary>Ends the checking: some value does not pass, or that cannot be told.</summary>
    internal void Doubt()
    {
        isChecking = false;
        expected = null;
    }

    /// <summary>The inside of a string member of the object that is next; false where there is none, or it has escapes. The cursor does not move.</summary>
    internal readonly bool TryFindText(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> text)
    {
        JsonCursor ahead = this;
        for (bool more = ahead.EnterObject(); more; more = ahead.NextMember())
        {
            ReadOnlySpan<byte> found = ahead.ReadName(out JsonStringTraits traits);
            if ((traits & JsonStringTraits.Escaped) != 0) break;
            if (!found.SequenceEqual(name))
            {
                ahead.ReadRaw();
                continue;
            }

            if (ahead.NextType != PlanTypes.String) break;
            text = ahead.ReadStringToken(out traits);
            return (traits & JsonStringTraits.Escaped) == 0;
        }

        text = default;
        return false;
    }
}
