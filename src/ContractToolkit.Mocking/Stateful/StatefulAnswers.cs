using System.Text.Json;
using System.Text.Json.Nodes;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Mocking;

/// <summary>
/// Makes answers remember: what was created is found, listed, changed and removed by later calls. An id that nobody created or removed is answered
/// as without memory, so that a consumer needs no set-up. Whatever is answered is proven against the schema, or the answer stays as it was.
/// </summary>
internal sealed class StatefulAnswers
{
    private const int FreshIds = 16;

    private readonly CompiledContract contract;
    private readonly AnswerBodies bodies;
    private readonly Dictionary<CompiledOperation, ResourceRoute> routes;
    private readonly ResourceStore store;
    private readonly ResourceShape shape;
    private readonly BodyReader reader;

    public StatefulAnswers(CompiledContract contract, AnswerBodies bodies, ResourceStore store, EquatableArray<ResourceSetting> settings)
    {
        this.store = store;
        this.contract = contract;
        this.bodies = bodies;
        routes = ResourceRoute.Infer(contract, settings);
        shape = new ResourceShape(new SchemaShapes(contract.Contract.Schemas));
        reader = new BodyReader(contract.Schemas);
    }

    /// <summary>Whether the thing that the call is about was removed.</summary>
    public bool IsGone(CompiledOperation operation, RouteMatch route, ExchangeRequest request) =>
        CallOf(operation, route, request) is { Id: { } id, Route.Action: not ResourceAction.Replace } call && store.IsDeleted(call.Collection, id);

    /// <summary>The answer with what is remembered.</summary>
    public MockAnswer Apply(CompiledOperation operation, RouteMatch route, ExchangeRequest request, MockAnswer answer)
    {
        if (answer.Status is < 200 or >= 300 || CallOf(operation, route, request) is not { } call) return answer;
        ResourceRoute resource = call.Route;
        if (resource.Action == ResourceAction.Delete)
        {
            if (call.Id is { } removed) store.Delete(call.Collection, removed);
            return answer;
        }

        CompiledMediaType? media = Media(operation, answer);
        if (media is not { Format: BodyFormat.Json } || (media.Envelope?.Answer ?? media.Media.Schema) is not { } schema)
        {
            if (call is { Id: { } named, Body: { } sent }) store.Put(call.Collection, named, sent);
            return answer;
        }

        JsonNode? root = Fresh(call, media, answer);
        bool changed = resource.Action == ResourceAction.List
            ? List(call, root, schema)
            : Thing(call, root, schema);
        if (!changed || !ProvenMerge.IsValid(root, contract.Schemas.For(schema))) return answer;
        AnswerBody body = bodies.Write(media, ProvenMerge.Utf8(root), "remembered");
        EquatableArray<HeaderField> headers = answer.Headers.With("ETag", body.ETag);
        if (resource.Action == ResourceAction.Create && headers.Find("Location") is { } madeUp && Made(resource, root, schema) is { } id)
        {
            // A place made up would lead to something else, or to nothing. It is absolute where the contract has it so.
            string place = RequestTarget.Parse(request.Url).Path.TrimEnd('/') + "/" + PercentCoding.Encode(id);
            headers = headers.With("Location", madeUp.Contains("://", StringComparison.Ordinal) ? OriginOf(request) + place : place);
        }

        return answer with { Body = body.Bytes, Origin = body.Origin, Headers = headers };
    }

    private static string OriginOf(ExchangeRequest request) =>
        RequestTarget.Parse(request.Url).Origin is { Length: > 0 } origin ? origin : "http://" + (request.Headers.Find("Host") ?? "localhost");

    private string? Made(ResourceRoute resource, JsonNode? root, Schema schema)
    {
        string? parameter = ItemParameter(resource.Collection);
        return shape.Thing(root, schema, parameter) is { } found ? ResourceShape.IdOf(found.Thing, parameter)?.Text : null;
    }

    // Every creation has an answer of its own, whose id is a new one as far as the schema has ids enough.
    private JsonNode? Fresh(ResourceCall call, CompiledMediaType media, MockAnswer answer)
    {
        JsonNode? made = null;
        for (int attempt = 0; call.Route.Action == ResourceAction.Create && attempt < FreshIds; attempt++)
        {
            var options = new GenerationOptions { Seed = SeededRandom.Mix((ulong)store.NextNumber()), Direction = Direction.Response, UseExamples = false };
            Schema schema = (media.Envelope?.Answer ?? media.Media.Schema)!;
            if (bodies.Generator.Generate(schema, options).Json is not { } json) break;
            made = JsonNode.Parse(json);
            if (Made(call.Route, made, schema) is not { } id || !store.Knows(call.Collection, id)) break;
        }

        return made ?? JsonNode.Parse(answer.Body.Span);
    }

    private bool Thing(ResourceCall call, JsonNode? root, Schema schema)
    {
        ResourceRoute resource = call.Route;
        string? idParameter = resource.IdParameter ?? ItemParameter(resource.Collection);
        if (shape.Thing(root, schema, idParameter) is not { } found) return false;
        JsonObject known = resource.Action == ResourceAction.Create || call.Id is null ? [] : store.Find(call.Collection, call.Id) ?? [];
        bool remembered = known.Count > 0;
        if (resource.Action is ResourceAction.Create or ResourceAction.Replace or ResourceAction.Patch && call.Body is { } sent)
        {
            if (resource.Action == ResourceAction.Replace) known = [];
            foreach ((string name, JsonNode? value) in shape.AsAnswered(sent, found.Schema)) known[name] = value?.DeepClone();
            remembered = true;
        }

        PlanEntry plan = contract.Schemas.For(schema);
        if (remembered) ProvenMerge.Into(root!, found.Thing, shape.Declared(known, found.Schema), plan);
        if (call.Id is { } asked) PutId(root!, found.Thing, resource.IdParameter!, asked, plan);
        if (resource.Action != ResourceAction.Read && ResourceShape.IdOf(found.Thing, idParameter) is { } id)
        {
            JsonObject kept = (JsonObject)found.Thing.DeepClone();
            foreach ((string name, JsonNode? value) in known)
            {
                if (!kept.ContainsKey(name)) kept[name] = value?.DeepClone();
            }

            store.Put(call.Collection, call.Id ?? id.Text, kept);
        }

        return true;
    }

    private bool List(ResourceCall call, JsonNode? root, Schema schema)
    {
        string collection = call.Collection;
        if (shape.List(root, schema) is not { } found || found.Item is not { } itemSchema) return false;
        List<JsonObject> stored = store.All(collection);
        string? parameter = ItemParameter(call.Route.Collection);
        List<JsonObject> samples = [.. found.List.OfType<JsonObject>().Select(item => (JsonObject)item.DeepClone())
            .Where(item => ResourceShape.IdOf(item, parameter) is not { } id || (!store.IsDeleted(collection, id.Text) && store.Find(collection, id.Text) is null))];
        List<JsonObject> all = [.. stored.Select((thing, i) => AsItem(thing, itemSchema, (ulong)i)).OfType<JsonObject>(), .. samples];
        found.List.Clear();
        foreach (JsonObject item in Paging.Apply(all, [.. call.Filters])) found.List.Add((JsonNode)item.DeepClone());
        return true;
    }

    // A thing as an item of a list, whose schema may be another than that of the thing itself.
    private JsonObject? AsItem(JsonObject thing, Schema itemSchema, ulong seed)
    {
        if (bodies.Generator.Generate(itemSchema, new GenerationOptions { Seed = seed, Direction = Direction.Response }).Json is not { } json) return null;
        if (JsonNode.Parse(json) is not JsonObject item) return null;
        ProvenMerge.Into(item, item, shape.Declared(thing, itemSchema), contract.Schemas.For(itemSchema));
        return item;
    }

    private static void PutId(JsonNode root, JsonObject thing, string parameter, string id, PlanEntry plan)
    {
        if (ResourceShape.IdOf(thing, parameter) is not { } known || known.Text == id) return;
        JsonNode? before = thing[known.Member]?.DeepClone();
        JsonNode? number = before?.GetValueKind() == JsonValueKind.Number && JsonText.IsNumber(id) ? JsonNode.Parse(id) : null;
        thing[known.Member] = number ?? JsonValue.Create(id);
        if (!ProvenMerge.IsValid(root, plan)) thing[known.Member] = before;
    }

    private JsonObject? Body(CompiledOperation operation, ExchangeRequest request)
    {
        if (MediaTypeName.Parse(request.ContentType) is not { } type || CompiledMediaType.Select(operation.RequestContent, type) is not { } media) return null;
        BodyReading reading = reader.Read(media, request.Body, request.ContentType);
        try
        {
            return reading.Problem is null && !reading.Json.IsEmpty ? JsonNode.Parse(reading.Json.Span) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CompiledMediaType? Media(CompiledOperation operation, MockAnswer answer) =>
        MediaTypeName.Parse(answer.Headers.Find("Content-Type")) is { } type && operation.ResponseFor(answer.Status) is { } response
            ? CompiledMediaType.Select(response.Content, type) : null;

    private string? ItemParameter(string collection) => routes.Values.FirstOrDefault(route => route.Collection == collection && route.IdParameter is not null)?.IdParameter;

    private ResourceCall? CallOf(CompiledOperation operation, RouteMatch route, ExchangeRequest request) =>
        routes.TryGetValue(operation, out ResourceRoute? resource) ? ResourceCall.Of(resource, route, request, Body(operation, request)) : null;
}
