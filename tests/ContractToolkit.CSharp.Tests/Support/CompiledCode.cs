using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.CSharp.Tests;

/// <summary>Generated source, compiled in memory as a strict consumer compiles it, and loaded.</summary>
internal sealed class CompiledCode
{
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "ContractToolkit.dll" or "mscorlib.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private readonly Assembly assembly;

    private CompiledCode(Assembly assembly) => this.assembly = assembly;

    /// <summary>Compiles and loads; fails the test with the compiler's own words otherwise.</summary>
    public static CompiledCode Of(IEnumerable<GeneratedFile> files, string usage = "", LanguageVersion language = LanguageVersion.CSharp12)
    {
        CSharpCompilation compilation = Compilation(files, usage, language);
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success && !result.Diagnostics.Any(IsProblem), Describe(result.Diagnostics));
        image.Position = 0;
        return new CompiledCode(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image));
    }

    /// <summary>The problems that the compiler has with the source, warnings included.</summary>
    public static IReadOnlyList<Diagnostic> Problems(IEnumerable<GeneratedFile> files, LanguageVersion language = LanguageVersion.CSharp12)
    {
        using var image = new MemoryStream();
        return [.. Compilation(files, "", language).Emit(image, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(IsProblem)];
    }

    public static string Describe(IEnumerable<Diagnostic> diagnostics) =>
        string.Join("\n", diagnostics.Where(IsProblem).Take(10).Select(diagnostic =>
            diagnostic + "\n    " + diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]));

    public Type Type(string name) => assembly.GetType("Generated." + name) ?? throw new InvalidOperationException(
        $"No type {name}; there are {string.Join(", ", assembly.GetTypes().Select(type => type.Name))}.");

    /// <summary>The generated record or union of this name; null where there is none.</summary>
    public Type? Find(string name) => assembly.GetType("Generated." + name) is { IsClass: true, IsAbstract: false } type ? type : null;

    public IEnumerable<Type> Types => assembly.GetTypes();

    /// <summary>Calls <c>Usage.Run</c> of the usage source.</summary>
    public object? Run()
    {
        try
        {
            return assembly.GetType("Usage")!.GetMethod("Run")!.Invoke(null, null);
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }

    /// <summary>Reads JSON as a generated type and writes it again.</summary>
    public string RoundTrip(string type, string json) => RoundTrip(Type(type), json);

    public static string RoundTrip(Type type, string json) => (string)Call(nameof(ReadAndWrite), type, json);

    /// <summary>What is wrong with JSON, found while it is read as a generated type, and found by validation alone; both as text.</summary>
    public static (string Reading, string Alone) Violations(Type type, string json) => ((string, string))Call(nameof(Validate), type, json);

    private static object Call(string name, Type type, string json)
    {
        MethodInfo method = typeof(CompiledCode).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
        try
        {
            return method.MakeGenericMethod(type).Invoke(null, [json])!;
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }

    private static string ReadAndWrite<T>(string json)
        where T : Json.IJsonModel<T> => Json.JsonValue.From(Json.ModelParser.Parse<T>(json)).ToString();

    private static (string, string) Validate<T>(string json)
        where T : Json.IJsonModel<T>
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(json);
        Json.ModelParser.Parse<T>(utf8, out IReadOnlyList<ContractToolkit.Validation.Violation> violations, ContractToolkit.Validation.Direction.Response);
        IReadOnlyList<ContractToolkit.Validation.Violation> alone = T.SchemaCheck.Validate(utf8, ContractToolkit.Validation.Direction.Response);
        Assert.Equal(alone.Count == 0, T.SchemaCheck.IsValid(utf8, ContractToolkit.Validation.Direction.Response));
        return (string.Join("\n", violations), string.Join("\n", alone));
    }

    private static bool IsProblem(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed;

    private static CSharpCompilation Compilation(IEnumerable<GeneratedFile> files, string usage, LanguageVersion language)
    {
        CSharpParseOptions parsing = new(language, DocumentationMode.Diagnose);
        IEnumerable<SyntaxTree> trees = files.Select(file => CSharpSyntaxTree.ParseText(file.Text, parsing, file.HintName));
        if (usage.Length > 0) trees = trees.Append(CSharpSyntaxTree.ParseText(usage, parsing.WithDocumentationMode(DocumentationMode.None), "Usage.cs"));
        CSharpCompilationOptions options = new(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error,
            optimizationLevel: OptimizationLevel.Release);
        return CSharpCompilation.Create("Generated_" + Guid.NewGuid().ToString("N"), trees, References, options);
    }
}
