using System.Text.Json;

namespace ContractToolkit.Reporting;

/// <summary>SARIF 2.1.0, for code scanning: a result per finding, at the document's line.</summary>
public sealed class SarifReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "sarif";

    /// <inheritdoc/>
    public string Description => "SARIF 2.1.0, for code scanning";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        string[] rules = [.. report.Findings.Select(finding => finding.Finding.Id).Distinct().Order(StringComparer.Ordinal)];
        WriteTool(json, rules);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Outcome == RunOutcome.Completed);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("results");
        foreach (ReportedFinding finding in report.Findings) WriteResult(json, finding, Array.IndexOf(rules, finding.Finding.Id));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, string[] rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "contract");
        json.WriteString("version", ToolVersion.Value);
        json.WriteStartArray("rules");
        foreach (string rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, ReportedFinding reported, int rule)
    {
        Finding finding = reported.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", finding.Level switch { FindingLevel.Error => "error", FindingLevel.Warning => "warning", _ => "note" });
        json.WriteStartObject("message");
        json.WriteString("text", finding.Operation is { } operation ? $"{operation}: {finding.Message}" : finding.Message);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        if (finding.Document is { } place || finding.Operation is not null) WriteLocation(json, finding);
        json.WriteEndArray();
        if (finding.BaseDocument is { } other)
        {
            json.WriteStartArray("relatedLocations");
            json.WriteStartObject();
            WritePhysical(json, other);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString("contractFinding/v1", reported.Fingerprint);
        json.WriteEndObject();
        if (reported.Occurrences > 1) json.WriteNumber("occurrenceCount", reported.Occurrences);
        json.WriteString("baselineState", reported.Status == FindingStatus.New ? "new" : "unchanged");
        if (reported.Status == FindingStatus.Ignored) WriteSuppression(json, reported.Reason);
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        if (finding.Document is { } place)
        {
            WritePhysical(json, place);
        }

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", finding.Document?.Pointer ?? finding.Operation);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePhysical(Utf8JsonWriter json, DocumentPlace place)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(place.File));
        json.WriteEndObject();
        if (place.Position.IsKnown)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", place.Position.Line);
            json.WriteNumber("startColumn", place.Position.Column);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteSuppression(Utf8JsonWriter json, string? reason)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "external");
        if (reason is not null) json.WriteString("justification", reason);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // SARIF wants a URI reference; a path with blanks or a drive letter is none.
    private static string UriOf(string file)
    {
        string path = file.Replace('\\', '/');
        bool absolute = path.StartsWith('/') || (path.Length > 1 && path[1] == ':');
        string escaped = string.Join("/", path.Split('/').Select(Uri.EscapeDataString));
        return absolute ? "file://" + (path[0] == '/' ? "" : "/") + escaped.Replace("%3A", ":") : escaped;
    }
}
