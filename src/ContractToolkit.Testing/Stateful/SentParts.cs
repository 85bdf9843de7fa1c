using System.Text.Json;

namespace ContractToolkit.Testing;

/// <summary>Compares what a server keeps of a body that was sent to it.</summary>
internal static class SentParts
{
    private static readonly string[] Volatile = ["version", "revision", "etag", "updated", "modified", "timestamp", "nonce", "lastseen", "changed"];

    /// <summary>The pointer of the first part of what was sent whose kept value differs between two readings; null where there is none. Points in time and
    /// counters of versions are left out: they may change with every write.</summary>
    /// <param name="sent">The body that was sent.</param>
    /// <param name="first">What was read after it.</param>
    /// <param name="second">What was read after it was sent again.</param>
    /// <param name="root">Where in both readings the resource stands.</param>
    public static string? Changed(byte[] sent, ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second, string root)
    {
        try
        {
            using JsonDocument body = JsonDocument.Parse(sent);
            using JsonDocument before = JsonDocument.Parse(first);
            using JsonDocument after = JsonDocument.Parse(second);
            return JsonEdit.Places(body.RootElement).Where(place => place.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined) && !place.Pointer.Split('/').Any(IsVolatile))
                .Select(place => place.Pointer)
                .FirstOrDefault(pointer => JsonEdit.At(before.RootElement, root + pointer) is { } was && JsonEdit.At(after.RootElement, root + pointer) is { } now && was.GetRawText() != now.GetRawText() && !IsTime(was, now));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// The pointer of the first part that an update sends with another value than the create did, and that still reads as it was created; null where
    /// there is none. Only what the create kept as it was sent counts: other parts may be the server's own.
    /// </summary>
    /// <param name="created">The body that the create sent.</param>
    /// <param name="sent">The body that the update sent.</param>
    /// <param name="first">What was read after the create.</param>
    /// <param name="second">What was read after the update.</param>
    /// <param name="root">Where in both readings the resource stands.</param>
    public static string? Ignored(ReadOnlyMemory<byte> created, byte[] sent, ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second, string root)
    {
        try
        {
            using JsonDocument create = JsonDocument.Parse(created);
            using JsonDocument update = JsonDocument.Parse(sent);
            using JsonDocument before = JsonDocument.Parse(first);
            using JsonDocument after = JsonDocument.Parse(second);
            bool IsIgnored((string Pointer, JsonElement Value) place) =>
                JsonEdit.At(create.RootElement, place.Pointer) is { } made && JsonEdit.At(before.RootElement, root + place.Pointer) is { } was && JsonEdit.At(after.RootElement, root + place.Pointer) is { } now
                && IsSame(made, was) && IsSame(was, now) && !IsSame(place.Value, was);
            return JsonEdit.Places(update.RootElement).Where(place => IsScalar(place.Value) && !place.Pointer.Split('/').Any(name => IsVolatile(name) || IsIdentity(name))).Where(IsIgnored)
                .Select(place => place.Pointer).FirstOrDefault();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsScalar(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    private static bool IsSame(JsonElement one, JsonElement other) => one.ValueKind == other.ValueKind && one.ValueKind switch
    {
        JsonValueKind.String => one.GetString() == other.GetString(),
        JsonValueKind.Number => one.GetDouble().Equals(other.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => true,
        _ => false,
    };

    // What names a thing stays with it.
    private static bool IsIdentity(string segment) =>
        segment.EndsWith("id", StringComparison.OrdinalIgnoreCase) || segment.EndsWith("key", StringComparison.OrdinalIgnoreCase) || segment.Equals("slug", StringComparison.OrdinalIgnoreCase);

    private static bool IsVolatile(string segment) => segment.Replace("_", "").Replace("-", "").ToLowerInvariant() is var name && Volatile.Any(name.Contains);

    private static bool IsTime(JsonElement was, JsonElement now) =>
        was.ValueKind == JsonValueKind.String && now.ValueKind == JsonValueKind.String && was.TryGetDateTimeOffset(out _) && now.TryGetDateTimeOffset(out _);
}
