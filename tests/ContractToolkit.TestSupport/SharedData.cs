using Xunit;

namespace ContractToolkit.TestSupport;

/// <summary>Finds the repository, and the data of the workplace that a user's clone does not have.</summary>
public static class SharedData
{
    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder that <c>CONTRACT_SHARED</c> names, else <c>../shared</c> beside the repository; null where it is absent.</summary>
    public static string? Root { get; } = FindShared();

    /// <summary>The path of a file or folder below the shared data. Skips the running test, saying why, where it is absent.</summary>
    public static string Require(string relative)
    {
        string? path = Root is null ? null : Path.Combine(Root, relative);
        bool present = path is not null && (File.Exists(path) || Directory.Exists(path));
        Assert.SkipUnless(present, $"needs {relative} of the shared data (set CONTRACT_SHARED to its folder)");
        return path!;
    }

    private static string FindRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Toolkit.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Toolkit.sln is in no folder above the test assembly.");
    }

    private static string? FindShared()
    {
        string path = Environment.GetEnvironmentVariable("CONTRACT_SHARED") ?? Path.Combine(Repository, "..", "shared");
        return Directory.Exists(path) ? Path.GetFullPath(path) : null;
    }
}
