namespace ContractToolkit.EndToEnd.Harness;

/// <summary>The projects of an imagined user, outside the repository, with the packages and whatever sources the machine is set up with.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("contract-consumer-").FullName;

    public Consumer(PackageFeed feed)
    {
        PackageFeed.CopyTree(Path.Combine(AppContext.BaseDirectory, "Consumers"), folder);
        File.WriteAllText(
            Path.Combine(folder, "NuGet.config"),
            $"<configuration><packageSources><add key=\"feed\" value=\"{feed.Folder}\" /></packageSources></configuration>");

        // Packages of this run must not be answered from, or stay in, the machine's package folder, which serves all others.
        File.WriteAllText(
            Path.Combine(folder, "Directory.Build.props"),
            $"""
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>{Path.Combine(folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{MachinePackages()}</RestoreFallbackFolders>
              </PropertyGroup>
            </Project>
            """);
    }

    /// <summary>A folder or file of the consumer.</summary>
    public string this[string relative] => Path.Combine(folder, relative);

    /// <summary>Runs <c>dotnet</c> in one of the consumer's folders.</summary>
    public Task<CommandRun> Dotnet(string project, params string[] arguments) => CommandRun.Of(this[project], PackageFeed.Environment, "dotnet", arguments);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string MachinePackages()
    {
        string path = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        bool holdsOurs = Directory.Exists(Path.Combine(path, "contracttoolkit"));
        return Directory.Exists(path) && !holdsOurs ? path : "";
    }
}
