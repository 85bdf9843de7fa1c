using System.Globalization;
using Xunit;

namespace ContractToolkit.TestSupport;

/// <summary>
/// Tests that take minutes: marked <c>[Trait("Category", LongRun.Category)]</c>, skipped unless <c>.ci/long</c> runs them, seeded, and
/// writing what they measured into <c>docs/</c>.
/// </summary>
public static class LongRun
{
    /// <summary>The value of the trait <c>Category</c>.</summary>
    public const string Category = "Long";

    /// <summary>Whether long runs are asked for.</summary>
    public static bool Wanted => Environment.GetEnvironmentVariable("CONTRACT_LONG") == "1";

    /// <summary>The seed of the run, from <c>CONTRACT_SEED</c>.</summary>
    public static int Seed =>
        int.TryParse(Environment.GetEnvironmentVariable("CONTRACT_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int seed) ? seed : 1;

    /// <summary>Skips the running test unless long runs are asked for.</summary>
    public static void Require() => Assert.SkipUnless(Wanted, "a long run (bash .ci/long)");

    /// <summary>Keeps what a run measured, as <c>docs/results/NAME.md</c>.</summary>
    public static void Keep(string name, string markdown)
    {
        string folder = Directory.CreateDirectory(Path.Combine(SharedData.Repository, "docs", "results")).FullName;
        File.WriteAllText(Path.Combine(folder, name + ".md"), markdown.Replace("\r\n", "\n"));
    }
}
