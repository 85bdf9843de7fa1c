using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Collects the extensions of an object. Those that the model has a member for are left to their own readers.</summary>
internal sealed class ExtensionReader(ReadingContext context)
{
    private static readonly HashSet<string> Modelled = new(StringComparer.Ordinal) { "x-contract-envelope", "x-contract-token", "x-contract-effect", "x-contract-paging" };

    private static readonly string[] Ours =
    [
        "x-contract-envelope", "x-contract-token", "x-contract-effect", "x-contract-paging", "x-contract-factories", "x-contract-name", "x-contract-zone",
        "x-contract-documented-examples", "x-contract-provenance", "x-contract-sources", "x-contract-inventory",
    ];

    public EquatableArray<Extension> Read(Node node)
    {
        List<Extension>? extensions = null;
        foreach (Node member in node.Members)
        {
            string name = member.Name;
            if (!name.StartsWith("x-", StringComparison.Ordinal)) continue;
            if (name.StartsWith("x-contract-", StringComparison.Ordinal)) Check(member, name);
            if (!Modelled.Contains(name)) (extensions ??= []).Add(new Extension(name, member.Literal()));
        }

        return extensions?.ToEquatableArray() ?? default;
    }

    /// <summary>Reports a name of ours that does not exist, and a zone that is none.</summary>
    public void Check(Node member, string name)
    {
        CheckName(member, name);
        if (name == "x-contract-zone" && (member.Text is not { } text || LocalTimeZone.Parse(text) is null))
        {
            context.Findings.Report(ReadingRules.MalformedExtension, member, $"'x-contract-zone' takes {LocalTimeZone.Syntax}; found {NodeText.Describe(member)}");
        }
    }

    /// <summary>Reports a name of ours that does not exist: a typing error must not switch a check off.</summary>
    public void CheckName(Node member, string name)
    {
        if (Array.IndexOf(Ours, name) >= 0) return;
        string guess = Spelling.Closest(name, Ours) is { } close ? $"; did you mean '{close}'?" : string.Empty;
        context.Findings.ReportName(ReadingRules.UnknownExtension, member, $"there is no extension '{name}'{guess}");
    }
}
