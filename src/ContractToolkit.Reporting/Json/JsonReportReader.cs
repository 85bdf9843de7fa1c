using System.Text.Json;

namespace ContractToolkit.Reporting;

/// <summary>Reads what <see cref="JsonReporter"/> wrote.</summary>
public static class JsonReportReader
{
    /// <summary>Reads one report.</summary>
    /// <exception cref="FormatException">The text is no report of a version that is understood; the message says why.</exception>
    public static Report Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8);
            return ReadReport(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException(FormattableString.Invariant($"no report of this tool: no JSON, line {(e.LineNumber ?? 0) + 1}, column {(e.BytePositionInLine ?? 0) + 1}"), e);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("no report of this tool: a member is missing, or is not of its type", e);
        }
    }

    private static Report ReadReport(JsonElement root)
    {
        if (Text(root, "format") != "contract-report") throw new FormatException("no report of this tool: the member 'format' is not 'contract-report'");
        string version = root.GetProperty("formatVersion").GetString()!;
        if (version.Split('.')[0] != JsonReporter.FormatVersion.Split('.')[0])
        {
            throw new FormatException($"a report of format version {version}; this tool reads {JsonReporter.FormatVersion}");
        }

        return new Report
        {
            Command = root.GetProperty("command").GetString()!,
            Contract = Text(root, "contract"),
            ContractVersion = Text(root, "contractVersion"),
            Document = Text(root, "document"),
            Target = Text(root, "target"),
            Outcome = Words.Parse<RunOutcome>(root.GetProperty("outcome").GetString()!),
            OutcomeReason = Text(root, "outcomeReason"),
            Started = root.TryGetProperty("started", out JsonElement started) ? started.GetDateTimeOffset() : null,
            Duration = Milliseconds(root),
            Seed = root.TryGetProperty("seed", out JsonElement seed) ? seed.GetInt64() : null,
            Requests = root.GetProperty("requests").GetInt64(),
            Findings = [.. root.GetProperty("findings").EnumerateArray().Select(ReadFinding)],
            Operations = [.. root.GetProperty("operations").EnumerateArray().Select(ReadOperation)],
            Coverage = root.TryGetProperty("coverage", out JsonElement coverage) ? new([.. coverage.GetProperty("levels").EnumerateArray().Select(ReadLevel)]) : null,
            Notes = [.. root.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!)],
        };
    }

    private static ReportedFinding ReadFinding(JsonElement json) => new()
    {
        Finding = new Finding
        {
            Id = json.GetProperty("id").GetString()!,
            Level = Words.Parse<FindingLevel>(json.GetProperty("level").GetString()!),
            Message = json.GetProperty("message").GetString()!,
            Operation = Text(json, "operation"),
            Cause = Text(json, "cause"),
            Document = ReadPlace(json, "document"),
            BaseDocument = ReadPlace(json, "baseDocument"),
            Instance = json.TryGetProperty("instance", out JsonElement instance) ? ReadInstance(instance) : null,
            Remedy = Text(json, "remedy"),
            Evidence = json.GetProperty("evidence").EnumerateArray()
                .Select(evidence => new Evidence(evidence.GetProperty("kind").GetString()!, evidence.GetProperty("text").GetString()!)).ToEquatableArray(),
        },
        Phase = Text(json, "phase"),
        Occurrences = json.GetProperty("occurrences").GetInt32(),
        Flaky = json.GetProperty("flaky").GetBoolean(),
        Replay = Text(json, "replay"),
        Status = Words.Parse<FindingStatus>(json.GetProperty("status").GetString()!),
        Reason = Text(json, "reason"),
    };

    private static OperationResult ReadOperation(JsonElement json) => new()
    {
        Name = json.GetProperty("name").GetString()!,
        OperationId = Text(json, "operationId"),
        Group = Text(json, "group"),
        Effect = Text(json, "effect"),
        Verdict = Words.Parse<OperationVerdict>(json.GetProperty("verdict").GetString()!),
        Reason = Text(json, "reason"),
        Place = ReadPlace(json, "place"),
        Requests = json.GetProperty("requests").GetInt32(),
        Checks = json.GetProperty("checks").GetInt64(),
        Duration = Milliseconds(json),
        Statuses = [.. json.GetProperty("statuses").EnumerateObject().Select(status => new StatusCount(status.Name, status.Value.GetInt32()))],
        Coverage = [.. json.GetProperty("coverage").EnumerateArray().Select(item =>
            new CoverageItem(item.GetProperty("kind").GetString()!, item.GetProperty("name").GetString()!, item.GetProperty("hits").GetInt32()))],
    };

    private static CoverageLevel ReadLevel(JsonElement json) => new(
        json.GetProperty("name").GetString()!,
        json.TryGetProperty("level", out JsonElement level) ? level.GetInt32() : null,
        json.GetProperty("covered").GetInt32(),
        json.GetProperty("total").GetInt32());

    private static DocumentPlace? ReadPlace(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement json)
            ? new(json.GetProperty("file").GetString()!, json.GetProperty("pointer").GetString()!, ReadPosition(json))
            : null;

    private static InstancePlace ReadInstance(JsonElement json) => new(
        json.GetProperty("pointer").GetString()!, json.TryGetProperty("offset", out JsonElement offset) ? offset.GetInt64() : -1, ReadPosition(json));

    private static SourcePosition ReadPosition(JsonElement json) =>
        json.TryGetProperty("line", out JsonElement line) ? new(line.GetInt32(), json.GetProperty("column").GetInt32()) : default;

    private static TimeSpan Milliseconds(JsonElement json) => TimeSpan.FromMilliseconds(json.GetProperty("durationMilliseconds").GetDouble());

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
