using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>The members of a schema object that are no keywords of its dialect: extensions, and what is reported.</summary>
internal sealed class SchemaMembers(FindingSink findings, ExtensionReader reader)
{
    private static readonly HashSet<string> KnownElsewhere = new(StringComparer.Ordinal) { "$comment", "$schema", "id", "definitions" };

    private List<Extension>? extensions;

    public void Add(Node member, KeywordFacts? facts, Dialect dialect)
    {
        string name = member.Name;
        if (dialect.Is(Dialects.Parameter20) && name != "x-nullable") return;
        if (name.StartsWith("x-contract-", StringComparison.Ordinal)) reader.Check(member, name);
        if (name.StartsWith("x-", StringComparison.Ordinal)) (extensions ??= []).Add(new Extension(name, member.Literal()));
        else if (facts is null) findings.ReportName(ReadingRules.UnknownKeyword, member, $"'{name}' is no keyword; it is ignored");
        else if (!KnownElsewhere.Contains(name)) ReportOther(member, name, dialect);
    }

    /// <summary>The extensions since the last call.</summary>
    public EquatableArray<Extension> TakeExtensions()
    {
        if (extensions is null) return default;
        EquatableArray<Extension> taken = extensions.ToEquatableArray();
        extensions = null;
        return taken;
    }

    private void ReportOther(Node member, string name, Dialect dialect) =>
        findings.ReportName(ReadingRules.KeywordOfOtherDialect, member, $"'{name}' is no keyword of {dialect.Model}; it is ignored");
}
