using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Evaluates the runtime expressions of links (OpenAPI, Runtime Expressions) on an exchange.</summary>
internal static class RuntimeExpression
{
    public static JsonLiteral? Evaluate(string expression, HttpExchange exchange, CompiledOperation producer, CompiledContract contract)
    {
        if (expression.StartsWith("$response.body#", StringComparison.Ordinal)) return At(exchange.Response?.Body, expression["$response.body#".Length..]);
        if (expression.StartsWith("$request.body#", StringComparison.Ordinal)) return At(exchange.Request.Body, expression["$request.body#".Length..]);
        if (expression.StartsWith("$response.header.", StringComparison.Ordinal))
        {
            string name = expression["$response.header.".Length..];
            if (exchange.Response?.Headers.Find(name) is not { } value) return null;
            return name != "Location" ? Text(value) : IdIn(value, exchange.Request.Url, contract) is { } id ? Text(id) : null;
        }

        if (expression.StartsWith("$request.path.", StringComparison.Ordinal)) return Part(exchange, producer, ParameterLocation.Path, expression["$request.path.".Length..]);
        if (expression.StartsWith("$request.query.", StringComparison.Ordinal)) return Part(exchange, producer, ParameterLocation.Query, expression["$request.query.".Length..]);
        return null;
    }

    private static JsonLiteral? Part(HttpExchange exchange, CompiledOperation producer, ParameterLocation location, string name) =>
        producer.Operation.Parameters.FirstOrDefault(parameter => parameter.In == location && parameter.Name == name) is { } found
        && RequestParts.Raw(exchange.Request, found, producer).FirstOrDefault() is { } raw ? Text(raw) : null;

    // The id of what was made: what stands below the collection that was called, else the last expression of the route that it leads to.
    private static string? IdIn(string location, string collection, CompiledContract contract)
    {
        string place = RequestTarget.Parse(location).Path;
        string below = RequestTarget.Parse(collection).Path.TrimEnd('/') + "/";
        if (place.StartsWith(below, StringComparison.Ordinal) && place.Length > below.Length) return PercentCoding.Decode(place[below.Length..].Split('/')[0]);
        RouteMatch route = contract.Router.Route("GET", location);
        return route.PathValues.IsEmpty ? null : PercentCoding.Decode(route.PathValues[^1].Raw);
    }

    private static JsonLiteral? At(ReadOnlyMemory<byte>? body, string pointer)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body ?? default);
            JsonElement value = document.RootElement;
            foreach (string segment in JsonPointer.Split(pointer))
            {
                if (Step(value, segment) is not { } next) return null;
                value = next;
            }

            // Half a surrogate pair is JSON, but no text that could be sent.
            if (value.ValueKind == JsonValueKind.String) return Text(value.GetString()!);
            return value.ValueKind == JsonValueKind.Number ? new(JsonKind.Number, value.GetRawText()) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement? Step(JsonElement value, string segment) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty(segment, out JsonElement member) => member,
        JsonValueKind.Array when int.TryParse(segment, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int index) && index < value.GetArrayLength() => value[index],
        _ => null,
    };

    private static JsonLiteral Text(string text) => new(JsonKind.String, JsonSerializer.Serialize(text));
}
