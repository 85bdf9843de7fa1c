using System.Collections.Concurrent;
using System.Security.Cryptography;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Mocking;

/// <summary>A body that is ready to be sent.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ContentType">The value of <c>Content-Type</c>.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="ETag">Its entity tag.</param>
internal sealed record AnswerBody(ReadOnlyMemory<byte> Bytes, string ContentType, string Origin, string ETag);

/// <summary>Makes bodies: from examples that conform, else generated and proven. Bodies are made once and kept.</summary>
internal sealed class AnswerBodies(CompiledContract contract, bool onlyDeclared = false)
{
    // Generated answers vary within this many per response, so that they can be kept.
    public const int Variety = 64;

    private readonly MemberShapes shapes = new(contract.Contract.Schemas);
    private readonly InstanceGenerator generator = new(contract.Schemas);
    private readonly BodyWriter writer = new(contract.Schemas);
    private readonly BodyReader reader = new(contract.Schemas);
    private readonly ConcurrentDictionary<(CompiledMediaType Media, string? Example), AnswerBody?> examples = new();
    private readonly ConcurrentDictionary<(CompiledMediaType Media, ulong Seed), AnswerBody?> generated = new();

    private readonly ConcurrentDictionary<CompiledMediaType, AnswerBody?> plain = new();

    /// <summary>The generator, for parts that generate values themselves.</summary>
    public InstanceGenerator Generator => generator;

    /// <summary>The names of a media type's examples.</summary>
    public static IEnumerable<string> Names(CompiledMediaType media) => media.Media.Examples.Where(e => e.Name is not null).Select(e => e.Name!);

    /// <summary>The example of this name, whether it conforms or not: it was asked for. Null where there is none.</summary>
    public AnswerBody? Named(CompiledMediaType media, string name) =>
        media.Media.Examples.FirstOrDefault(e => e.Name == name) is { } example ? examples.GetOrAdd((media, name), key => FromExample(key.Media, example)) : null;

    /// <summary>The first example that conforms; null where there is none.</summary>
    public AnswerBody? Example(CompiledMediaType media) => examples.GetOrAdd((media, null), key =>
        key.Media.Media.Examples.Where(example => Conforms(key.Media, example) && IsDeclared(key.Media, example.Value)).Select(example => FromExample(key.Media, example)).FirstOrDefault(body => body is not null)
            ?? FromSchemaExample(key.Media));

    /// <summary>A generated body; null where the schema can't be satisfied.</summary>
    /// <remarks>A seed of the caller's own is not kept: there is no end of them.</remarks>
    public AnswerBody? Generated(CompiledMediaType media, ulong seed) =>
        seed >= Variety ? Seeded(media, seed) : generated.GetOrAdd((media, seed), key => Seeded(key.Media, key.Seed));

    /// <summary>A generated body of plain placeholders; null where the schema can't be satisfied.</summary>
    public AnswerBody? Plain(CompiledMediaType media) => plain.GetOrAdd(media, key => Generate(key, new GenerationOptions { Direction = Direction.Response, Plain = true }));

    /// <summary>Why there is no generated body.</summary>
    public string? Unsatisfied(CompiledMediaType media) =>
        SchemaOf(media) is { } schema ? generator.Generate(schema, new GenerationOptions { Direction = Direction.Response }).Unsatisfied : null;

    /// <summary>Writes data as a body.</summary>
    public AnswerBody Write(CompiledMediaType media, ReadOnlyMemory<byte> json, string origin)
    {
        WireBody wire = writer.Write(media, json);
        return Make(wire.Bytes, wire.ContentType, origin);
    }

    internal static AnswerBody Make(byte[] bytes, string contentType, string origin) =>
        new(bytes, contentType, origin, "\"" + Convert.ToHexString(SHA256.HashData(bytes).AsSpan(0, 8)).ToLowerInvariant() + "\"");

    private AnswerBody? FromExample(CompiledMediaType media, Example example)
    {
        string origin = "example" + (example.Name is null ? "" : " " + example.Name);
        if (example.SerializedValue is { } text) return Make(Encoding.UTF8.GetBytes(text), ContentType(media), origin);
        if (example.Value is not { } value) return null;
        // A string as the example of a media type that is no JSON is the body's own text.
        bool raw = value.Kind == JsonKind.String && media.Format != BodyFormat.Json;
        return raw
            ? Make(Encoding.UTF8.GetBytes(JsonValues.Parse(value).GetString()!), ContentType(media), origin)
            : Write(media, JsonValues.Utf8(value), origin);
    }

    private static string ContentType(CompiledMediaType media) => !media.Name.IsRange ? media.Media.Name : media.Name.Type == "*" ? "application/octet-stream" : BodyWriter.Concrete(media.Name);

    private bool Conforms(CompiledMediaType media, Example example)
    {
        if (example.Value is not { } value) return example.SerializedValue is not null;
        if (media.Format == BodyFormat.Binary) return true;
        Schema? schema = SchemaOf(media);
        if (media.Format != BodyFormat.Json && value.Kind == JsonKind.String) return IsReadable(media, schema, JsonValues.Parse(value).GetString()!);
        if (schema is null) return true;
        byte[] json = JsonValues.Utf8(value);
        if (media.Media.ItemSchema is { } item && media.Media.Schema is null)
        {
            return value.Kind == JsonKind.Array && JsonValues.Parse(value).EnumerateArray()
                .All(one => contract.Schemas.For(item).IsValid(Encoding.UTF8.GetBytes(one.GetRawText()), Direction.Response));
        }

        return contract.Schemas.For(schema).IsValid(json, Direction.Response);
    }

    // The text of a body: what can't even be read as its media type would only be found fault with.
    private bool IsReadable(CompiledMediaType media, Schema? schema, string text)
    {
        if (media.Format is BodyFormat.Text) return true;
        BodyReading reading = reader.Read(media, Encoding.UTF8.GetBytes(text), ContentType(media));
        if (reading.Problem is not null) return false;
        return schema is null || media.Format is not (BodyFormat.Xml or BodyFormat.Form) || contract.Schemas.For(schema).IsValid(reading.Json.Span, Direction.Response);
    }

    private bool IsDeclared(CompiledMediaType media, JsonLiteral? example)
    {
        if (!onlyDeclared || example is not { Kind: JsonKind.Object or JsonKind.Array } value || (media.Envelope?.Success ?? media.Media.Schema) is not { } schema) return true;
        List<string> undeclared = [];
        shapes.Undeclared(JsonValues.Parse(value), [schema], "", undeclared);
        return undeclared.Count == 0;
    }

    // An example that the schema itself carries.
    private AnswerBody? FromSchemaExample(CompiledMediaType media)
    {
        if (SchemaOf(media) is not { } schema || media.Media.Schema is null) return null;
        foreach (JsonLiteral value in SchemaExamples(media.Media.Schema, 0))
        {
            byte[] json = JsonValues.Utf8(value);
            if (contract.Schemas.For(schema).IsValid(json, Direction.Response) && IsDeclared(media, value)) return Write(media, json, "example of the schema");
        }

        return null;
    }

    private IEnumerable<JsonLiteral> SchemaExamples(Schema schema, int depth)
    {
        IEnumerable<JsonLiteral> own = schema.Notes?.Examples ?? default;
        return schema.Reference is { } id && depth < 16 && contract.Contract.Schemas.TryGet(id, out Schema? target) ? own.Concat(SchemaExamples(target, depth + 1)) : own;
    }

    private static Schema? SchemaOf(CompiledMediaType media) => media.Envelope?.Answer ?? media.Media.Schema ?? media.Media.ItemSchema;

    private AnswerBody? Seeded(CompiledMediaType media, ulong seed) => Generate(media, new GenerationOptions { Seed = seed, Direction = Direction.Response });

    private AnswerBody? Generate(CompiledMediaType media, GenerationOptions options)
    {
        if (SchemaOf(media) is not { } schema)
        {
            return media.Format switch
            {
                BodyFormat.Json => Make("{}"u8.ToArray(), ContentType(media), "no schema"),
                BodyFormat.Text => Make("text"u8.ToArray(), ContentType(media), "no schema"),
                BodyFormat.Xml => Make("<answer/>"u8.ToArray(), ContentType(media), "no schema"),
                _ => Make([], ContentType(media), "no schema"),
            };
        }

        if (media.Media.ItemSchema is { } item && media.Media.Schema is null)
        {
            byte[]?[] items = [.. Enumerable.Range(0, 3).Select(i => generator.Generate(item, options with { Seed = options.Seed + (ulong)i }).Json)];
            if (Array.Exists(items, one => one is null)) return null;
            return Write(media, Encoding.UTF8.GetBytes("[" + string.Join(',', items.Select(one => Encoding.UTF8.GetString(one!))) + "]"), "generated");
        }

        return generator.Generate(schema, options).Json is { } json ? Write(media, json, "generated") : null;
    }
}
