using System.Text;
using ContractToolkit.CSharp.Symbols;
using ContractToolkit.Diff;
using ContractToolkit.Generator.Diagnostics;
using ContractToolkit.Generator.Inputs;
using ContractToolkit.Generator.Stages;
using ContractToolkit.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ContractToolkit.Generator.Baselines;

/// <summary>What changed in a contract since its baseline, as diagnostics and as the map by which <see cref="ImpactAnalyzer"/> finds who is hit.</summary>
/// <param name="HelpFolder">The URI of the folder with a page per id; null where it is not known.</param>
/// <param name="Diagnostics">What is said at the lines of the contract.</param>
/// <param name="Namespace">The namespace of the contract.</param>
/// <param name="Map">The map; null where nothing breaks.</param>
internal sealed record BaselineComparison(string? HelpFolder, EquatableArray<ContractDiagnostic> Diagnostics, string Namespace, string? Map)
{
    private const int LongestWitness = 300;
    private static readonly BaselineComparison None = new(null, [], "", null);

    /// <summary>Compares a contract with its baseline; whatever goes wrong becomes a finding.</summary>
    public static BaselineComparison Run(ContractReading reading, ReferencedReadings baselines, CancellationToken cancellation)
    {
        ContractItem item = reading.File.Item;
        if (item.Baseline is not { } path) return None;
        try
        {
            if (baselines.Find(path) is not { Document.Contract: not null } baseline) return Only(reading, GeneratorRules.UnreadableBaseline.At($"{FilePath.Name(path)} is no document that can be compared with.", null));
            if (reading.Document?.Contract is not { } contract) return None;
            DiffResult result = ContractDiff.Compare(baseline.Document!, reading.Document);
            cancellation.ThrowIfCancellationRequested();
            List<(Change Change, ContractDiagnostic Place)> told = [.. result.Changes.SelectMany(change => change.EachWay).Where(change => change.Level > FindingLevel.Info).Select(change => (change, Tell(change, reading)))];
            List<(Change Change, ContractDiagnostic Place)> breaking = told.FindAll(each => each.Change.Level == FindingLevel.Error);
            string? map = breaking.Count == 0 ? null : ChangeMap.Write(item.Namespace, item.HelpFolder, ContractSymbols.Of(contract, item.Options, cancellation), breaking);
            return new(item.HelpFolder, told.Select(each => each.Place).ToEquatableArray(), item.Namespace, map);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Only(reading, GeneratorRules.Crashed("comparing with the baseline", fault, null));
        }
    }

    /// <summary>Hands diagnostics and map to the compiler. The map is comments only: it leaves nothing in the assembly.</summary>
    public void AddTo(SourceProductionContext output)
    {
        foreach (ContractDiagnostic diagnostic in Diagnostics) output.ReportDiagnostic(diagnostic.ToDiagnostic(HelpFolder));
        if (Map is not null) output.AddSource(Namespace + ChangeMap.FileEnding, SourceText.From(Map, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
    }

    private static BaselineComparison Only(ContractReading reading, Finding finding) =>
        new(reading.File.Item.HelpFolder, [DiagnosticSet.Place(finding, reading)], "", null);

    private static ContractDiagnostic Tell(Change change, ContractReading reading)
    {
        StringBuilder text = new(change.Sentence);
        text.Append(" (").Append(change.RuleId).Append(')');
        if (change.Operations.Count == 1) text.Append("; it reaches ").Append(change.Operations[0]);
        else if (change.Operations.Count > 1) text.Append($"; it reaches {change.Operations[0]} and {change.Operations.Count - 1} more");
        if (change.Witness is { } witness) text.Append("; for example ").Append(witness.Length > LongestWitness ? witness.Substring(0, LongestWitness) + "…" : witness);
        FindingRule rule = change.Level == FindingLevel.Error ? BaselineRules.Breaking : BaselineRules.Doubtful;
        Finding finding = new() { Id = rule.Id, Level = rule.Level, Message = text.ToString(), Document = change.NewPlace ?? Around(change.OldPlace, reading.Document!) };
        return DiagnosticSet.Place(finding, reading);
    }

    // What is gone stands no longer anywhere; what was around it may.
    private static DocumentPlace? Around(DocumentPlace? old, ContractDocument document)
    {
        string pointer = old?.Pointer ?? "";
        if (pointer.Length > 0 && pointer[0] != '#') pointer = "#" + pointer;
        for (int cut = pointer.LastIndexOf('/'); cut > 0; cut = pointer.LastIndexOf('/', cut - 1))
        {
            if (document.Locate(pointer.Substring(0, cut)) is { Position.IsKnown: true } place) return place;
        }

        return null;
    }
}
