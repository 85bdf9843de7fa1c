using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Mocking;

/// <summary>Makes the requests that a server sends by itself: callbacks and webhooks, from examples that conform, else generated and proven.</summary>
internal sealed class CallbackRequests(CompiledContract contract, InstanceGenerator generator)
{
    private readonly BodyWriter writer = new(contract.Schemas);

    /// <summary>The callbacks that go with an answer. One whose URL cannot be told from the request and the answer is left out.</summary>
    public List<ExchangeRequest> Of(CompiledOperation operation, ExchangeRequest request, RouteMatch route, MockAnswer answer)
    {
        var requests = new List<ExchangeRequest>();
        foreach (CompiledOperation callback in operation.Callbacks)
        {
            if (RuntimeUrl.Fill(callback.Operation.Path, request, route, answer) is { } url && To(callback, url) is { } made) requests.Add(made);
        }

        return requests;
    }

    /// <summary>A request of an operation to a URL; null where no value conforms, or the URL is not absolute.</summary>
    public ExchangeRequest? To(CompiledOperation operation, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) || absolute.Scheme is not ("http" or "https")) return null;
        var fields = new List<HeaderField>();
        foreach (Parameter parameter in operation.Operation.Parameters.Where(p => p is { In: ParameterLocation.Header, Required: true }))
        {
            if (Json(parameter.Schema ?? parameter.Content?.Schema, parameter.Examples, parameter.Name) is not { } json) continue;
            string text = ParameterWriter.Header(parameter, JsonValues.Parse(new JsonLiteral(JsonKind.Null, Encoding.UTF8.GetString(json))));
            if (text.All(c => c is >= ' ' and < '\u007f')) fields.Add(new HeaderField(parameter.Name, text));
        }

        ReadOnlyMemory<byte> body = default;
        if (operation.RequestContent.Count > 0)
        {
            CompiledMediaType media = operation.RequestContent.FirstOrDefault(content => content.Format == BodyFormat.Json) ?? operation.RequestContent[0];
            if (Json(media.Media.Schema, media.Media.Examples, null) is not { } json) return null;
            WireBody wire = writer.Write(media, json);
            body = wire.Bytes;
            fields.Add(new HeaderField("Content-Type", wire.ContentType));
        }

        return new ExchangeRequest { Method = operation.Operation.Method, Url = url, Headers = fields.ToEquatableArray(), Body = body };
    }

    private byte[]? Json(Schema? schema, EquatableArray<Example> examples, string? name)
    {
        PlanEntry? plan = schema is null ? null : contract.Schemas.For(schema);
        foreach (Example example in examples)
        {
            if (example.Value is not { } value) continue;
            byte[] json = JsonValues.Utf8(value);
            if (plan is null || plan.Value.IsValid(json, Direction.Request)) return json;
        }

        return schema is null ? "{}"u8.ToArray() : generator.Generate(schema, new GenerationOptions { Direction = Direction.Request }, name).Json;
    }
}
