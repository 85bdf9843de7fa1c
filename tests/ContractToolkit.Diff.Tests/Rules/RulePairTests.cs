namespace ContractToolkit.Diff.Tests.Rules;

/// <summary>Every rule of the catalogue is triggered by a pair of documents of its own; a rule without a pair fails.</summary>
public sealed class RulePairTests
{
    private static readonly (string Place, Func<string, string> Make)[] Places =
    [
        ("request-body", DocumentEdits.Body), ("request-property", schema => DocumentEdits.Body(Member(schema))),
        ("request-parameter", DocumentEdits.Parameter), ("request-parameter-property", schema => DocumentEdits.Parameter(Member(schema))),
        ("response-body", DocumentEdits.Answer), ("response-property", schema => DocumentEdits.Answer(Member(schema))),
        ("response-header", DocumentEdits.Header), ("response-header-property", schema => DocumentEdits.Header(Member(schema))),
    ];

    // oasdiff publishes these edits under other names.
    private static readonly Dictionary<string, string> Published = new()
    {
        ["response-body-enum-value-removed"] = "response-mediatype-enum-value-removed",
        ["request-body-type-specialized"] = "request-body-type-changed",
        ["request-property-type-specialized"] = "request-property-type-changed",
        ["request-parameter-type-specialized"] = "request-parameter-type-changed",
    };

    [Fact]
    public void Every_rule_is_triggered_by_its_pair()
    {
        Dictionary<string, (string Old, string New, DiffOptions? Options)> pairs = [];
        foreach ((string place, Func<string, string> make) in Places)
        {
            foreach ((string edit, (string old, string @new)) in SchemaEdits.All.Concat(place.StartsWith("request", StringComparison.Ordinal) ? SchemaEdits.OfRequests : SchemaEdits.OfResponses)) pairs[Id(place, edit)] = (make(old), make(@new), null);
        }

        foreach (DocumentEdit edit in DocumentEdits.All) pairs[edit.Rule] = (edit.Old, edit.New, edit.Options);
        List<string> wrong = [];
        foreach (DiffRule rule in DiffRules.All)
        {
            if (!pairs.TryGetValue(rule.Id, out (string Old, string New, DiffOptions? Options) pair)) wrong.Add($"{rule.Id}: no pair");
            else if (Triggered(pair) is var triggered && !triggered.Contains(rule.Id)) wrong.Add($"{rule.Id}: {string.Join(", ", triggered)}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} rules\n{string.Join('\n', wrong)}");
        Assert.Empty(pairs.Keys.Where(id => DiffRules.Find(id) is null));
    }

    private static string[] Triggered((string Old, string New, DiffOptions? Options) pair)
    {
        try
        {
            return [.. Documents.Diff(pair.Old, pair.New, pair.Options).Select(change => change.RuleId)];
        }
        catch (ArgumentException e)
        {
            return [e.Message];
        }
    }

    private static string Id(string place, string edit) => Published.GetValueOrDefault($"{place}-{edit}", $"{place}-{edit}");

    private static string Member(string schema) => $$"""{"type":"object","properties":{"p":{{schema}} } }""";
}
