using System.Reflection;
using ContractToolkit.CSharp.Validation;
using ContractToolkit.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Benchmarks;

/// <summary>The verdict of an emitted validator.</summary>
internal delegate bool Verdict(ReadOnlySpan<byte> utf8, int entry, Direction direction);

/// <summary>Emits a plan as C# and compiles it with Roslyn, as a consumer's build does.</summary>
internal static class EmittedValidator
{
    public static string Source(PlanData plan, bool? onTape = null) => onTape is { } tape
        ? ValidatorEmitter.Emit(plan, "Emitted", "Validator", tape)
        : ValidatorEmitter.Emit(plan, "Emitted", "Validator");

    public static Verdict Compile(PlanData plan, bool? onTape = null)
    {
        string source = Source(plan, onTape);
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator).Where(part => part.Length > 0).Select(part => MetadataReference.CreateFromFile(part));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Emitted" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(source)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using MemoryStream image = new();
        if (!compilation.Emit(image).Success) throw new InvalidOperationException("The emitted code does not compile.");
        MethodInfo method = Assembly.Load(image.ToArray()).GetType("Emitted.Validator")!.GetMethod("IsValid")!;
        return method.CreateDelegate<Verdict>();
    }
}
