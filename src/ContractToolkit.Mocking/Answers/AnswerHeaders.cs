using System.Collections.Concurrent;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Mocking;

/// <summary>Makes the header fields that a response declares: from examples that conform, else generated.</summary>
internal sealed class AnswerHeaders(CompiledContract contract, InstanceGenerator generator)
{
    private readonly ConcurrentDictionary<(CompiledResponse Response, ulong Seed), EquatableArray<HeaderField>> cache = new();

    public EquatableArray<HeaderField> Of(CompiledResponse response, ulong seed) =>
        response.Response.Headers.IsEmpty ? default : cache.GetOrAdd((response, seed), key => Make(key.Response, key.Seed));

    private EquatableArray<HeaderField> Make(CompiledResponse response, ulong seed)
    {
        var fields = new List<HeaderField>();
        // Codings are chosen by what the caller accepts, and what frames bodies is the transport's: a client would wait for chunks that never come.
        foreach (Parameter header in response.Response.Headers.Where(header => !ConnectionFields.Contains(header.Name) && !header.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)))
        {
            if (Value(header, seed) is { } value && Text(header, value) is { } text) fields.Add(new HeaderField(header.Name, text));
        }

        return fields.ToEquatableArray();
    }

    private JsonLiteral? Value(Parameter header, ulong seed)
    {
        Schema? schema = header.Schema ?? header.Content?.Schema;
        foreach (Example example in header.Examples)
        {
            if (example.Value is { } value && (schema is null || contract.Schemas.For(schema).IsValid(JsonValues.Utf8(value), Direction.Response))) return value;
        }

        if (schema is null) return header.Required ? JsonValues.StringLiteral("value") : null;
        byte[]? json = generator.Generate(schema, new GenerationOptions { Seed = seed, Direction = Direction.Response }, header.Name).Json;
        return json is null ? null : new JsonLiteral(JsonKind.Null, Encoding.UTF8.GetString(json));
    }

    // A generated text may hold what no header field can carry.
    private static string? Text(Parameter header, JsonLiteral value)
    {
        string text = ParameterWriter.Header(header, JsonValues.Parse(value));
        return text.All(c => c is >= ' ' and < '\u007f') ? text : null;
    }
}
