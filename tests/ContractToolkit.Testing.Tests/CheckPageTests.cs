using System.Text.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Testing.Tests;

/// <summary>Every rule of every check has its page, made from the registry; the index says what the checks of another runner are called here.</summary>
public sealed class CheckPageTests
{
    private static readonly (string Theirs, string Ours)[] Schemathesis =
    [
        ("not_a_server_error", "server-error"), ("status_code_conformance", "response-status"), ("content_type_conformance", "response-media-type"),
        ("response_headers_conformance", "response-header"), ("response_schema_conformance", "response-body"), ("negative_data_rejection", "invalid-accepted"),
        ("positive_data_acceptance", "valid-rejected"), ("missing_required_header", "missing-header-accepted"), ("unsupported_method", "method-not-rejected"),
        ("allow_header_conformance", "allow-header"), ("use_after_free", "use-after-delete"), ("ensure_resource_availability", "created-unavailable"),
        ("ignored_auth", "authentication-ignored"), ("max_response_time", "response-time"),
    ];

    public static TheoryData<string> Ids => new(CheckCatalog.Rules.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_its_page(string id)
    {
        FindingRule rule = Assert.Single(CheckCatalog.Rules, rule => rule.Id == id);
        Snapshot.VerifyDocument($"docs/checks/{id}.md", $"""
            # {rule.Id}: {rule.Title}

            Level: {rule.Level.ToString().ToLowerInvariant()}. Off: `--disable-check {rule.Id}`. Weighed anew: `--level {rule.Id}=error`, `warning` or `info`.

            {rule.Explanation}

            **What to do:** {rule.Remedy}

            """);
    }

    [Fact]
    public void The_index_lists_them_all() => Snapshot.VerifyDocument("docs/checks/README.md", $"""
        # Checks

        What `contract check` judges. `contract rules --part check` lists the same, `contract rules ID` explains one. Each can be switched off or weighed anew, on the command line
        or in [contract.yaml](../configuration.md), for all operations or for one.

        | check | level | |
        |---|---|---|
        {string.Join("\n", CheckCatalog.Rules.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Level.ToString().ToLowerInvariant()} | {rule.Title} |"))}

        Coming from Schemathesis:

        | there | here |
        |---|---|
        {string.Join("\n", Schemathesis.Select(pair => $"| `{pair.Theirs}` | [{pair.Ours}]({pair.Ours}.md) |"))}

        """);

    [Fact]
    public void No_page_is_without_its_rule() => Assert.Empty(
        Directory.GetFiles(Path.Combine(SharedData.Repository, "docs", "checks"), "*.md").Select(Path.GetFileNameWithoutExtension).Except(CheckCatalog.Rules.Select(rule => rule.Id)).Except(["README"]));

    [Fact]
    public void Every_check_of_Schemathesis_is_here()
    {
        using JsonDocument theirs = JsonDocument.Parse(File.ReadAllText(SharedData.Require("suites/runner-checks.json")));
        Assert.Empty(theirs.RootElement.EnumerateArray().Select(check => check.GetProperty("check").GetString()!).Except(Schemathesis.Select(pair => pair.Theirs)));
        Assert.Empty(Schemathesis.Select(pair => pair.Ours).Except(CheckCatalog.Rules.Select(rule => rule.Id)));
    }
}
