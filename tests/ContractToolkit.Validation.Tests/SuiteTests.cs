using System.Text.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Validation.Tests;

/// <summary>The JSON Schema Test Suite, read by our reader, compiled, and interpreted.</summary>
public sealed class SuiteTests
{
    /// <summary>Optional tests that contradict a decision in docs/validation-decisions.md.</summary>
    private static readonly HashSet<string> Decided =
    [
        "zeroTerminatedFloats.json: some languages do not distinguish between different types of numeric value: "
            + "a float is not an integer even without fractional part: expected False",
    ];

    private const string Suite = "suites/json-schema-test-suite";

    public static TheoryData<string> Drafts => ["draft4", "draft6", "draft7", "draft2019-09", "draft2020-12"];

    [Theory]
    [MemberData(nameof(Drafts))]
    public void Passes_every_required_test(string draft)
    {
        SuiteRun run = new(SharedData.Require(Suite), draft);
        foreach (string file in Directory.GetFiles(Path.Combine(SharedData.Require(Suite), "tests", draft), "*.json").Order()) run.Run(file, new() { AssertFormats = false });
        Assert.True(run.Failures.Count == 0, $"{run.Failures.Count} of {run.Count} fail:\n" + string.Join("\n", run.Failures.Take(150)));
        Assert.True(run.Count > 500);
    }

    [Theory]
    [MemberData(nameof(Drafts))]
    public void Passes_every_optional_test_but_those_decided_otherwise(string draft)
    {
        string suite = SharedData.Require(Suite);
        SuiteRun run = new(suite, draft);
        foreach (string file in Directory.GetFiles(Path.Combine(suite, "tests", draft, "optional"), "*.json", SearchOption.AllDirectories).Order())
        {
            run.Run(file, new() { AssertContent = draft == "draft7" });
        }

        run.Failures.RemoveAll(Decided.Contains);
        Assert.True(run.Failures.Count == 0, $"{run.Failures.Count} of {run.Count} fail:\n" + string.Join("\n", run.Failures.Take(150)));
    }
}

/// <summary>Runs files of the suite through both back ends and gathers what fails.</summary>
internal sealed class SuiteRun(string suite, string draft)
{
    private readonly List<string> failures = [];
    private readonly EmittedAssembly emitted = new(bothReadings: false);
    private readonly List<(ValidationPlan Plan, int Emitted, byte[] Instance, bool Expected, string Name)> cases = [];
    private bool ran;

    public int Count { get; private set; }

    /// <summary>What fails, once all files have been added.</summary>
    public List<string> Failures
    {
        get
        {
            if (!ran) foreach (var one in cases) Check(one.Plan, emitted.Verdict(one.Emitted), one.Instance, one.Expected, one.Name);
            ran = true;
            return failures;
        }
    }

    public void Run(string file, PlanOptions options)
    {
        using JsonDocument groups = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (JsonElement group in groups.RootElement.EnumerateArray())
        {
            string name = Path.GetFileName(file) + ": " + group.GetProperty("description").GetString();
            ValidationPlan? plan = Compile(group.GetProperty("schema"), options, name);
            int number = plan is null ? -1 : emitted.Add(plan.Data);
            foreach (JsonElement test in group.GetProperty("tests").EnumerateArray())
            {
                Count++;
                if (plan is null) continue;
                byte[] instance = System.Text.Encoding.UTF8.GetBytes(test.GetProperty("data").GetRawText());
                cases.Add((plan, number, instance, test.GetProperty("valid").GetBoolean(), name + ": " + test.GetProperty("description").GetString()));
            }
        }
    }

    private void Check(ValidationPlan plan, Verdict verdict, byte[] instance, bool expected, string name)
    {
        bool valid = plan.IsValid(instance);
        if (valid != expected) failures.Add($"{name}: expected {expected}");
        if (verdict(instance, 0, Direction.None) != valid) failures.Add($"{name}: emitted code says {!valid}");
        IReadOnlyList<Violation> violations = plan.Validate(instance);
        if (violations.Count == 0 != valid) failures.Add($"{name}: verdict {valid} with {violations.Count} violations");
        if (violations.Any(violation => violation.Message.StartsWith("does not conform", StringComparison.Ordinal))) failures.Add(name + ": not explained");
    }

    private ValidationPlan? Compile(JsonElement schema, PlanOptions options, string name)
    {
        try
        {
            byte[] content = System.Text.Encoding.UTF8.GetBytes(schema.GetRawText());
            SchemaDocument document = ContractReader.ReadSchema("schema.json", content, options: new() { Resolve = Resolve, DefaultDialect = Dialect });
            return PlanCompiler.Compile(document.Schemas, [document.Schema!], options);
        }
        catch (Exception exception)
        {
            failures.Add(name + ": " + exception.GetType().Name + " " + exception.Message + exception.StackTrace?.Split('\n').FirstOrDefault());
            return null;
        }
    }

    private SchemaDialect Dialect => draft switch
    {
        "draft4" => SchemaDialect.Draft4,
        "draft6" => SchemaDialect.Draft6,
        "draft7" => SchemaDialect.Draft7,
        "draft2019-09" => SchemaDialect.Draft201909,
        "openapi3.0" => SchemaDialect.OpenApi30,
        _ => SchemaDialect.Draft202012,
    };

    private ReadOnlyMemory<byte>? Resolve(string uri)
    {
        const string remotes = "http://localhost:1234/";
        if (!uri.StartsWith(remotes, StringComparison.Ordinal)) return null;
        string path = Path.Combine(suite, "remotes", uri.Substring(remotes.Length));
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }
}
