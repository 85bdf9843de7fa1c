using System.Text;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Diff.Tests.Rules;

/// <summary>Holds the pages of docs/rules/diff and the registry together. Accepting snapshots writes the pages.</summary>
public sealed class RulePagesTests
{
    private const string Folder = "docs/rules/diff/";

    // The longer beginnings first: a rule stands on the page of the first that fits.
    private static readonly (string Name, string Title, string[] Beginnings)[] Pages =
    [
        ("request-parameters", "Parameters of requests", ["request-parameter", "new-request-path-parameter", "new-required-request-parameter", "new-optional-request-parameter", "new-required-request-default", "new-optional-request-default"]),
        ("request-properties", "Members of request bodies", ["request-property", "request-optional-property", "request-required-property", "new-required-request-property", "new-optional-request-property"]),
        ("request-bodies", "Request bodies", ["request-"]),
        ("response-headers", "Headers of responses", ["response-header", "required-response-header", "optional-response-header"]),
        ("response-properties", "Members of response bodies", ["response-property", "response-optional-", "response-required-", "response-write-only-property"]),
        ("responses", "Responses and their bodies", ["response-"]),
        ("operations", "Operations, security, servers and the document", [""]),
    ];

    public static TheoryData<string> Names => new(Pages.Select(page => page.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_stands_on_its_page(string name) => Snapshot.VerifyDocument($"{Folder}{name}.md", Page(name));

    [Fact]
    public void The_index_leads_to_every_page()
    {
        StringBuilder text = new($"# Rules of comparison\n\n{DiffRules.All.Count} rules, written from the registry; a test holds the two together. `contract rules --part diff` lists the same.\n\nThe level is that of the rule. Where values are compared, the comparison knows better: a rule of a breaking kind is reported as compatible where no value is lost, and the other way round.\n\n| page | rules |\n|---|---:|\n");
        foreach ((string name, string title, _) in Pages) text.Append($"| [{title}]({name}.md) | {DiffRules.All.Count(rule => PageOf(rule) == name)} |\n");
        Snapshot.VerifyDocument(Folder + "README.md", text.ToString());
    }

    [Fact]
    public void No_page_is_left_over()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(Path.Combine(SharedData.Repository, Folder), "*.md").Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Empty(files.Except(Pages.Select(page => page.Name)).Except(["README"]));
    }

    private static string Page(string name)
    {
        StringBuilder text = new($"# {Pages.Single(page => page.Name == name).Title}\n\n| rule | level | what changed | the opposite |\n|---|---|---|---|\n");
        foreach (DiffRule rule in DiffRules.All.Where(rule => PageOf(rule) == name))
        {
            text.Append($"| `{rule.Id}` | {rule.Level.ToString().ToLowerInvariant()} | {rule.Title} | {(rule.Mirror is { } mirror ? $"`{mirror}`" : rule.NoMirror)} |\n");
        }

        return text.ToString();
    }

    private static string PageOf(DiffRule rule) => Pages.First(page => page.Beginnings.Any(beginning => rule.Id.StartsWith(beginning, StringComparison.Ordinal))).Name;
}
