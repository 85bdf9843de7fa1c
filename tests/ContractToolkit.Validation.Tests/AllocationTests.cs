using System.Text;

namespace ContractToolkit.Validation.Tests;

/// <summary>Valid instances are judged without a byte from the heap, once the working memory has grown to its work.</summary>
public sealed class AllocationTests
{
    private const int WarmUps = 3;

    // A collection in another thread's name ends a thread's stretch of memory, and the runtime counts the rest of it as allocated.
    private const int Tries = 3;

    [Fact]
    public void A_valid_instance_allocates_nothing()
    {
        List<string> wrong = [];
        foreach (PublicSet set in PublicSets.All)
        {
            foreach (byte[] instance in set.Instances.Take(10))
            {
                Measure(set.Name + ", interpreted", () => set.Plan.IsValid(instance), wrong);
                Measure(set.Name + ", emitted", () => set.Emitted(instance, 0, Direction.None), wrong);
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Nor_does_one_with_escapes_patterns_formats_and_repeated_looks()
    {
        const string schema = """
            {"type":"object","required":["a","n"],"properties":{"n":{"multipleOf":0.01,"maximum":99.5},"a":{"enum":["x","é\n"]},"d":{"format":"date-time"},
             "u":{"uniqueItems":true,"items":{"oneOf":[{"type":"integer"},{"minimum":2,"type":"number"},{"type":"string","pattern":"^(a|b)+$"}]}}},
             "patternProperties":{"^p\\d+$":{"format":"uri"}},"unevaluatedProperties":false}
            """;
        byte[] instance = Encoding.UTF8.GetBytes("""{"\u0061":"\u00e9\n","n":19.99,"d":"2024-01-01T00:00:00Z","u":[1,2.5,"ab","\u0061"],"p1":"http://a/b","\u0070\u0032":"urn:x"}""");
        OpenApi.SchemaDocument document = OpenApi.ContractReader.ReadSchema("schema.json", Encoding.UTF8.GetBytes(schema));
        ValidationPlan plan = PlanCompiler.Compile(document.Schemas, [document.Schema!]);
        EmittedAssembly emitted = new();
        Verdict verdict = emitted.Verdict(emitted.Add(plan.Data));
        List<string> wrong = [];
        Measure("interpreted", () => plan.IsValid(instance), wrong);
        Measure("emitted", () => verdict(instance, 0, Direction.None), wrong);
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static void Measure(string what, Func<bool> judge, List<string> wrong)
    {
        for (int i = 0; i < WarmUps; i++) Assert.True(judge(), what);
        long allocated = Enumerable.Range(0, Tries).Min(_ => Allocated(judge));
        if (allocated > 0) wrong.Add($"{what}: {allocated} bytes");
    }
    private static long Allocated(Func<bool> judge)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        judge();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
