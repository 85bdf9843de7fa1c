extern alias gen;

using gen::ContractToolkit.Generator.Stages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Generator.Harness;

/// <summary>
/// What holds for every run of the generator: a second run is answered from the cache, the source pipeline holds plain values only, and the
/// output compiles in a strict project.
/// </summary>
internal static class GeneratorCheck
{
    private static readonly string[] SourceStages =
        [TrackingNames.Facts, TrackingNames.Claims, TrackingNames.Model, TrackingNames.Binding, TrackingNames.Groups, TrackingNames.Emission];

    // CS1591: not every element of a document is described. CS8618: reading constructors see to required members at run time.
    private static readonly string[] Accepted = ["CS1591", "CS8618"];

    /// <summary>Runs the generator and requires what holds for every run.</summary>
    public static GeneratorRun Run(params Document[] documents) => Require(GeneratorRun.Of(documents));

    /// <summary>Requires what holds for every run.</summary>
    public static GeneratorRun Require(GeneratorRun run)
    {
        Assert.Null(run.Result.Exception);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.NotEmpty(run.Files);
        RequireCache(run);
        RequirePlainValues(run);
        RequireCompilation(run);
        return run;
    }

    private static void RequireCache(GeneratorRun run)
    {
        GeneratorRun again = run.EditCode("internal static class User { static int edited; }");
        foreach (string stage in TrackingNames.All)
        {
            Assert.All(again.Reasons(stage), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }

        Assert.Equal(run.Files, again.Files);
    }

    private static void RequirePlainValues(GeneratorRun run) =>
        Assert.Empty(SourceStages.SelectMany(stage => run.Values(stage).SelectMany(value => ModelWalk.BannedIn(value).Select(found => $"{stage}: {found}"))));

    // The files switch warnings off for the consumer's sake, whose analyzers and settings nobody knows. Here they are on.
    private static void RequireCompilation(GeneratorRun run)
    {
        Compilation strict = run.Output;
        foreach (SyntaxTree tree in run.Result.GeneratedSources.Select(source => source.SyntaxTree))
        {
            string text = tree.GetText().ToString().Replace("#pragma warning disable", "", StringComparison.Ordinal).Replace("#nullable disable warnings", "#nullable enable", StringComparison.Ordinal);
            SyntaxTree loud = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath);
            strict = strict.ReplaceSyntaxTree(strict.SyntaxTrees.Single(other => other.FilePath == tree.FilePath), loud);
        }

        Assert.Empty(strict.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !Accepted.Contains(diagnostic.Id)).Take(20));
    }
}
