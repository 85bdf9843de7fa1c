extern alias gen;

using gen::ContractToolkit.Generator.Stages;
using Microsoft.CodeAnalysis;

namespace ContractToolkit.Generator.Harness;

/// <summary>
/// What holds for every run of the generator: a second run is answered from the cache, the source pipeline holds plain values only, and the
/// output compiles in a strict project.
/// </summary>
internal static class GeneratorCheck
{
    private static readonly string[] SourceStages =
        [TrackingNames.Facts, TrackingNames.Claims, TrackingNames.Model, TrackingNames.Binding, TrackingNames.Groups, TrackingNames.Emission];

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

    private static void RequireCompilation(GeneratorRun run) =>
        Assert.Empty(run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(20));
}
