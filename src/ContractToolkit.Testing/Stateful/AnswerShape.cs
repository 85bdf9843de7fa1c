using System.Text.Json;

namespace ContractToolkit.Testing;

/// <summary>Compares the shapes of two JSON answers: the kinds of the values at the same places.</summary>
internal static class AnswerShape
{
    private const int Deepest = 64;

    /// <summary>The pointer of the first place where both have values of different kinds; null where there is none. Members may come and go, null stands
    /// for any kind, and items are not compared: a list may have other items the next moment.</summary>
    public static string? Contradiction(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second)
    {
        try
        {
            JsonDocumentOptions options = new() { MaxDepth = Deepest };
            using JsonDocument a = JsonDocument.Parse(first, options);
            using JsonDocument b = JsonDocument.Parse(second, options);
            return Contradiction(a.RootElement, b.RootElement, "");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Contradiction(JsonElement first, JsonElement second, string at)
    {
        if (first.ValueKind == JsonValueKind.Null || second.ValueKind == JsonValueKind.Null) return null;
        if (Kind(first) != Kind(second)) return at;
        if (first.ValueKind != JsonValueKind.Object) return null;
        foreach (JsonProperty member in first.EnumerateObject())
        {
            if (second.TryGetProperty(member.Name, out JsonElement other) && Contradiction(member.Value, other, JsonPointer.Append(at, member.Name)) is { } found) return found;
        }

        return null;
    }

    private static JsonValueKind Kind(JsonElement value) => value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;
}
