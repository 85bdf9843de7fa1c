extern alias gen;

using System.Text;

namespace ContractToolkit.Generator;

using DocumentRemarks = gen::ContractToolkit.Generator.Diagnostics.DocumentRemarks;
using FindingRule = gen::ContractToolkit.FindingRule;

/// <summary>Writes the documentation page of a rule, and the index of the pages.</summary>
internal static class RulePage
{
    public static string Of(FindingRule rule) =>
        $"""
        # {rule.Id}: {rule.Title}

        {Level(rule)}, reported while {Part(rule.Id)}.

        {Explanation(rule)}**What to do.** {rule.Remedy}

        **To silence it.** Put `<NoWarn>$(NoWarn);{rule.Id}</NoWarn>` into the project, or `dotnet_diagnostic.{rule.Id}.severity = none` into a
        `.globalconfig` file; another severity works there too. Sections of `.editorconfig` do not reach diagnostics of documents.

        """.Replace("\r\n", "\n", StringComparison.Ordinal);

    public static string Index(IEnumerable<FindingRule> rules)
    {
        StringBuilder page = new("# Diagnostics\n\nWritten from the rule registries; a test holds the two together.\n\n| id | level | what is wrong |\n|---|---|---|\n");
        foreach (FindingRule rule in rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)) page.Append($"| [{rule.Id}]({rule.Id}.md) | {Level(rule)} | {rule.Title} |\n");
        return page.ToString();
    }

    private static string Level(FindingRule rule) => DocumentRemarks.Contains(rule.Id) ? $"{rule.Level} (Info in a build, where it costs nothing)" : rule.Level.ToString();

    // The title of a rule about a document says it all, as a rule.
    private static string Explanation(FindingRule rule) => rule.Explanation.Length == 0 ? "" : rule.Explanation + "\n\n";

    private static string Part(string id) => id[2] switch
    {
        '0' => "the build is set up",
        '1' => "a document is read",
        '2' => "a contract is expressed in C#",
        '3' => "schemas are compiled into validation plans",
        '4' => "two contracts are compared",
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "The id belongs to no part; see FindingRule."),
    };
}
