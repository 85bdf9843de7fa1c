using ContractToolkit.Validation;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Counts a JSON body that was read into a profile, in one walk.</summary>
internal readonly ref struct BodyCounter
{
    private const int MaxDepth = 64;
    private readonly InstanceReading reading;
    private readonly TapeEntry[] entries;
    private readonly ReadOnlySpan<byte> text;
    private readonly PlaceLimit places;

    private BodyCounter(InstanceReading reading, PlaceLimit places)
    {
        this.reading = reading;
        this.places = places;
        entries = reading.Entries;
        text = reading.Text.Span;
    }

    /// <summary>Counts a body; what is below <see cref="MaxDepth"/> levels is passed over.</summary>
    /// <param name="profile">Takes the counts.</param>
    /// <param name="reading">The body, which was found to be JSON.</param>
    /// <param name="places">The limit of places.</param>
    public static void Add(ValueProfile profile, InstanceReading reading, PlaceLimit places) => new BodyCounter(reading, places).Value(profile, 0, 1);

    private void Value(ValueProfile profile, int at, int depth)
    {
        ref TapeEntry entry = ref entries[at];
        switch (entry.Kind)
        {
            case ValueKind.Object:
                profile.Count1(SeenType.Object);
                Object(profile, profile.Objects ??= new(), at, depth);
                break;
            case ValueKind.Array:
                profile.Count1(SeenType.Array);
                Array(profile, profile.Arrays ??= new(), at, depth);
                break;
            case ValueKind.String:
                profile.Count1(SeenType.String);
                profile.AddText(Plain(at), entry.IsAscii);
                break;
            case ValueKind.Number:
                profile.Count1(entry.IsInteger ? SeenType.Integer : SeenType.Fraction);
                (profile.Numbers ??= new()).Add(text.Slice(entry.Start, entry.Length));
                break;
            case ValueKind.Null:
                profile.Count1(SeenType.Null);
                break;
            default:
                profile.Count1(SeenType.Boolean);
                break;
        }
    }

    private void Object(ValueProfile owner, ObjectProfile profile, int at, int depth)
    {
        profile.Count++;
        if (depth > MaxDepth) return;
        int hint = 0;
        int end = entries[at].Next;
        for (int name = at + 1; name < end; name = entries[name + 1].Next, hint++)
        {
            if (profile.Member(owner, Plain(name), ref hint, places) is { } member) Value(member, name + 1, depth + 1);
        }
    }

    private void Array(ValueProfile owner, ArrayProfile profile, int at, int depth)
    {
        int end = entries[at].Next;
        for (int item = at + 1; item < end && depth <= MaxDepth; item = entries[item].Next)
        {
            if (profile.Item(owner, places) is { } place) Value(place, item, depth + 1);
        }

        profile.Add(entries[at].Count);
    }

    private ReadOnlySpan<byte> Plain(int at)
    {
        ref TapeEntry entry = ref entries[at];
        return entry.IsEscaped ? reading.Plain(at) : text.Slice(entry.Start, entry.Length);
    }
}
