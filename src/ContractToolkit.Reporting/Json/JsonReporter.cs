using System.Globalization;
using System.Text.Json;

namespace ContractToolkit.Reporting;

/// <summary>The whole report as JSON, by the versioned schema in <c>docs/report-schema.json</c>; <see cref="JsonReportReader"/> reads it back.</summary>
public sealed class JsonReporter : IReporter
{
    /// <summary>The version of the format: the first number changes when a reader must change.</summary>
    public const string FormatVersion = "1.0";

    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public string Description => "everything, by docs/report-schema.json";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output) => JsonText.Write(output, json => Write(report, json));

    internal static void Write(Report report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("format", "contract-report");
        json.WriteString("formatVersion", FormatVersion);
        json.WriteString("toolVersion", ToolVersion.Value);
        json.WriteString("command", report.Command);
        Optional(json, "contract", report.Contract);
        Optional(json, "contractVersion", report.ContractVersion);
        Optional(json, "document", report.Document);
        Optional(json, "target", report.Target);
        json.WriteString("outcome", Words.Of(report.Outcome));
        Optional(json, "outcomeReason", report.OutcomeReason);
        Optional(json, "started", report.Started?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        json.WriteNumber("durationMilliseconds", Math.Round(report.Duration.TotalMilliseconds, 3));
        if (report.Seed is { } seed) json.WriteNumber("seed", seed);
        json.WriteNumber("requests", report.Requests);
        json.WriteBoolean("failed", report.HasFailures);
        WriteArray(json, "findings", report.Findings, WriteFinding);
        WriteArray(json, "operations", report.Operations, WriteOperation);
        if (report.Coverage is { } coverage) WriteCoverage(json, coverage);
        json.WriteStartArray("notes");
        foreach (string note in report.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, ReportedFinding reported)
    {
        Finding finding = reported.Finding;
        json.WriteString("id", finding.Id);
        json.WriteString("level", Words.Of(finding.Level));
        json.WriteString("message", finding.Message);
        json.WriteString("fingerprint", reported.Fingerprint);
        json.WriteString("status", Words.Of(reported.Status));
        json.WriteBoolean("fails", reported.Fails);
        Optional(json, "operation", finding.Operation);
        Optional(json, "phase", reported.Phase);
        Optional(json, "cause", finding.Cause);
        WritePlace(json, "document", finding.Document);
        WritePlace(json, "baseDocument", finding.BaseDocument);
        if (finding.Instance is { } instance) WriteInstance(json, instance);
        json.WriteNumber("occurrences", reported.Occurrences);
        json.WriteBoolean("flaky", reported.Flaky);
        Optional(json, "replay", reported.Replay);
        Optional(json, "reason", reported.Reason);
        Optional(json, "remedy", finding.Remedy);
        WriteArray(json, "evidence", finding.Evidence, (_, evidence) =>
        {
            json.WriteString("kind", evidence.Kind);
            json.WriteString("text", evidence.Text);
        });
    }

    private static void WriteInstance(Utf8JsonWriter json, InstancePlace instance)
    {
        json.WriteStartObject("instance");
        json.WriteString("pointer", instance.Pointer);
        if (instance.Offset >= 0) json.WriteNumber("offset", instance.Offset);
        WritePosition(json, instance.Position);
        json.WriteEndObject();
    }

    private static void WriteOperation(Utf8JsonWriter json, OperationResult operation)
    {
        json.WriteString("name", operation.Name);
        Optional(json, "operationId", operation.OperationId);
        Optional(json, "group", operation.Group);
        Optional(json, "effect", operation.Effect);
        json.WriteString("verdict", Words.Of(operation.Verdict));
        Optional(json, "reason", operation.Reason);
        WritePlace(json, "place", operation.Place);
        json.WriteNumber("requests", operation.Requests);
        json.WriteNumber("checks", operation.Checks);
        json.WriteNumber("durationMilliseconds", Math.Round(operation.Duration.TotalMilliseconds, 3));
        json.WriteStartObject("statuses");
        foreach (StatusCount status in operation.Statuses) json.WriteNumber(status.Status, status.Count);
        json.WriteEndObject();
        WriteArray(json, "coverage", operation.Coverage, (_, item) =>
        {
            json.WriteString("kind", item.Kind);
            json.WriteString("name", item.Name);
            json.WriteNumber("hits", item.Hits);
        });
    }

    private static void WriteCoverage(Utf8JsonWriter json, CoverageSummary coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("percent", Math.Round(coverage.Percent, 2));
        json.WriteNumber("reached", coverage.Reached);
        WriteArray(json, "levels", coverage.Levels, (_, level) =>
        {
            json.WriteString("name", level.Name);
            if (level.Level is { } number) json.WriteNumber("level", number);
            json.WriteNumber("covered", level.Covered);
            json.WriteNumber("total", level.Total);
        });
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, string name, DocumentPlace? place)
    {
        if (place is null) return;
        json.WriteStartObject(name);
        json.WriteString("file", place.File);
        json.WriteString("pointer", place.Pointer);
        WritePosition(json, place.Position);
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, SourcePosition position)
    {
        if (!position.IsKnown) return;
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
