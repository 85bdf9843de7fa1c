using System.Collections.Immutable;
using ContractToolkit.Generator.Inputs;
using ContractToolkit.Generator.Stages;
using Microsoft.CodeAnalysis;

namespace ContractToolkit.Generator.Diagnostics;

/// <summary>Everything that is said about one document, with places.</summary>
/// <param name="HelpFolder">The URI of the folder with a page per id; null where it is not known.</param>
/// <param name="Diagnostics">What is said.</param>
internal sealed record DiagnosticSet(string? HelpFolder, EquatableArray<ContractDiagnostic> Diagnostics)
{
    /// <summary>Gathers what all stages say about a document and gives each its place.</summary>
    public static DiagnosticSet Locate(ContractReading reading, ImmutableArray<ContractProblems> problems, CompilationFacts facts)
    {
        IEnumerable<Finding> later = problems.Where(problem => problem.Path == reading.File.Path).SelectMany(problem => problem.Findings);
        return new(
            reading.File.Item.HelpFolder,
            SetUp(reading.File.Item, facts).Concat(reading.Findings).Concat(later).Select(finding => Place(DocumentRemarks.InBuild(finding), reading)).ToEquatableArray());
    }

    /// <summary>Hands the diagnostics to the compiler.</summary>
    public void ReportTo(SourceProductionContext output)
    {
        foreach (ContractDiagnostic diagnostic in Diagnostics) output.ReportDiagnostic(diagnostic.ToDiagnostic(HelpFolder));
    }

    private static IEnumerable<Finding> SetUp(ContractItem item, CompilationFacts facts)
    {
        if (!facts.HasRuntime) yield return GeneratorRules.MissingRuntime.At("The library ContractToolkit is not among the references.", null);
        if (facts.IsLanguageTooOld)
        {
            yield return GeneratorRules.OldLanguage.At($"The project compiles with C# {facts.LanguageVersion}.", null);
        }

        foreach (OptionProblem problem in item.Problems)
        {
            yield return GeneratorRules.BadOption.At($"{problem.Option}: {problem.Message}", null);
        }
    }

    /// <summary>Gives a finding its place in the text.</summary>
    public static ContractDiagnostic Place(Finding finding, ContractReading reading)
    {
        DocumentPlace? place = reading.Locate(finding.Document);
        ContractFile file = reading.FileOf(place);
        return place is { Position.IsKnown: true } && file.Content is { } content
            ? ContractDiagnostic.At(finding, place, file.Path, content.Text)
            : ContractDiagnostic.Unlocated(finding, file.Path);
    }
}
