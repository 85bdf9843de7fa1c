using System.IO.Compression;
using System.Xml.Linq;
using ContractToolkit.EndToEnd.Harness;

namespace ContractToolkit.EndToEnd;

/// <summary>What is inside the packages.</summary>
[Collection(PackageFeed.Collection)]
public sealed class PackageTests(PackageFeed feed)
{
    private static readonly string[] Libraries =
    [
        "BesChannels.Client", "ContractToolkit", "ContractToolkit.CSharp", "ContractToolkit.Cli", "ContractToolkit.Diff", "ContractToolkit.Drift", "ContractToolkit.Drift.Queue", "ContractToolkit.Exchange",
        "ContractToolkit.Mocking", "ContractToolkit.OpenApi", "ContractToolkit.Reporting", "ContractToolkit.Testing", "ContractToolkit.Testing.AspNetCore",
        "ContractToolkit.Validation",
    ];

    public static TheoryData<string> Ids => new(Libraries);

    [Fact]
    public void Every_part_is_packed_and_nothing_else() =>
        Assert.Equal(Libraries, Directory.EnumerateFiles(feed.Folder, "*.nupkg").Select(path => Value(Nuspec(path), "id")).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_has_licence_readme_description_symbols_and_documentation(string id)
    {
        string path = PathOf(id);
        XElement metadata = Nuspec(path);
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.NotEqual("", Value(metadata, "description"));
        Assert.True(File.Exists(Path.ChangeExtension(path, ".snupkg")));

        IReadOnlyList<string> files = Files(path);
        Assert.Contains("README.md", files);
        IEnumerable<string> libraries = files.Where(file => file.StartsWith("lib/", StringComparison.Ordinal) && file.EndsWith(".dll", StringComparison.Ordinal));
        Assert.All(libraries, file => Assert.Contains(Path.ChangeExtension(file, ".xml"), files));
    }

    [Fact]
    public void The_main_package_carries_the_generator_its_parser_the_build_files_and_the_pages()
    {
        IReadOnlyList<string> files = Files(PathOf("ContractToolkit"));
        Assert.Equal(
            ["analyzers/dotnet/cs/ContractToolkit.Generator.dll", "analyzers/dotnet/cs/YamlDotNet.dll"],
            files.Where(file => file.StartsWith("analyzers/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("build/ContractToolkit.props", files);
        Assert.Contains("build/ContractToolkit.targets", files);
        Assert.Contains("docs/diagnostics/CT0001.md", files);
        Assert.Empty(Dependencies("ContractToolkit"));
    }

    [Fact]
    public void The_client_package_needs_the_runtime_and_not_the_generator()
    {
        XElement dependency = Assert.Single(Dependencies("BesChannels.Client").Where(element => element.Attribute("id")!.Value == "ContractToolkit").DistinctBy(element => element.ToString()));
        Assert.Contains("Analyzers", dependency.Attribute("exclude")!.Value, StringComparison.Ordinal);
    }

    // Packages of different ages of the format differ in the namespace, so local names count.
    private static string Value(XElement metadata, string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";

    private IEnumerable<XElement> Dependencies(string id) => Nuspec(PathOf(id)).Descendants().Where(element => element.Name.LocalName == "dependency");

    private string PathOf(string id) => Directory.EnumerateFiles(feed.Folder, "*.nupkg").Single(path => Value(Nuspec(path), "id") == id);

    private static IReadOnlyList<string> Files(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return archive.Entries.Select(entry => entry.FullName).ToList();
    }

    private static XElement Nuspec(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        using Stream stream = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }
}
