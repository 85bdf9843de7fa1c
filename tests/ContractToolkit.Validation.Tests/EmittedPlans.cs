using System.Reflection;
using ContractToolkit.CSharp;
using ContractToolkit.CSharp.Emission;
using ContractToolkit.CSharp.Types;
using ContractToolkit.CSharp.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Validation.Tests;

/// <summary>Plans whose verdicts the code of a client gives: the files that a generated client has, compiled.</summary>
internal static class EmittedPlans
{
    private static readonly MetadataReference[] references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The plans with the code of their schemas.</summary>
    public static IReadOnlyList<ValidationPlan> Of(IReadOnlyList<ValidationPlan> plans)
    {
        List<string> sources = [];
        for (int i = 0; i < plans.Count; i++)
        {
            var file = new FileContext($"E{i}.Code", "internal");
            foreach (SchemaCodeGroup group in SchemaCodeEmitter.Emit(plans[i].Data, "S", file, "Holder")) sources.Add(GroupEmitter.Emit(group).Text);
            sources.Add($$"""
                namespace E{{i}};
                public static class Holder
                {
                    public static ContractToolkit.Validation.ValidationPlan Plan { get; set; }
                    public static System.Func<int, ContractToolkit.Validation.SchemaTest> Find => Code.Tests.Find;
                    internal static ContractToolkit.Validation.SchemaChecks Checks(int schema) => Plan.Checks(schema);
                    internal static ContractToolkit.Validation.BranchTable Branches(params int[] schemas) => Plan.Branches(schemas);
                }
                """);
        }

        Assembly assembly = Compile(sources);
        return [.. plans.Select((plan, i) => With(plan, assembly.GetType($"E{i}.Holder")!))];
    }

    private static ValidationPlan With(ValidationPlan plan, Type holder)
    {
        holder.GetProperty("Plan")!.SetValue(null, plan);
        return new ValidationPlan(plan.Data, (Func<int, SchemaTest?>)holder.GetProperty("Find")!.GetValue(null)!);
    }

    private static Assembly Compile(IEnumerable<string> sources)
    {
        CSharpParseOptions oldest = new(LanguageVersion.CSharp12);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "EmittedPlans" + Guid.NewGuid().ToString("N"), sources.Select(source => CSharpSyntaxTree.ParseText(source, oldest)), references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error).Take(5)));
        return Assembly.Load(image.ToArray());
    }
}
