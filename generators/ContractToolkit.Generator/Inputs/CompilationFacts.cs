using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Generator.Inputs;

/// <summary>
/// The little that the sources depend on beyond documents and options. Taken from the parse options and the references, never from the
/// compilation, so that an edit of a <c>.cs</c> file runs nothing.
/// </summary>
/// <param name="LanguageVersion">The major version of C#.</param>
/// <param name="HasRuntime">Whether the runtime library is referenced.</param>
/// <param name="HasHttpClientFactory">Whether <c>IHttpClientFactory</c> and its registration are referenced.</param>
internal sealed record CompilationFacts(int LanguageVersion, bool HasRuntime, bool HasHttpClientFactory)
{
    private const int OldestLanguageVersion = 12;
    private const int VersionScale = 100;

    /// <summary>Whether the language lacks what generated code uses.</summary>
    public bool IsLanguageTooOld => LanguageVersion < OldestLanguageVersion;

    /// <summary>The facts of the compilation at hand.</summary>
    public static IncrementalValueProvider<CompilationFacts> Provide(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<int> language = context.ParseOptionsProvider.Select((options, _) => MajorVersion(options));
        IncrementalValueProvider<ImmutableArray<string>> assemblies =
            context.MetadataReferencesProvider.Select((reference, _) => AssemblyName(reference)).Collect();
        return language.Combine(assemblies).Select((pair, _) => Create(pair.Left, pair.Right)).WithTrackingName(Stages.TrackingNames.Facts);
    }

    private static CompilationFacts Create(int language, ImmutableArray<string> assemblies) =>
        new(language, assemblies.Contains("ContractToolkit"), assemblies.Contains("Microsoft.Extensions.Http"));

    private static int MajorVersion(ParseOptions options) =>
        options is CSharpParseOptions csharp ? (int)csharp.LanguageVersion.MapSpecifiedToEffectiveVersion() / VersionScale : 0;

    private static string AssemblyName(MetadataReference reference)
    {
        string name = FilePath.Name((reference as PortableExecutableReference)?.FilePath ?? reference.Display ?? "");
        return name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - ".dll".Length) : name;
    }
}
