using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange.Tests;

/// <summary>Every schema of the public corpus is generated, and every instance is judged by a plan that the generator did not use.</summary>
public class CorpusGenerationTests
{
    // Schemas that nothing can satisfy, with the reason.
    private static readonly HashSet<string> Unsatisfiable =
    [
        "#/paths/~1guilds~1{guild_id}~1requests/get/parameters/0/schema", // enum: []
        "#/paths/~1cardreaderapdu/post/requestBody/content/application~1json/schema", // format: byte (base64) beside a pattern of one character
        "#/paths/~1cardreaderapdu/post/responses/200/content/application~1json/schema", // the same with two characters
    ];

    public static TheoryData<string> Corpus => Documents.PublicCorpus();

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Every_schema_gives_conforming_instances(string root)
    {
        ContractDocument document = Documents.Read(SharedData.Require("corpus/public/" + root));
        Assert.SkipWhen(document.Contract is null, "the reader finds no contract");
        CompiledContract contract = CompiledContract.Compile(document);
        var generator = new InstanceGenerator(contract.Schemas);
        List<(Schema Schema, Direction Direction)> schemas = Schemas(contract);
        ValidationPlan judge = PlanCompiler.Compile(contract.Contract.Schemas, schemas.ConvertAll(s => s.Schema));
        var failures = new List<string>();
        for (int i = 0; i < schemas.Count; i++)
        {
            foreach ((InstanceVariant variant, ulong seed) in Choices((ulong)i))
            {
                var options = new GenerationOptions { Seed = seed, Variant = variant, Direction = schemas[i].Direction, Plain = seed % 2 == 1 && variant == InstanceVariant.Full };
                GeneratedInstance instance = generator.Generate(schemas[i].Schema, options);
                if (instance.Json is null ? !Unsatisfiable.Contains(schemas[i].Schema.Id.Value) : !judge.IsValid(instance.Json, i, schemas[i].Direction))
                {
                    failures.Add($"{schemas[i].Schema.Id} {variant} {seed}: {instance.Unsatisfied}");
                }
            }
        }

        Assert.True(failures.Count == 0, failures.Count + "\n" + string.Join('\n', failures.Take(40)));
    }

    // A few seeds each time; many in a long run, others with each seed of its own.
    private static IEnumerable<(InstanceVariant Variant, ulong Seed)> Choices(ulong schema) =>
        from seed in Enumerable.Range(0, LongRun.Wanted ? 40 : 2)
        from variant in Enum.GetValues<InstanceVariant>()
        where seed == 0 || variant != InstanceVariant.Minimal
        select (variant, schema + 77 + ((ulong)seed * 7919) + (LongRun.Wanted ? (ulong)LongRun.Seed : 0));

    private static List<(Schema, Direction)> Schemas(CompiledContract contract)
    {
        var schemas = new List<(Schema, Direction)>();
        foreach (CompiledOperation operation in contract.Operations)
        {
            foreach (Parameter parameter in operation.Operation.Parameters) Add(parameter.Schema ?? parameter.Content?.Schema, Direction.Request);
            foreach (CompiledMediaType media in operation.RequestContent) Add(media.Media.Schema, Direction.Request);
            foreach (CompiledMediaType media in operation.Responses.SelectMany(r => r.Content)) Add(media.Media.Schema, Direction.Response);
        }

        return schemas;

        void Add(Schema? schema, Direction direction)
        {
            if (schema is not null) schemas.Add((schema, direction));
        }
    }
}
