using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>
/// Generates instances of schemas: conforming ones, each proven by the validator before it is handed out, and violating ones with one
/// rule broken each. The same schema, options and seed give the same bytes on every machine. Safe to share between threads.
/// </summary>
public sealed class InstanceGenerator
{
    private const int Tries = 60;
    private static readonly string[] LastResorts = ["{}", "[]", "\"\"", "0", "1", "true", "false", "null", "\"a\"", "-1", "0.5", "[{}]"];
    private readonly SchemaPlans schemas;
    private readonly ValueGenerator values;
    private readonly ViolationGenerator violations;

    /// <summary>Makes a generator for the schemas of a contract.</summary>
    public InstanceGenerator(SchemaPlans schemas)
    {
        this.schemas = schemas;
        values = new ValueGenerator(schemas.Table);
        violations = new ViolationGenerator(schemas, this);
    }

    /// <summary>Generates an instance that conforms.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="options">Seed, variant and direction.</param>
    /// <param name="name">The name of the parameter or member it is for, which makes values realistic.</param>
    public GeneratedInstance Generate(Schema schema, GenerationOptions? options = null, string? name = null)
    {
        options ??= new GenerationOptions();
        PlanEntry plan = schemas.For(schema);
        string? reason = null;
        foreach (GenerationOptions variant in Variants(options))
        {
            if (Search(schema, variant, name, plan, ref reason) is { } json) return new GeneratedInstance { Json = json };
        }

        foreach (string simple in LastResorts)
        {
            byte[] json = Encoding.UTF8.GetBytes(simple);
            if (plan.IsValid(json, options.Direction)) return new GeneratedInstance { Json = json };
        }

        return new GeneratedInstance { Unsatisfied = "No instance was found that conforms: " + reason };
    }

    /// <summary>Generates instances that violate the schema, each in one rule. Rules whose violation can't be proven are left out.</summary>
    public IEnumerable<ViolatingInstance> Violate(Schema schema, GenerationOptions? options = null) =>
        violations.Violate(schema, options ?? new GenerationOptions());

    // The variant that was asked for first; what can be had at all goes before what was asked for.
    private static IEnumerable<GenerationOptions> Variants(GenerationOptions options)
    {
        yield return options;
        if (options.UseExamples) yield return options with { UseExamples = false };
        if (options.Variant != InstanceVariant.Minimal) yield return options with { Variant = InstanceVariant.Minimal, UseExamples = false };
        if (options.Variant != InstanceVariant.Random) yield return options with { Variant = InstanceVariant.Random, UseExamples = false };
        // What tells the branches of a oneOf apart may be optional.
        if (options.Variant != InstanceVariant.Full) yield return options with { Variant = InstanceVariant.Full, UseExamples = false };
    }

    private byte[]? Search(Schema schema, GenerationOptions options, string? name, PlanEntry plan, ref string? reason)
    {
        var run = new GenerationRun(options);
        Schema[] goal = [schema];
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            run.Begin();
            string? candidate = values.Generate(goal, Place.Root(options.Seed, name), run);
            if (candidate is null)
            {
                string deadEnd = run.DeadEnd ?? "";
                reason = $"nothing can stand at \"{deadEnd}\".";
                Retry(run, deadEnd, attempt);
                continue;
            }

            byte[] json = Encoding.UTF8.GetBytes(candidate);
            if (plan.IsValid(json, options.Direction)) return json;
            IReadOnlyList<Violation> wrong = plan.Validate(json, options.Direction, 20);
            if (wrong.Count == 0) continue;
            reason = $"at \"{wrong[0].InstancePointer}\" {wrong[0].Message} ({wrong[0].SchemaPointer}).";
            foreach (string pointer in wrong.Select(violation => violation.InstancePointer).Distinct()) Retry(run, pointer, attempt);
        }

        return null;
    }

    // Does the place over that was wrong; where that does not help, the places above it, since a choice made there may be the cause.
    private static void Retry(GenerationRun run, string pointer, int attempt)
    {
        run.Retry(pointer);
        for (int level = 1; pointer.Length > 0 && level <= 1 + (attempt / 6); level++)
        {
            pointer = pointer[..pointer.LastIndexOf('/')];
            if (attempt >= 2 && (attempt + level) % 3 == 0) run.Retry(pointer);
        }
    }
}
