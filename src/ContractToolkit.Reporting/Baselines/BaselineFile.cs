using System.Globalization;
using System.Text.Json;

namespace ContractToolkit.Reporting;

/// <summary>Reads and writes the baseline file: JSON, made to be edited by hand and to merge line by line.</summary>
public static class BaselineFile
{
    private static readonly string[] Members = ["rule", "operation", "cause", "reason", "owner", "expires", "added"];

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="FormatException">It is none; the message says what is wrong and where.</exception>
    public static Baseline Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("findings", out JsonElement findings) || findings.ValueKind != JsonValueKind.Array)
            {
                throw new FormatException("expected an object with an array 'findings'");
            }

            return new([.. findings.EnumerateArray().Select(ReadEntry)]);
        }
        catch (JsonException e)
        {
            throw new FormatException(FormattableString.Invariant($"no JSON, line {(e.LineNumber ?? 0) + 1}"), e);
        }
    }

    /// <summary>Writes a baseline.</summary>
    public static void Write(Baseline baseline, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("format", "contract-baseline/1");
        json.WriteStartArray("findings");
        foreach (BaselineEntry entry in baseline.Entries) WriteEntry(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteEntry(Utf8JsonWriter json, BaselineEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("rule", entry.Rule);
        if (entry.Operation is not null) json.WriteString("operation", entry.Operation);
        if (entry.Cause is not null) json.WriteString("cause", entry.Cause);
        json.WriteString("reason", entry.Reason);
        json.WriteString("owner", entry.Owner);
        if (entry.Expires is { } expires) json.WriteString("expires", expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("added", entry.Added.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static BaselineEntry ReadEntry(JsonElement json, int index)
    {
        string where = FormattableString.Invariant($"/findings/{index}");
        if (json.ValueKind != JsonValueKind.Object) throw new FormatException($"{where}: expected an object");
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (!Members.Contains(member.Name)) throw new FormatException($"{where}: unknown member '{member.Name}'; known are {string.Join(", ", Members)}");
            if (member.Value.ValueKind != JsonValueKind.String) throw new FormatException($"{where}/{member.Name}: expected a string");
        }

        return new(
            Text(json, "rule") ?? throw new FormatException($"{where}: 'rule' is missing"),
            Text(json, "operation"),
            Text(json, "cause"),
            Text(json, "reason") ?? throw new FormatException($"{where}: 'reason' is missing"),
            Text(json, "owner") ?? throw new FormatException($"{where}: 'owner' is missing"),
            Date(json, "expires", where),
            Date(json, "added", where) ?? DateOnly.MinValue);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static DateOnly? Date(JsonElement json, string name, string where)
    {
        if (Text(json, name) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date : throw new FormatException($"{where}/{name}: '{text}' is no date as 2027-01-31");
    }
}
