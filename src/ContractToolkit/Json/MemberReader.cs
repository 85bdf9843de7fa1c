using ContractToolkit.Validation;

namespace ContractToolkit.Json;

/// <summary>
/// Walks the members of an object for a generated record: finds each in the record's shape, sees to absent and null ones, keeps what the
/// record does not know, and stops where the record has to read a value.
/// </summary>
public ref struct MemberReader
{
    private readonly JsonShape shape;
    private ulong seen;
    private ulong[]? seenBeyond;
    private int valueStart;
    private bool entered;
    private bool outerRespelled;
    private ValueCheck? own;
    private MemberChecks? checks;
    private ValueCheck? pending;
    private ulong hiddenSeen;
    private int start;

    /// <summary>Starts in front of an object.</summary>
    public MemberReader(JsonShape shape)
    {
        this.shape = shape;
        Index = -1;
    }

    /// <summary>The member whose value is next; -1 for one that belongs into the bag.</summary>
    public int Index { get; private set; }

    /// <summary>The name of the member that belongs into the bag.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What has been kept.</summary>
    public JsonExtras Extras { get; private set; }

    /// <summary>Moves to the next value that the record has to read; false at the end of the object.</summary>
    public bool Next(ref JsonCursor json)
    {
        bool more = entered ? Leave(ref json) : Enter(ref json);
        for (; more; more = json.NextMember())
        {
            int nameStart = json.Offset;
            int index = Index + 1;
            if (index < shape.Count && json.TrySkipName(shape.QuotedName(index)))
            {
                valueStart = json.Offset;
                if (Known(ref json, index, nameStart)) return true;
            }
            else if (Search(ref json, nameStart)) return true;
        }

        Finish(ref json);
        return false;
    }

    /// <summary>Finds a member that is not the next one of the shape. Whether the record has to read its value.</summary>
    private bool Search(ref JsonCursor json, int nameStart)
    {
        ReadOnlySpan<byte> name = json.ReadName(out JsonStringTraits traits);
        int index = shape.Find((traits & JsonStringTraits.Escaped) == 0 ? name : Unescape(name));
        valueStart = json.Offset;
        return index < 0 ? Unknown(ref json, name, traits) : Known(ref json, index, nameStart);
    }

    private bool Enter(ref JsonCursor json)
    {
        entered = true;
        outerRespelled = json.Respelled;
        json.Respelled = false;
        own = json.Take();
        if (own is not null) Expect(json.Offset);
        return json.EnterObject();
    }

    /// <summary>Finds out what holds for the members; where they cannot be judged one by one, nothing does, and the object is interpreted at its end.</summary>
    private void Expect(int offset)
    {
        start = offset;
        checks = own!.MembersOf(shape);
        if (checks.Interprets) checks = null;
        else own = null;
    }

    private bool Leave(ref JsonCursor json)
    {
        if (pending is not null) Conclude(ref json);
        if (json.Respelled)
        {
            json.Respelled = false;
            if (Index >= 0) Extras = Extras.WithSpelling(Index, JsonValue.Parse(json.TextFrom(valueStart)));
        }

        return json.NextMember();
    }

    private bool Known(ref JsonCursor json, int index, int nameStart)
    {
        if (!MarkSeen(index)) json.Fail("the member stands twice in its object", nameStart);
        Index = index;
        if (checks is not null) Check(ref json, index);
        if (!json.IsNull) return true;
        if (shape.Rule(index) is MemberRule.OptionalNullable or MemberRule.OptionalAny or MemberRule.RequiredAny) return true;

        // Where the schema does not allow null, servers send it all the same: it is as good as absent to the caller, and is not lost.
        // Whoever wants to know asks for validation.
        json.TryReadNull();
        if (shape.Rule(index) != MemberRule.RequiredNullable) Extras = Extras.WithNull(index);
        if (pending is not null) Conclude(ref json);
        return false;
    }

    private void Check(ref JsonCursor json, int index)
    {
        ref readonly MemberCheck check = ref checks![index];
        if (check.IsBarred(json.Direction)) json.Doubt();
        if (!json.IsFree(check.Free)) pending = json.Expect(check.Value);
    }

    private void CheckUnknown(ref JsonCursor json, ReadOnlySpan<byte> name)
    {
        int place = checks!.HasHidden ? checks.FindHidden(name) : -1;
        if (place < 0)
        {
            pending = json.Expect(checks.Unknown);
            return;
        }

        // A name of the schema must not stand twice; the record has no place to remember it at.
        ulong bit = 1UL << (place & 63);
        if (place >= 64 || (hiddenSeen & bit) != 0) json.Doubt();
        hiddenSeen |= bit;
        (ValueCheck? check, PlanAccess access) = checks.HiddenAt(place);
        if (Travel.IsBarred(access, json.Direction)) json.Doubt();
        pending = json.Expect(check);
    }

    private void Conclude(ref JsonCursor json)
    {
        json.Conclude(pending!, valueStart);
        pending = null;
    }

    private bool Unknown(ref JsonCursor json, ReadOnlySpan<byte> name, JsonStringTraits traits)
    {
        string text = JsonText.Decode(name, traits);
        if (checks is not null) CheckUnknown(ref json, (traits & JsonStringTraits.Escaped) == 0 ? name : Unescape(name));
        if (!shape.HasBag)
        {
            Extras = Extras.With(text, JsonValue.Read(ref json));
            if (pending is not null) Conclude(ref json);
            return false;
        }

        Name = text;
        Index = -1;
        return true;
    }

    private bool MarkSeen(int index)
    {
        ref ulong word = ref seen;
        if (index >= 64)
        {
            seenBeyond ??= new ulong[(shape.Count >> 6) + 1];
            word = ref seenBeyond[index >> 6];
        }

        ulong bit = 1UL << (index & 63);
        bool first = (word & bit) == 0;
        word |= bit;
        return first;
    }

    private readonly bool IsSeen(int index) => (((index < 64 ? seen : seenBeyond?[index >> 6] ?? 0) >> (index & 63)) & 1) != 0;

    private void Finish(ref JsonCursor json)
    {
        json.Respelled = outerRespelled;
        if (own is not null) json.Interpret(own, start);
        if (checks is not null && !HasRequired(json.Direction)) json.Doubt();
        if ((seen & shape.RequiredBits) == shape.RequiredBits && shape.Count <= 64) return;
        for (int i = 0; i < shape.Count; i++)
        {
            if (shape.IsRequired(i) && !IsSeen(i)) Extras = Extras.WithMissing(i);
        }
    }

    private readonly bool HasRequired(Direction direction)
    {
        ulong bits = checks!.RequiredBits(direction);
        if ((seen & bits) != bits) return false;
        if (!checks.HasBeyond) return true;
        foreach (int place in checks.RequiredBeyond(direction))
        {
            if (!IsSeen(place)) return false;
        }

        return true;
    }

    private static byte[] Unescape(ReadOnlySpan<byte> name)
    {
        byte[] text = new byte[name.Length];
        int length = JsonText.Unescape(name, text);
        return text.AsSpan(0, length).ToArray();
    }
}
