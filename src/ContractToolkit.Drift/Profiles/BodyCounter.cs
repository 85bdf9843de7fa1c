using System.Buffers;
using ContractToolkit.Json;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Counts a JSON body into a profile in one forward pass, without building a tree.</summary>
internal static class BodyCounter
{
    private const int MaxDepth = 64;

    /// <summary>Counts a body; false where it is not well-formed JSON, or nested more deeply than a profile goes.</summary>
    public static bool Add(ValueProfile profile, ReadOnlySpan<byte> json)
    {
        // A body that turns out to be broken must leave no trace, so it is looked at before it is counted.
        JsonTokenizer check = new(json, MaxDepth);
        while (check.Read())
        {
        }

        if (check.Fault.Kind != JsonFaultKind.None) return false;
        JsonTokenizer tokens = new(json, MaxDepth);
        tokens.Read();
        Value(profile, ref tokens);
        return true;
    }

    private static void Value(ValueProfile profile, ref JsonTokenizer tokens)
    {
        switch (tokens.Kind)
        {
            case JsonTokenKind.StartObject:
                profile.Count1(SeenType.Object);
                Object(profile.Objects ??= new(), ref tokens);
                break;
            case JsonTokenKind.StartArray:
                profile.Count1(SeenType.Array);
                Array(profile.Arrays ??= new(), ref tokens);
                break;
            case JsonTokenKind.String:
                profile.Count1(SeenType.String);
                Text(profile.Strings ??= new(), ref tokens);
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

    private static void Object(ObjectProfile profile, ref JsonTokenizer tokens)
    {
        profile.Count++;
        int hint = 0;
        while (tokens.Read() && tokens.Kind == JsonTokenKind.PropertyName)
        {
            ValueProfile member = Member(profile, ref tokens, ref hint);
            tokens.Read();
            Value(member, ref tokens);
            hint++;
        }
    }

    private static ValueProfile Member(ObjectProfile profile, ref JsonTokenizer tokens, ref int hint)
    {
        if (!tokens.Traits.HasFlag(JsonStringTraits.Escaped)) return profile.Member(tokens.Span, ref hint);
        byte[] unescaped = ArrayPool<byte>.Shared.Rent(tokens.Span.Length);
        ValueProfile member = profile.Member(unescaped.AsSpan(0, JsonText.Unescape(tokens.Span, unescaped)), ref hint);
        ArrayPool<byte>.Shared.Return(unescaped);
        return member;
    }

    private static void Array(ArrayProfile profile, ref JsonTokenizer tokens)
    {
        long length = 0;
        for (; tokens.Read() && tokens.Kind != JsonTokenKind.EndArray; length++) Value(profile.Items, ref tokens);
        profile.Add(length);
    }

    private static void Text(StringProfile profile, ref JsonTokenizer tokens)
    {
        if (!tokens.Traits.HasFlag(JsonStringTraits.Escaped))
        {
            profile.Add(tokens.Span);
            return;
        }

        byte[] unescaped = ArrayPool<byte>.Shared.Rent(tokens.Span.Length);
        profile.Add(unescaped.AsSpan(0, JsonText.Unescape(tokens.Span, unescaped)));
        ArrayPool<byte>.Shared.Return(unescaped);
    }
}
