using System.Globalization;
using System.Text.Json;

namespace ContractToolkit.Testing;

/// <summary>Puts times that lie ahead, each an hour after the one before, in the place of the generated ones.</summary>
internal static class TimelyValues
{
    public static byte[] In(byte[] json, DateTimeOffset now)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        byte[] result = json;
        int count = 0;
        foreach ((string pointer, JsonElement value) in JsonEdit.Places(document.RootElement))
        {
            if (value.ValueKind != JsonValueKind.String || Format(value.GetString()!) is not { } format) continue;
            string time = now.AddHours(++count).UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
            result = JsonEdit.Replace(result, pointer, JsonSerializer.Serialize(time)) ?? result;
        }

        return result;
    }

    private static string? Format(string text) => text.Length switch
    {
        10 when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "yyyy-MM-dd",
        >= 20 when text[10] is 'T' or 't' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) => "yyyy-MM-ddTHH:mm:ssZ",
        _ => null,
    };
}
