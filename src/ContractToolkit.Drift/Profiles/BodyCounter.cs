using System.Buffers;
using ContractToolkit.Json;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Counts a JSON body into a profile in one forward pass, without building a tree.</summary>
internal static class BodyCounter
{
    private const int MaxDepth = 64;

    /// <summary>Counts a body; what is below <see cref="MaxDepth"/> levels is passed over. Says what is wrong where it is no JSON.</summary>
    /// <param name="profile">Takes the counts.</param>
    /// <param name="json">The body.</param>
    /// <param name="places">The limit of places.</param>
    /// <param name="wellFormed">Whether it is known to be JSON.</param>
    public static JsonFaultKind Add(ValueProfile profile, ReadOnlySpan<byte> json, PlaceLimit places, bool wellFormed = false)
    {
        // A body that turns out to be broken must leave no trace, so it is looked at before it is counted.
        JsonTokenizer check = new(json);
        while (!wellFormed && check.Read())
        {
        }

        if (check.Fault.Kind != JsonFaultKind.None) return check.Fault.Kind;
        JsonTokenizer tokens = new(json);
        tokens.Read();
        Value(profile, ref tokens, places);
        return JsonFaultKind.None;
    }

    private static void Value(ValueProfile profile, ref JsonTokenizer tokens, PlaceLimit places)
    {
        switch (tokens.Kind)
        {
            case JsonTokenKind.StartObject:
                profile.Count1(SeenType.Object);
                Object(profile, profile.Objects ??= new(), ref tokens, places);
                break;
            case JsonTokenKind.StartArray:
                profile.Count1(SeenType.Array);
                Array(profile, profile.Arrays ??= new(), ref tokens, places);
                break;
            case JsonTokenKind.String:
                profile.Count1(SeenType.String);
                Text(profile, ref tokens);
                break;
            case JsonTokenKind.Number:
                profile.Count1(tokens.IsInteger ? SeenType.Integer : SeenType.Fraction);
                (profile.Numbers ??= new()).Add(tokens.Span);
                break;
            case JsonTokenKind.Null:
                profile.Count1(SeenType.Null);
                break;
            default:
                profile.Count1(SeenType.Boolean);
                break;
        }
    }

    private static void Object(ValueProfile owner, ObjectProfile profile, ref JsonTokenizer tokens, PlaceLimit places)
    {
        profile.Count++;
        bool tooDeep = tokens.Depth > MaxDepth;
        int hint = 0;
        while (tokens.Read() && tokens.Kind == JsonTokenKind.PropertyName)
        {
            ValueProfile? member = tooDeep ? null : Member(owner, profile, ref tokens, ref hint, places);
            tokens.Read();
            if (member is null) tokens.Skip();
            else Value(member, ref tokens, places);
            hint++;
        }
    }

    private static ValueProfile? Member(ValueProfile owner, ObjectProfile profile, ref JsonTokenizer tokens, ref int hint, PlaceLimit places)
    {
        if (!tokens.Traits.HasFlag(JsonStringTraits.Escaped)) return profile.Member(owner, tokens.Span, ref hint, places);
        byte[] unescaped = ArrayPool<byte>.Shared.Rent(tokens.Span.Length);
        ValueProfile? member = profile.Member(owner, unescaped.AsSpan(0, JsonText.Unescape(tokens.Span, unescaped)), ref hint, places);
        ArrayPool<byte>.Shared.Return(unescaped);
        return member;
    }

    private static void Array(ValueProfile owner, ArrayProfile profile, ref JsonTokenizer tokens, PlaceLimit places)
    {
        bool tooDeep = tokens.Depth > MaxDepth;
        long length = 0;
        for (; tokens.Read() && tokens.Kind != JsonTokenKind.EndArray; length++)
        {
            if (!tooDeep && profile.Item(owner, places) is { } item) Value(item, ref tokens, places);
            else tokens.Skip();
        }

        profile.Add(length);
    }

    private static void Text(ValueProfile profile, ref JsonTokenizer tokens)
    {
        if (!tokens.Traits.HasFlag(JsonStringTraits.Escaped))
        {
            profile.AddText(tokens.Span);
            return;
        }

        byte[] unescaped = ArrayPool<byte>.Shared.Rent(tokens.Span.Length);
        profile.AddText(unescaped.AsSpan(0, JsonText.Unescape(tokens.Span, unescaped)));
        ArrayPool<byte>.Shared.Return(unescaped);
    }
}
