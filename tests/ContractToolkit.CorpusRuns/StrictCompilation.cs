using System.Reflection;
using System.Runtime.Loader;
using ContractToolkit.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.CorpusRuns;

/// <summary>Generated source compiled as a strict consumer compiles it: C# 12, nullable, warnings as errors, documentation comments checked.</summary>
internal sealed class StrictCompilation
{
    private static readonly MetadataReference[] references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "ContractToolkit.dll" or "mscorlib.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The compiler's first complaints; null where it has none.</summary>
    public string? Problem { get; private init; }

    /// <summary>The compiled assembly; null where there is a problem.</summary>
    public Assembly? Assembly { get; private init; }

    /// <summary>Compiles.</summary>
    public static StrictCompilation Of(IEnumerable<GeneratedFile> files, CancellationToken cancellation)
    {
        CSharpParseOptions parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
        IEnumerable<SyntaxTree> trees = files.Select(file => CSharpSyntaxTree.ParseText(file.Text, parsing, file.HintName, cancellationToken: cancellation));
        CSharpCompilationOptions options = new(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error,
            optimizationLevel: OptimizationLevel.Release);
        using var image = new MemoryStream();
        var compilation = CSharpCompilation.Create("Generated" + Guid.NewGuid().ToString("N"), trees, references, options);
        Diagnostic[] complaints = [.. compilation.Emit(image, cancellationToken: cancellation).Diagnostics.Where(item => item.Severity >= DiagnosticSeverity.Warning && !item.IsSuppressed)];
        if (complaints.Length > 0)
        {
            return new StrictCompilation { Problem = $"{complaints.Length} complaints: " + string.Join("; ", complaints.DistinctBy(item => item.Id).Take(4).Select(Describe)) };
        }

        image.Position = 0;
        return new StrictCompilation { Assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image) };
    }

    private static string Describe(Diagnostic item)
    {
        string line = item.Location.SourceTree?.GetText().Lines[item.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
        return $"{item.Id} {item.GetMessage()} «{(line.Length > 160 ? line[..160] : line)}»";
    }
}
