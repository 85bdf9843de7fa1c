using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Overlays;

namespace ContractToolkit.Cli.Documents;

/// <summary>A document that was read, with its name and its surroundings.</summary>
/// <param name="Name">As findings show it.</param>
/// <param name="Content">The bytes of the root document.</param>
/// <param name="Document">What the reader made of it.</param>
/// <param name="Open">Opens another file of the document's folder, by its relative path; null where there is none.</param>
internal sealed record LoadedDocument(string Name, ReadOnlyMemory<byte> Content, ContractDocument Document, Func<string, ReadOnlyMemory<byte>?> Open)
{
    /// <summary>The full paths of the files that it was read from, and of those that it refers to but that are not there; empty for a document inside the tool.</summary>
    public IReadOnlyCollection<string> Files { get; init; } = [];

    /// <summary>The overlays that <see cref="Content"/> came out of; null where there were none.</summary>
    public OverlaidDocument? Overlaid { get; init; }

    /// <summary>A finding about <see cref="Content"/>, with its place where it was written.</summary>
    public Finding Written(Finding finding) =>
        Overlaid is not null && finding.Document is { } place && place.File == Name.Replace('\\', '/') ? finding with { Document = Overlaid.Locate(place.Pointer) } : finding;

    /// <summary>The contract.</summary>
    /// <exception cref="CommandLine.InputException">The document has none, or errors that make it unusable.</exception>
    public Contract RequireContract()
    {
        Finding? fatal = Document.Findings.FirstOrDefault(finding => finding.Level == FindingLevel.Error);
        if (Document.Contract is { } contract) return contract;
        throw new CommandLine.InputException(fatal is null ? $"{Name} is no OpenAPI document." : $"{fatal.Document?.ToString() ?? Name}: {fatal.Message} ({fatal.Id})");
    }
}
