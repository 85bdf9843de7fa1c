using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Generator.Harness;

/// <summary>The project of a consumer: C# 12, nullable, every warning an error, the runtime library referenced.</summary>
internal static class ConsumerCompilation
{
    private static readonly MetadataReference[] Platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
        .Select(path => MetadataReference.CreateFromFile(path)).ToArray<MetadataReference>();

    private static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(typeof(global::ContractToolkit.SourcePosition).Assembly.Location);

    public static CSharpCompilation Create(
        LanguageVersion language = LanguageVersion.CSharp12, bool runtime = true, NullableContextOptions nullable = NullableContextOptions.Enable)
    {
        CSharpParseOptions parse = new(language, DocumentationMode.Diagnose);
        return CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText("internal static class User;", parse, "User.cs")],
            runtime ? [.. Platform, Runtime] : Platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, generalDiagnosticOption: ReportDiagnostic.Error));
    }
}
