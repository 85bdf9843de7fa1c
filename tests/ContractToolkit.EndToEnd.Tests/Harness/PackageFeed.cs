using ContractToolkit.TestSupport;

namespace ContractToolkit.EndToEnd.Harness;

/// <summary>
/// The packages, packed once per run from a copy of the sources, so that no other build of the tree can be met half-way. The folder that
/// <c>CONTRACT_FEED</c> names is used as it is instead.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    /// <summary>The collection of the tests that need the packages.</summary>
    public const string Collection = "Packages";

    private static readonly string[] Copied = ["src", "generators", "spec", "docs"];

    private readonly string root = Directory.CreateTempSubdirectory("contract-e2e-").FullName;

    /// <summary>The folder that holds the packages.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>What every command of these tests is started with.</summary>
    internal static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0", ["DOTNET_NOLOGO"] = "1",
    };

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (System.Environment.GetEnvironmentVariable("CONTRACT_FEED") is { Length: > 0 } given)
        {
            Folder = given;
            return;
        }

        Folder = Path.Combine(root, "feed");
        string tree = Path.Combine(root, "tree");
        foreach (string folder in Copied) CopyTree(Path.Combine(SharedData.Repository, folder), Path.Combine(tree, folder));
        foreach (string file in Directory.EnumerateFiles(SharedData.Repository)) File.Copy(file, Path.Combine(tree, Path.GetFileName(file)));
        IEnumerable<string> projects = Directory.EnumerateFiles(Path.Combine(tree, "src"), "*.csproj", SearchOption.AllDirectories);
        string list = string.Concat(projects.Order(StringComparer.Ordinal).Select(path => $"<Project Path=\"{Path.GetRelativePath(tree, path)}\" />"));
        await File.WriteAllTextAsync(Path.Combine(tree, "Pack.slnx"), $"<Solution>{list}<Project Path=\"generators/ContractToolkit.Generator/ContractToolkit.Generator.csproj\" /></Solution>");
        (await CommandRun.Of(tree, Environment, "dotnet", "pack", "Pack.slnx", "-c", "Release", "-o", Folder, "-v", "q")).Succeeded("dotnet pack");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Copies sources, without what builds leave in them.</summary>
    internal static void CopyTree(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (string folder in Directory.EnumerateDirectories(from))
        {
            if (Path.GetFileName(folder) is not ("bin" or "obj")) CopyTree(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}

/// <summary>Shares the packages among the tests that need them.</summary>
[CollectionDefinition(PackageFeed.Collection)]
public sealed class PackageCollection : ICollectionFixture<PackageFeed>;
