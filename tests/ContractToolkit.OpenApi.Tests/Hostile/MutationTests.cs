using ContractToolkit.TestSupport;

namespace ContractToolkit.OpenApi.Tests.Hostile;

/// <summary>Damaged documents never throw and never hang. CONTRACT_MUTATIONS sets the number, CONTRACT_SEED the seed, for long runs.</summary>
public sealed class MutationTests
{
    private const int MaxSeedLength = 60_000;

    private static readonly int Rounds = Setting("CONTRACT_MUTATIONS", 2_000);

    private static readonly int Seed = Setting("CONTRACT_SEED", 1);

    [Fact]
    public void Damaged_documents_are_read_or_reported()
    {
        List<byte[]> seeds = Seeds();
        Random random = new(Seed);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] text = Mutation.Of(seeds[random.Next(seeds.Count)], random);
            Read(text, round);
        }
    }

    private static void Read(byte[] text, int round)
    {
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            ContractDocument document = ContractReader.Read("api.yaml", text, new ReadOptions { Resolve = _ => text });
            if (document.Contract is null) Assert.NotEmpty(document.Findings);
            else Use(document);
            ContractReader.ReadSchema("schema.json", text);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"round {round} of seed {Seed}: {error}\n{System.Text.Encoding.UTF8.GetString(text)}");
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"round {round} of seed {Seed} took {watch.Elapsed}");
    }

    // Every id and pointer of the model leads somewhere, and two readings are equal.
    private static void Use(ContractDocument document)
    {
        foreach (Schema schema in document.Contract!.Schemas.All)
        {
            Assert.True(document.Locate(schema.Id.Value).Position.IsKnown, schema.Id.Value);
            document.Contract.Schemas.Follow(schema);
        }

        foreach (Operation operation in document.Contract.Operations) Assert.True(document.Locate(operation.Pointer).Position.IsKnown, operation.Pointer);
    }

    private static List<byte[]> Seeds()
    {
        List<byte[]> seeds = Samples.Select(System.Text.Encoding.UTF8.GetBytes).ToList();
        string? corpus = SharedData.Root is { } root ? Path.Combine(root, "corpus", "public") : null;
        if (corpus is null || !Directory.Exists(corpus)) return seeds;
        foreach (string file in Directory.EnumerateFiles(corpus, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(file) is ".yaml" or ".json" && new FileInfo(file).Length < MaxSeedLength) seeds.Add(File.ReadAllBytes(file));
        }

        return seeds;
    }

    private static readonly string[] Samples =
    [
        """
        openapi: 3.2.0
        info: { title: T, version: '1' }
        paths:
          /a/{id}:
            parameters: [{ name: id, in: path, required: true, schema: &s { type: string, minLength: 1 } }]
            get: &op { operationId: a, responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } }
            post: { <<: *op, operationId: b, requestBody: { content: { multipart/form-data: { schema: *s, encoding: { x: { style: form } } } } } }
        components:
          schemas:
            A: { $id: 'http://x/a', $anchor: n, $dynamicAnchor: m, allOf: [{ $ref: '#n' }, { $dynamicRef: '#m' }], discriminator: { propertyName: k, mapping: { a: A } } }
        x-contract-envelope: { code: /code, success: [0], data: /data }
        x-contract-token: { operation: a, credentials: [], token: /t, scheme: k }
        """,
        """{"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"post": {"consumes": ["multipart/form-data"], "parameters": [{"name": "f", "in": "formData", "type": "file"}, {"name": "q", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"}], "responses": {"200": {"description": "d", "schema": {"$ref": "#/definitions/A"}}}}}}, "definitions": {"A": {"type": "object", "properties": {"a": {"$ref": "#/definitions/A"}}}}}""",
    ];

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;
}
