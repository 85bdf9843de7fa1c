using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Tests.Mending;

/// <summary>Changes an exchange as servers and callers change: whatever a document can describe may differ afterwards.</summary>
internal sealed class ExchangeDrift(Random random)
{
    private static readonly string[] Scalars =
        ["null", "true", "0", "-7", "1.5", "1e20", "\"\"", "\"x\"", "\"2026-01-02\"", "\"a longer text, with \\\"quotes\\\", ümläuts and 🚀\"", "[]", "[1,\"x\",null]", "{}", "{\"k\":{\"deep\":[true]}}", "12345678901234567890"];

    private static readonly string[] Types = ["text/plain", "text/html", "application/json", "application/problem+json", "application/xml", "application/octet-stream", "text/csv"];

    /// <summary>A changed copy.</summary>
    public HttpExchange Change(HttpExchange exchange)
    {
        ExchangeRequest request = exchange.Request;
        ExchangeResponse response = exchange.Response!;
        return random.Next(16) switch
        {
            0 => exchange with { Response = response with { Status = Pick(200, 201, 202, 400, 401, 404, 409, 418, 422, 500, 503) } },
            1 when !response.Body.IsEmpty && !IsJson(response.ContentType) => exchange with { Response = response with { Headers = WithType(response.Headers) } },
            2 => exchange with { Response = response with { Headers = WithType(response.Headers), Body = response.Body.IsEmpty ? response.Body : "plain words"u8.ToArray() } },
            3 => exchange with { Response = response with { Headers = [.. response.Headers.Where(_ => random.Next(2) == 0 || _.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))] } },
            4 => exchange with { Response = response with { Headers = [.. response.Headers.Select(field => field.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) ? field : field with { Value = Pick("x", "-1", "2.5", "") })] } },
            5 => exchange with { Request = request with { Url = Query(request.Url) } },
            6 => exchange with { Request = request with { Url = request.Url.Split('?')[0] } },
            7 => exchange with { Request = request with { Url = request.Url.Split('?')[0].TrimEnd('/') + "/extra" + request.Url[request.Url.Split('?')[0].Length..] } },
            8 => exchange with { Request = request with { Method = Pick("GET", "PUT", "POST", "DELETE", "PATCH") } },
            9 => exchange with { Request = request with { Headers = [.. request.Headers.Where(field => random.Next(2) == 0 || field.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))] } },
            10 when !request.Body.IsEmpty => exchange with { Request = request with { Headers = WithType(request.Headers), Body = "a=b"u8.ToArray() } },
            11 when IsJson(request.ContentType) && !request.Body.IsEmpty => exchange with { Request = request with { Body = Json(request.Body) } },
            12 when IsJson(request.ContentType) && !request.Body.IsEmpty => exchange with { Request = request with { Body = Json(request.Body) } },
            _ when IsJson(response.ContentType) && !response.Body.IsEmpty => exchange with { Response = response with { Body = Json(response.Body) } },
            _ => exchange,
        };
    }

    private T Pick<T>(params T[] items) => items[random.Next(items.Length)];

    private static bool IsJson(string? type) => MediaTypeName.Parse(type) is { IsJson: true };

    private EquatableArray<HeaderField> WithType(EquatableArray<HeaderField> headers) =>
        [.. headers.Where(field => !field.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)), new HeaderField("Content-Type", Types[random.Next(Types.Length)].Replace("application/json", "text/json-lines", StringComparison.Ordinal).Replace("+json", "+text", StringComparison.Ordinal))];

    private string Query(string url)
    {
        if (!url.Contains('?') || random.Next(3) == 0) return url + (url.Contains('?') ? "&" : "?") + Pick("debug=1", "page%5Bx%5D=2", "q=a%20b&r=", "flag");
        string[] parts = url.Split('?', 2), pairs = parts[1].Split('&');
        int at = random.Next(pairs.Length);
        string name = pairs[at].Split('=')[0];
        pairs[at] = Pick(name + "=other", name + "=-1", name + "=", name + "x=1", name + "=1.5");
        return parts[0] + "?" + string.Join('&', pairs);
    }

    private byte[] Json(ReadOnlyMemory<byte> body)
    {
        JsonNode? root = JsonNode.Parse(body.Span);
        int changes = random.Next(1, 4);
        for (int i = 0; i < changes; i++) root = Changed(root);
        return System.Text.Encoding.UTF8.GetBytes(root?.ToJsonString() ?? "null");
    }

    private JsonNode? Changed(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map when random.Next(12) > 0:
                Member(map);
                return map;
            case JsonObject empty when random.Next(2) == 0:
                empty["added"] = Any();
                return empty;
            case JsonArray { Count: > 0 } list when random.Next(8) > 0:
                Item(list);
                return list;
            default:
                return node is JsonValue value && random.Next(2) == 0 ? Near(value) : Any();
        }
    }

    private void Member(JsonObject map)
    {
        string name = map.ElementAt(random.Next(map.Count)).Key;
        switch (random.Next(10))
        {
            case 0: map.Remove(name); break;
            case 1: map["added" + random.Next(3)] = Any(); break;
            case 2 when name.Length > 0:
                JsonNode? moved = map[name];
                map.Remove(name);
                map[name + "_v2"] = moved;
                break;
            default:
                JsonNode? old = map[name];
                map.Remove(name);
                map[name] = Changed(old);
                break;
        }
    }

    private void Item(JsonArray list)
    {
        int at = random.Next(list.Count);
        JsonNode? item = list[at];
        switch (random.Next(6))
        {
            case 0: list.Clear(); break;
            case 1: for (int i = 0; i < 5; i++) list.Add(item?.DeepClone()); break;
            default:
                list.RemoveAt(at);
                list.Insert(at, Changed(item));
                break;
        }
    }

    private static JsonNode? Parse(string json) => JsonNode.Parse(json);

    private JsonNode? Any() => Parse(Scalars[random.Next(Scalars.Length)]);

    private JsonNode? Near(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => Pick<JsonNode?>(value.GetValue<string>() + "!", value.GetValue<string>().ToUpperInvariant(), value.GetValue<string>() + new string('n', 300), ""),
        JsonValueKind.Number => Parse(Pick("-1", "0", "0.001", "4000000000", "99999999999", value.ToJsonString() + (value.ToJsonString().Contains('e', StringComparison.OrdinalIgnoreCase) ? "" : value.ToJsonString().Contains('.') ? "1" : value.ToJsonString().TrimStart('-').StartsWith('0') ? ".5" : "9"))),
        _ => Parse(Pick("\"true\"", "1", "null")),
    };
}
