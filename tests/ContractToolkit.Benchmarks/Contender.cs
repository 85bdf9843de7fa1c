using System.Text.Json;
using ContractToolkit.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;
using NJsonSchema;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Benchmarks;

/// <summary>One way to judge an instance: bytes in, verdict out.</summary>
internal sealed record Contender(string Name, Func<byte[], bool> Judge)
{
    /// <summary>What everything is measured against: System.Text.Json's reader, which judges nothing.</summary>
    public static Contender Walk { get; } = new("Utf8JsonReader", WalkOnly);

    public static Contender Tokenizer { get; } = new("tokenizer", json =>
    {
        JsonTokenizer tokenizer = new(json);
        while (tokenizer.Read())
        {
        }

        return tokenizer.Fault == default;
    });

    public static Contender Tape { get; } = new("tape", TapeOnly());

    public static Contender Interpreter(DataSet set)
    {
        ValidationPlan plan = Compile(set);
        return new("interpreter", json => plan.IsValid(json));
    }

    /// <summary>The emitted back end, compiled in memory, which reads as the plan suggests.</summary>
    public static Contender Emitted(DataSet set)
    {
        Verdict verdict = EmittedValidator.Compile(Compile(set).Data);
        return new("emitted", json => verdict(json, 0, Direction.None));
    }

    /// <summary>The emitted back end of the schema as it is published, which asserts the formats that it names; null where it names none.</summary>
    public static Contender? EmittedWithFormats(DataSet set)
    {
        if (set.SchemaWithFormats is not { } schema || schema.AsSpan().IndexOf("\"format\""u8) < 0) return null;
        Verdict verdict = EmittedValidator.Compile(Compile(schema, new()).Data);
        return new("with formats", json => verdict(json, 0, Direction.None));
    }

    /// <summary>The emitted back end, made to read in one way.</summary>
    public static Contender Emitted(DataSet set, bool onTape)
    {
        Verdict verdict = EmittedValidator.Compile(Compile(set).Data, onTape);
        return new(onTape ? "emitted, tape" : "emitted, text", json => verdict(json, 0, Direction.None));
    }

    /// <summary>What a validator over System.Text.Json's document pays before it looks at anything.</summary>
    public static Contender Document { get; } = new("JsonDocument", json =>
    {
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        return true;
    });

    public static Contender? NJson(DataSet set)
    {
        try
        {
            JsonSchema schema = JsonSchema.FromJsonAsync(Encoding.UTF8.GetString(set.Schema)).GetAwaiter().GetResult();
            foreach (byte[] instance in set.Instances) schema.Validate(Encoding.UTF8.GetString(instance));
            return new("NJsonSchema", json => schema.Validate(Encoding.UTF8.GetString(json)).Count == 0);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Newtonsoft.Json.JsonException or NotSupportedException or ArgumentException or NullReferenceException)
        {
            return null;
        }
    }

    public static ValidationPlan Compile(DataSet set) => Compile(set.Schema, new() { AssertFormats = false });

    private static ValidationPlan Compile(byte[] schema, PlanOptions options)
    {
        SchemaDocument document = ContractReader.ReadSchema("schema.json", schema);
        return PlanCompiler.Compile(document.Schemas, [document.Schema!], options);
    }

    private static Func<byte[], bool> TapeOnly()
    {
        SchemaTable none = new([], default);
        ValidationPlan plan = PlanCompiler.Compile(none, [new Schema { Id = new("#"), Always = true }]);
        return json => plan.IsValid(json);
    }

    private static bool WalkOnly(byte[] json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = 1000 });
        while (reader.Read())
        {
        }

        return true;
    }
}
