using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContractToolkit.Generator.Harness;

/// <summary>The options that the build would pass for a set of documents.</summary>
internal sealed class DocumentOptions(params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    private static readonly Entries None = new(new Dictionary<string, string>());

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Entries(properties.ToDictionary(entry => "build_property." + entry.Name, entry => entry.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile is Document document ? new Entries(document.Metadata) : None;

    private sealed class Entries(IReadOnlyDictionary<string, string> entries) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => entries.TryGetValue(key, out value);
    }
}
