using Xunit;

namespace ContractToolkit.TestSupport;

/// <summary>Finds the command-line tools of npm packages that <c>.ci/run</c> installs under <c>artifacts/tools</c>, at the versions of <c>build/tools</c>.</summary>
public static class NodeTool
{
    /// <summary>The folder that the tools are installed in: the one that <c>CONTRACT_TOOLS</c> names, else <c>artifacts/tools</c>.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("CONTRACT_TOOLS") ?? Path.Combine(SharedData.Repository, "artifacts", "tools");

    /// <summary>The path of an executable, such as <c>redocly</c> or <c>prism</c>. Skips the running test, saying why, where it is absent.</summary>
    public static string Require(string name)
    {
        string path = Path.Combine(Folder, "node_modules", ".bin", OperatingSystem.IsWindows() ? name + ".cmd" : name);
        Assert.SkipUnless(File.Exists(path), $"needs the npm tool {name} (bash .ci/tools installs it)");
        return path;
    }

    /// <summary>Skips the running test where a package is absent; modules that run in <see cref="Folder"/> may import it.</summary>
    public static void RequirePackage(string name) =>
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", name)), $"needs the npm package {name} (bash .ci/tools installs it)");
}
