using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

/// <summary>The public data sets: schemas and instances that they accept, each with both back ends. Compiled once for all tests.</summary>
public static class PublicSets
{
    private static readonly Lazy<IReadOnlyList<PublicSet>> Loaded = new(Load);

    /// <summary>All sets; skips the test where they are not at hand.</summary>
    internal static IReadOnlyList<PublicSet> All => Loaded.Value;

    private static List<PublicSet> Load()
    {
        EmittedAssembly emitted = new();
        List<PublicSet> sets = [];
        foreach (string folder in new[] { "suites/schema-benchmark", "suites/schema-benchmark-own" })
        {
            foreach (string set in Directory.GetDirectories(SharedData.Require(folder)).Order(StringComparer.Ordinal))
            {
                SchemaDocument document = ContractReader.ReadSchema("schema.json", File.ReadAllBytes(Path.Combine(set, "schema-noformat.json")));
                ValidationPlan plan = PlanCompiler.Compile(document.Schemas, [document.Schema!]);
                int number = emitted.Add(plan.Data);
                byte[][] instances = File.ReadLines(Path.Combine(set, "instances.jsonl"))
                    .Where(line => line.Length > 2).Select(Encoding.UTF8.GetBytes).ToArray();
                sets.Add(new(Path.GetFileName(set), plan, instances, emitted, number));
            }
        }

        return sets;
    }
}

/// <summary>One data set.</summary>
internal sealed class PublicSet(string name, ValidationPlan plan, byte[][] instances, EmittedAssembly emitted, int number)
{
    private Verdict? both;

    public string Name => name;

    public ValidationPlan Plan => plan;

    public byte[][] Instances => instances;

    /// <summary>The emitted verdict, on which both ways of reading agree.</summary>
    public Verdict Emitted => both ??= emitted.Verdict(number);
}
