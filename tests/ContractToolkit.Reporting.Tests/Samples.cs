using ContractToolkit.Reporting;

namespace ContractToolkit.Reporting.Tests;

/// <summary>Reports to test with; their texts try to break out of every format.</summary>
internal static class Samples
{
    public const string Hostile = "</script><img src=x onerror=alert(1)> ]]> | `x` \u001b[31m \u0000 \u202e %0A ::error:: \"q\" & 中文 \U0001F600";

    public static Finding Finding(string id = "response-body", string? operation = "GET /pets", FindingLevel level = FindingLevel.Error, string? cause = "#/components/schemas/Pet/required") => new()
    {
        Id = id,
        Level = level,
        Message = "The member \"name\" is missing. " + Hostile,
        Operation = operation,
        Cause = cause,
        Document = new("spec/a b.yaml", "/components/schemas/Pet/required", new(12, 5)),
        Instance = new("/0/name", 17, new(1, 18)),
        Remedy = "Send it.",
        Evidence = [new("curl", "curl -i 'http://x/pets'"), new("response", Hostile)],
    };

    public static Report Report(params ReportedFinding[] findings) => new()
    {
        Command = "check",
        Contract = "Pets " + Hostile,
        ContractVersion = "1.0",
        Document = "spec/a b.yaml",
        Target = "http://localhost:1",
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero),
        Duration = TimeSpan.FromMilliseconds(1234.5),
        Seed = 42,
        Requests = 7,
        Findings = findings,
        Operations = [Operation("GET /pets", OperationVerdict.Fails), Operation("POST /pets", OperationVerdict.Skipped), Operation("GET /pets/{id}", OperationVerdict.EnvelopeOnly)],
        Coverage = new([new("operations", 2, 1, 3), new("statuses", 5, 2, 2)]),
        Notes = ["2 operations were left out."],
    };

    public static OperationResult Operation(string name, OperationVerdict verdict, params CoverageItem[] coverage) => new()
    {
        Name = name,
        OperationId = name.Replace(' ', '-'),
        Group = "pets",
        Effect = "read",
        Place = new("spec/a b.yaml", "/paths/~1pets/get", new(3, 4)),
        Verdict = verdict,
        Reason = verdict == OperationVerdict.Skipped ? "it writes" : null,
        Requests = 3,
        Checks = 21,
        Duration = TimeSpan.FromMilliseconds(12),
        Statuses = [new("200", 2), new("404", 1)],
        Coverage = coverage.Length > 0 ? coverage : [new("status", "200", 2), new("status", "500", 0)],
    };

    public static ReportedFinding Reported(Finding? finding = null) =>
        new() { Finding = finding ?? Finding(), Phase = "examples", Occurrences = 3, Replay = "examples.getPets.42.0" };
}
