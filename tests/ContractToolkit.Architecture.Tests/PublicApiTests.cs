using ContractToolkit.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Architecture;

/// <summary>What each package shows to others is written down: a change of it is seen in review, and is a matter of the version.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_of_each_package()
    {
        string configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        string[] assemblies = [.. Packages().Select(name => Path.Combine(SharedData.Repository, "src", name, "bin", configuration, "net10.0", name + ".dll"))];
        IEnumerable<string> platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        CSharpCompilation compilation = CSharpCompilation.Create("reader", references: platform.Concat(assemblies).Select(path => MetadataReference.CreateFromFile(path)));
        Snapshot.VerifyFiles(assemblies.Select(path => (Path.GetFileNameWithoutExtension(path) + ".txt", Surface(compilation, Path.GetFileNameWithoutExtension(path)))));
    }

    private static IEnumerable<string> Packages() =>
        Tree.Projects.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && Tree.Read(file).Contains("<IsPackable>true", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != "ContractToolkit.Cli");

    private static string Surface(Compilation compilation, string name) =>
        PublicSurface.Of(compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().Single(assembly => assembly.Name == name));
}
