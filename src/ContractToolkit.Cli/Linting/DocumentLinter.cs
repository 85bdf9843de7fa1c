using ContractToolkit.Cli.Documents;
using ContractToolkit.CSharp;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Linting;

/// <summary>Gathers everything that can be said about a document.</summary>
internal static class DocumentLinter
{
    public static Report Run(LoadedDocument loaded, bool secondOpinion)
    {
        List<Finding> findings = [.. loaded.Document.Findings];
        List<string> notes = [];
        if (loaded.Document.Contract is { } contract)
        {
            findings.AddRange(new ExampleLinter(CompiledContract.Compile(contract, loaded.Document.Locate)).Run());
            if (InventoryLoader.Load(loaded, contract) is { } inventory)
            {
                findings.AddRange(InventoryLinter.Run(contract, inventory, InventoryReader.PathOf(contract)!, loaded.Document.Locate));
                notes.Add(InventoryLinter.Coverage(inventory));
            }

            findings.AddRange(CSharpGenerator.Bind(contract, new CSharpOptions { Namespace = "Api" }).Findings
                .Select(finding => finding.Document is { } place ? finding with { Document = loaded.Document.Locate(place.Pointer) } : finding));
            if (secondOpinion)
            {
                findings.AddRange(SecondOpinion.Of(loaded, out string? silence));
                if (silence is not null) notes.Add("no second opinion: " + silence);
            }
        }

        return new Report
        {
            Command = "lint",
            Contract = loaded.Document.Contract?.Title,
            ContractVersion = loaded.Document.Contract?.ApiVersion,
            Document = loaded.Name,
            Findings = [.. findings.Distinct().GroupBy(finding => Fingerprint.Of(finding)).Select(group => new ReportedFinding { Finding = group.First(), Occurrences = group.Count() })],
            Notes = notes,
        };
    }
}
