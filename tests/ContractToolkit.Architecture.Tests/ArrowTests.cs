namespace ContractToolkit.Architecture;

/// <summary>
/// Holds the arrows: <c>ContractToolkit ← OpenApi ← Validation ← {Diff, CSharp, Exchange} ← {Testing, Mocking, Drift} ← Cli</c>.
/// </summary>
public sealed class ArrowTests
{
    /// <summary>What each part may reference directly; what those reference comes with them.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["ContractToolkit"] = [],
        ["ContractToolkit.OpenApi"] = ["ContractToolkit"],
        ["ContractToolkit.Validation"] = ["ContractToolkit", "ContractToolkit.OpenApi"],
        ["ContractToolkit.Diff"] = ["ContractToolkit.OpenApi", "ContractToolkit.Validation"],
        ["ContractToolkit.CSharp"] = ["ContractToolkit.OpenApi", "ContractToolkit.Validation"],
        ["ContractToolkit.Exchange"] = ["ContractToolkit.Validation"],
        ["ContractToolkit.Testing"] = ["ContractToolkit.Exchange", "ContractToolkit.Reporting"],
        ["ContractToolkit.Testing.AspNetCore"] = ["ContractToolkit.Testing"],
        ["ContractToolkit.Mocking"] = ["ContractToolkit.Exchange"],
        ["ContractToolkit.Drift"] = ["ContractToolkit.Exchange", "ContractToolkit.Diff"],
        ["ContractToolkit.Drift.Queue"] = ["ContractToolkit.Drift"],
        ["ContractToolkit.Reporting"] = ["ContractToolkit"],
        ["ContractToolkit.Cli"] =
        [
            "ContractToolkit", "ContractToolkit.OpenApi", "ContractToolkit.Validation", "ContractToolkit.Diff", "ContractToolkit.CSharp",
            "ContractToolkit.Exchange", "ContractToolkit.Testing", "ContractToolkit.Mocking", "ContractToolkit.Drift", "ContractToolkit.Drift.Queue", "ContractToolkit.Reporting",
        ],
        ["BesChannels.Client"] = ["ContractToolkit", "ContractToolkit.Generator"],
        ["ContractToolkit.Generator"] = [],
    };

    /// <summary>The packages that each part may use; build-time packages stand in <c>Directory.Build.props</c>, not here.</summary>
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["ContractToolkit.OpenApi"] = ["YamlDotNet"],
        ["ContractToolkit.Generator"] = ["Microsoft.CodeAnalysis.CSharp", "System.Text.Json", "YamlDotNet"],
        ["ContractToolkit.Testing.AspNetCore"] = ["Microsoft.AspNetCore.TestHost"],
        ["ContractToolkit.Drift.Queue"] = ["RabbitMQ.Client"],
        ["ContractToolkit.Cli"] = ["Microsoft.OpenApi", "Spectre.Console", "System.CommandLine"],
        ["BesChannels.Client"] = ["Microsoft.Extensions.Http"],
    };

    private static readonly string[] Linkable =
        ["ContractToolkit/Foundation", "ContractToolkit/Validation", "ContractToolkit.OpenApi", "ContractToolkit.Validation", "ContractToolkit.Diff", "ContractToolkit.CSharp"];

    public static TheoryData<string> Parts => new(ProjectFile.Product.Select(project => project.Name));

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_references_only_what_the_design_lets_it(string part)
    {
        Assert.True(Arrows.TryGetValue(part, out string[]? allowed), $"{part} is no part of the design: add its arrows here and its row in docs/architecture.md.");
        Assert.Empty(Project(part).Projects.Except(allowed!));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_uses_only_its_packages(string part) =>
        Assert.Empty(Project(part).Packages.Except(Packages.GetValueOrDefault(part, [])));

    [Fact]
    public void Every_part_of_the_design_exists() =>
        Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), ProjectFile.Product.Select(project => project.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_the_generator_links_sources_and_only_linkable_ones()
    {
        Assert.Empty(Project("ContractToolkit.Generator").LinkedFolders.Except(Linkable));
        Assert.All(ProjectFile.Product.Where(project => project.Name != "ContractToolkit.Generator"), project => Assert.Empty(project.LinkedFolders));
    }

    [Fact]
    public void The_arrows_have_no_cycle()
    {
        HashSet<string> settled = [];
        while (Arrows.FirstOrDefault(part => !settled.Contains(part.Key) && part.Value.All(settled.Contains)) is { Key: { } next }) settled.Add(next);
        Assert.Equal(Arrows.Count, settled.Count);
    }

    private static ProjectFile Project(string part) => ProjectFile.Product.Single(project => project.Name == part);
}
