using System.Reflection;
using System.Runtime.Loader;
using ContractToolkit.CSharp.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Validation.Tests;

/// <summary>The verdict of an emitted validator.</summary>
internal delegate bool Verdict(ReadOnlySpan<byte> utf8, int entry, Direction direction);

/// <summary>The findings of an emitted validator.</summary>
internal delegate IReadOnlyList<Violation> Findings(ReadOnlySpan<byte> utf8, int entry, Direction direction, int limit);

/// <summary>Emits plans as C#, compiles them with Roslyn into one assembly in memory, and gives their verdicts.</summary>
internal sealed class EmittedAssembly
{
    private readonly List<SyntaxTree> trees = [];
    private Assembly? assembly;

    /// <summary>Adds a plan and returns its number.</summary>
    public int Add(PlanData plan)
    {
        string source = ValidatorEmitter.Emit(plan, "Emitted", FormattableString.Invariant($"Validator{trees.Count}"));
        trees.Add(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12)));
        return trees.Count - 1;
    }

    /// <summary>The source of a plan, for messages.</summary>
    public string Source(int number) => trees[number].ToString();

    /// <summary>The verdict of a plan.</summary>
    public Verdict Verdict(int number) => Method(number, "IsValid").CreateDelegate<Verdict>();

    /// <summary>The findings of a plan.</summary>
    public Findings Findings(int number) => Method(number, "Validate").CreateDelegate<Findings>();

    private MethodInfo Method(int number, string name)
    {
        assembly ??= Compile();
        return assembly.GetType(FormattableString.Invariant($"Emitted.Validator{number}"))!.GetMethod(name)!;
    }

    private Assembly Compile()
    {
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator).Where(path => path.Length > 0).Select(path => MetadataReference.CreateFromFile(path));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Emitted" + Guid.NewGuid().ToString("N"), trees, references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        List<Diagnostic> problems = result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(10).ToList();
        Assert.True(result.Success && problems.Count == 0, string.Join("\n", problems) + "\n" + problems.FirstOrDefault()?.Location.SourceTree);
        image.Position = 0;
        return new AssemblyLoadContext("emitted", isCollectible: true).LoadFromStream(image);
    }
}
