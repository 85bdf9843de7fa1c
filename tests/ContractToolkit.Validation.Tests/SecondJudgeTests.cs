using System.Diagnostics;
using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

/// <summary>Schemas of every dialect that nobody chose: the back ends against each other, and, as a long run, against hyperjump's library (JavaScript).</summary>
public sealed class SecondJudgeTests
{
    private const int Instances = 20;

    // One verdict a value; "?" where the library itself fails.
    private const string Judge = """
        import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
        import "@hyperjump/json-schema/draft-2019-09";
        import "@hyperjump/json-schema/draft-07";
        import "@hyperjump/json-schema/draft-06";
        import "@hyperjump/json-schema/openapi-3-0";
        import readline from "node:readline";
        const id = "http://example.com/root";
        const document = (schema) => {
          const moved = JSON.stringify({ Root: { ...schema, definitions: undefined }, ...schema.definitions })
            .replaceAll('"#/definitions/', '"#/components/schemas/').replaceAll('"$ref":"#"', '"$ref":"#/components/schemas/Root"').replaceAll(/a(%20| )b/g, "a.b");
          return { openapi: "3.0.3", info: { title: "Random", version: "1" }, paths: {}, components: { schemas: JSON.parse(moved) } };
        };
        for await (const line of readline.createInterface({ input: process.stdin })) {
          const one = JSON.parse(line);
          let verdicts = "";
          try {
            const isOpenApi = one.draft === "OpenApi30";
            registerSchema(isOpenApi ? document(one.schema) : one.schema, id, isOpenApi ? "https://spec.openapis.org/oas/3.0/schema" : undefined);
            const judge = await validate(isOpenApi ? id + "#/components/schemas/Root" : id);
            for (const value of one.values) {
              try { verdicts += judge(value).valid ? "1" : "0"; } catch { verdicts += "?"; }
            }
          } catch {
            verdicts = "?".repeat(one.values.length);
          }
          unregisterSchema(id);
          console.log(verdicts);
        }
        """;

    public static TheoryData<SchemaDialect> Drafts =>
        [SchemaDialect.Draft4, SchemaDialect.Draft6, SchemaDialect.Draft7, SchemaDialect.Draft201909, SchemaDialect.Draft202012, SchemaDialect.OpenApi30];

    [Theory]
    [MemberData(nameof(Drafts))]
    public void Both_back_ends_say_the_same_in_every_draft(SchemaDialect draft) => Compare(new Random(20261123), draft, 40);

    [Theory]
    [MemberData(nameof(Drafts))]
    [Trait("Category", LongRun.Category)]
    public void Another_library_says_the_same_of_half_a_million_pairs(SchemaDialect draft)
    {
        LongRun.Require();
        using Process judge = Start();
        Random random = new(LongRun.Seed);
        int failures = 0;
        for (int batch = 0; batch < 40; batch++)
        {
            foreach ((string schema, List<string> instances, string verdicts) in Compare(random, draft, 100))
            {
                if (!IsJudgedOtherwise(draft, schema)) failures += Judged(judge, draft, schema, instances, verdicts);
            }
        }

        Assert.InRange(failures, 0, 40 * 100 * Instances / 50);
        judge.StandardInput.Close();
        Assert.True(judge.WaitForExit(60_000));
    }

    /// <summary>What the other library judges otherwise, and is left out of the comparison.</summary>
    [Fact]
    public void Contains_evaluates_no_item_in_2019_09() => Assert.False(
        DifferentialTests.Compile("""{"$schema":"https://json-schema.org/draft/2019-09/schema","contains":{},"unevaluatedItems":false}""").IsValid("[1]"u8),
        "Core 9.3.1.3 of 2019-09 names the annotations of items, additionalItems and unevaluatedItems only");

    private static bool IsJudgedOtherwise(SchemaDialect draft, string schema) => draft == SchemaDialect.Draft201909
        && schema.Contains("\"contains\"", StringComparison.Ordinal) && schema.Contains("unevaluatedItems", StringComparison.Ordinal);

    /// <summary>Compares the verdicts; returns how many values the other library could not judge.</summary>
    private static int Judged(Process judge, SchemaDialect draft, string schema, List<string> instances, string verdicts)
    {
        judge.StandardInput.WriteLine($$"""{"draft":"{{draft}}","schema":{{schema}},"values":[{{string.Join(",", instances)}}]}""");
        string? theirs = judge.StandardOutput.ReadLine();
        Assert.Equal(instances.Count, theirs?.Length);
        for (int i = 0; i < instances.Count; i++)
        {
            if (theirs![i] != '?') Assert.True(theirs[i] == verdicts[i], $"{schema}\n{instances[i]}\nours {verdicts[i]}, theirs {theirs[i]}");
        }

        return theirs!.Count(verdict => verdict == '?');
    }

    private static List<(string Schema, List<string> Instances, string Verdicts)> Compare(Random random, SchemaDialect draft, int count)
    {
        RandomDraft source = new(random, draft);
        EmittedAssembly emitted = new();
        List<(string Schema, ValidationPlan Plan, int Number)> plans = [];
        for (int i = 0; i < count; i++)
        {
            string schema = source.Document().ToJsonString();
            ValidationPlan plan = DifferentialTests.Compile(schema, draft);
            plans.Add((schema, plan, emitted.Add(plan.Data)));
        }

        List<(string Schema, List<string> Instances, string Verdicts)> judged = [];
        foreach ((string schema, ValidationPlan plan, int number) in plans)
        {
            List<string> instances = [];
            for (int i = 0; i < Instances / 2; i++)
            {
                JsonNode? instance = source.Instance();
                instances.AddRange([Text(instance), Text(source.Near(instance))]);
            }

            (Verdict verdict, Findings findings) = (emitted.Verdict(number), emitted.Findings(number));
            judged.Add((schema, instances, string.Concat(instances.Select(instance => DifferentialTests.IsSame(plan, verdict, findings, instance, schema) ? '1' : '0'))));
        }

        // Both verdicts occur often enough for the comparison to mean something.
        Assert.InRange(judged.Sum(one => one.Verdicts.Count(verdict => verdict == '1')), count * Instances / 10, count * Instances * 9 / 10);
        return judged;
    }

    private static string Text(JsonNode? instance) => instance?.ToJsonString() ?? "null";

    /// <summary>The other library as a process; the test is skipped where it is not installed.</summary>
    private static Process Start()
    {
        NodeTool.RequirePackage("@hyperjump/json-schema");
        Encoding utf8 = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        ProcessStartInfo start = new("node", ["--input-type=module", "-e", Judge])
        {
            WorkingDirectory = NodeTool.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        };
        return Process.Start(start)!;
    }
}
