using System.Reflection;
using System.Runtime.Loader;
using ContractToolkit.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>Generated code, compiled as a consumer would: nullable, warnings as errors, and loaded.</summary>
public sealed class GeneratedAssembly
{
    private static readonly MetadataReference[] references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private GeneratedAssembly(GenerationResult result, CSharpCompilation compilation)
    {
        Result = result;
        Compilation = compilation;
    }

    public GenerationResult Result { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>Generates from a document's text.</summary>
    public static GeneratedAssembly Generate(string document, CSharpOptions? options = null, params string[] more) =>
        Generate(Read("contract.yaml", System.Text.Encoding.UTF8.GetBytes(document)), options, more);

    public static GeneratedAssembly Generate(Contract contract, CSharpOptions? options = null, params string[] more)
    {
        GenerationResult result = CSharpGenerator.Generate(contract, options ?? new CSharpOptions { Namespace = "Api" });
        CSharpParseOptions parse = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
        IEnumerable<SyntaxTree> trees = result.Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, parse, file.HintName))
            .Concat(more.Select(text => CSharpSyntaxTree.ParseText("using System; using System.Threading.Tasks; using Api;\n" + text, parse.WithDocumentationMode(DocumentationMode.None))));
        CSharpCompilationOptions compile = new(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error);
        return new GeneratedAssembly(result, CSharpCompilation.Create("Generated" + Guid.NewGuid().ToString("N"), trees, references, compile));
    }

    public static Contract Read(string file, byte[] content, string? folder = null)
    {
        ReadOptions options = new()
        {
            Resolve = folder is null ? null : name => File.Exists(Path.Combine(folder, name)) ? File.ReadAllBytes(Path.Combine(folder, name)) : null,
        };
        ContractDocument document = ContractReader.Read(file, content, options);
        return document.Contract ?? throw new InvalidOperationException(string.Join("\n", document.Findings.Select(finding => finding.Message)));
    }

    /// <summary>What the compiler says, warnings included.</summary>
    public IReadOnlyList<string> Complaints(Func<string, bool>? filter = null) =>
        [.. Compilation.GetDiagnostics()
            .Where(item => item.Severity >= DiagnosticSeverity.Warning).Select(Describe).Where(filter ?? (_ => true)).Take(20)];

    /// <summary>Compiles and loads.</summary>
    public Assembly Load()
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = Compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error).Take(10).Select(Describe)));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private static string Describe(Diagnostic item)
    {
        string line = item.Location.SourceTree?.GetText().Lines[item.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
        return $"{item.Location.GetLineSpan()}: {item.Id} {item.GetMessage()}\n    {(line.Length > 300 ? line[..300] : line)}";
    }
}
