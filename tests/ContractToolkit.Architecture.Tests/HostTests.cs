namespace ContractToolkit.Architecture;

/// <summary>The tree works against whatever package registry a machine is set up with, so it names none.</summary>
public sealed class HostTests
{
    // In pieces, or this file would name them.
    private static readonly string[] Hosts =
    [
        "nuget" + ".org", "npmjs" + ".org", "npmjs" + ".com", "yarnpkg" + ".com", "pypi" + ".org", "deb.debian" + ".org", "pkgs.dev.azure" + ".com",
        "myget" + ".org", "jfrog" + ".io", "artifactory" + "/",
    ];

    private static readonly string[] Extensions =
        [".cs", ".csproj", ".props", ".targets", ".json", ".yaml", ".yml", ".md", ".sh", ".config", ".xml", ".sln", ""];

    [Fact]
    public void No_file_names_a_package_registry() =>
        Assert.Empty(Tree.Files.Where(file => Extensions.Contains(Path.GetExtension(file)))
            .SelectMany(file => Hosts.Where(host => Tree.Read(file).Contains(host, StringComparison.OrdinalIgnoreCase)).Select(host => $"{file}: {host}")));

    [Fact]
    public void No_lock_file_says_where_a_package_was_found() =>
        Assert.Empty(Tree.Files.Where(file => Path.GetFileName(file) == "package-lock.json" && Tree.Read(file).Contains("\"resolved\"", StringComparison.Ordinal)));
}
