using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange.Tests;

/// <summary>Every schema of the public corpus is generated, and every instance is judged by a plan that the generator did not use.</summary>
public class CorpusGenerationTests(ITestOutputHelper output)
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
        var impossible = new HashSet<string>();
        int made = 0;
        for (int i = 0; i < schemas.Count; i++)
        {
            foreach ((InstanceVariant variant, ulong seed) in Choices((ulong)i))
            {
                var options = new GenerationOptions { Seed = seed, Variant = variant, Direction = schemas[i].Direction, Plain = seed % 2 == 1 && variant == InstanceVariant.Full };
                GeneratedInstance instance = generator.Generate(schemas[i].Schema, options);
                string id = schemas[i].Schema.Id.Value;
                if (instance.Json is null ? !Unsatisfiable.Contains(id) : Unsatisfiable.Contains(id) || !judge.IsValid(instance.Json, i, schemas[i].Direction))
                {
                    failures.Add($"{id} {variant} {seed}: {instance.Unsatisfied}");
                }

                if (instance.Json is null) impossible.Add($"not generated: {id}: {instance.Unsatisfied}");
                else made++;
            }
        }

        output.WriteLine(FormattableString.Invariant($"{made} instances of {schemas.Count} schemas, requests and responses."));
        foreach (string line in impossible) output.WriteLine(line);
        Assert.True(failures.Count == 0, failures.Count + "\n" + string.Join('\n', failures.Take(40)));
    }

    // A few seeds each time; many in a long run, others with each seed of its own.
    private static IEnumerable<(InstanceVariant Variant, ulong Seed)> Choices(ulong schema) =>
        from seed in Enumerable.Range(0, LongRun.Wanted ? 40 : 3)
        from variant in Enum.GetValues<InstanceVariant>()
        where seed == 0 || variant != InstanceVariant.Minimal
        select (variant, schema + 77 + ((ulong)seed * 7919) + (LongRun.Wanted ? (ulong)LongRun.Seed : 0));

    private static List<(Schema, Direction)> Schemas(CompiledContract contract)
    {
        var schemas = new List<(Schema, Direction)>();
        foreach (CompiledOperation operation in contract.Operations.Concat(contract.Webhooks)) AddOperation(operation);
        return schemas;

        void AddOperation(CompiledOperation operation)
        {
            foreach (Parameter parameter in operation.Operation.Parameters) Add(parameter.Schema ?? parameter.Content?.Schema, Direction.Request);
            foreach (CompiledMediaType media in operation.RequestContent) AddMedia(media, Direction.Request);
            foreach (CompiledResponse response in operation.Responses)
            {
                foreach (CompiledMediaType media in response.Content) AddMedia(media, Direction.Response);
                foreach (Parameter header in response.Response.Headers) Add(header.Schema ?? header.Content?.Schema, Direction.Response);
            }

            foreach (CompiledOperation callback in operation.Callbacks) AddOperation(callback);
        }

        void AddMedia(CompiledMediaType media, Direction direction)
        {
            Add(media.Media.Schema, direction);
            Add(media.Media.ItemSchema, direction);
            // With x-contract-envelope an answer is the schema narrowed to success.
            if (media.Envelope?.Answer is { } answer && !ReferenceEquals(answer, media.Media.Schema)) Add(answer, direction);
        }

        void Add(Schema? schema, Direction direction)
        {
            if (schema is not null) schemas.Add((schema, direction));
        }
    }
}
