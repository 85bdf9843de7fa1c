using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using ContractToolkit.CSharp.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Validation.Tests;

/// <summary>The verdict of an emitted validator.</summary>
internal delegate bool Verdict(ReadOnlySpan<byte> utf8, int entry, Direction direction);

/// <summary>The findings of an emitted validator.</summary>
internal delegate IReadOnlyList<Violation> Findings(ReadOnlySpan<byte> utf8, int entry, Direction direction, int limit);

/// <summary>Emits plans as C#, compiles them with Roslyn into one assembly in memory, and gives their verdicts.</summary>
/// <param name="bothReadings">Whether validators are emitted for text and tape and compared; else as the plan suggests, which takes half the time.</param>
internal sealed class EmittedAssembly(bool bothReadings = true)
{
    private readonly List<SyntaxTree> trees = [];
    private Assembly? assembly;
    private int count;

    /// <summary>Adds a plan and returns its number.</summary>
    public int Add(PlanData plan)
    {
        Add(plan, onTape: false);
        if (bothReadings) Add(plan, onTape: true);
        return count++;
    }

    private void Add(PlanData plan, bool onTape)
    {
        string name = ClassName(count, onTape);
        string source = bothReadings ? ValidatorEmitter.Emit(plan, "Emitted", name, onTape) : ValidatorEmitter.Emit(plan, "Emitted", name);
        trees.Add(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12)));
    }

    /// <summary>The verdict of a plan, on which both ways of reading agree.</summary>
    public Verdict Verdict(int number)
    {
        Verdict onText = Method(number, false, "IsValid").CreateDelegate<Verdict>();
        if (!bothReadings) return onText;
        Verdict onTape = Method(number, true, "IsValid").CreateDelegate<Verdict>();
        return (utf8, entry, direction) =>
        {
            bool verdict = onText(utf8, entry, direction);
            if (onTape(utf8, entry, direction) != verdict) Assert.Fail($"on text {verdict}, on tape not: {Encoding.UTF8.GetString(utf8)}");
            return verdict;
        };
    }

    /// <summary>The findings of a plan.</summary>
    public Findings Findings(int number) => Method(number, bothReadings, "Validate").CreateDelegate<Findings>();

    private static string ClassName(int number, bool onTape) => FormattableString.Invariant($"Validator{number}{(onTape ? "Tape" : "Text")}");

    private MethodInfo Method(int number, bool onTape, string name)
    {
        assembly ??= Compile();
        return assembly.GetType("Emitted." + ClassName(number, onTape))!.GetMethod(name)!;
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
