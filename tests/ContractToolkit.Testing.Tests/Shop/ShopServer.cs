using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ContractToolkit.Testing.Tests;

/// <summary>A shop in process, written by hand from its contract, that keeps every promise but the one that the chosen fault breaks.</summary>
internal sealed class ShopServer(string? fault = null) : HttpMessageHandler
{
    public const string Token = "shop-token-7f2c";
    private readonly SortedDictionary<int, JsonObject> items = new() { [1] = Item(1, "First", 5, "book"), [2] = Item(2, "Second", 7.5m, "toy") };
    private readonly Lock gate = new();
    private int nextId = 3;
    private int answers;

    public int Requests { get; private set; }

    public int Items
    {
        get
        {
            lock (gate) return items.Count;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellation)
    {
        ShopRequest request = await ShopRequest.ReadAsync(message, cancellation);
        ShopAnswer answer;
        lock (gate)
        {
            Requests++;
            answer = Handle(request);
            answer = ShopFaults.Damage(fault, request, answer, ref answers).Coded(request, fault);
            if (message.Method == HttpMethod.Head) answer = answer.Head(fault);
        }

        return await answer.ToMessageAsync(cancellation);
    }

    private bool Has(string name) => fault == name;

    private ShopAnswer Handle(ShopRequest request)
    {
        string[] path = request.Segments;
        if (request.Method == "HEAD") return Handle(request.As("GET"));
        return (path.Length, path[0]) switch
        {
            (1, "health") => request.Method == "GET" ? ShopAnswer.Text("well") : NotAllowed("GET", request),
            (1, "items") => request.Method switch { "GET" => List(request), "POST" => Create(request), _ => NotAllowed("GET, POST", request) },
            (2, "items") => request.Method switch { "GET" => Get(request), "PUT" => Replace(request), "DELETE" => Delete(request), _ => NotAllowed("GET, PUT, DELETE", request) },
            (3, "items") when path[2] == "reviews" => request.Method == "POST" ? Review(request) : NotAllowed("POST", request),
            _ => ShopAnswer.Problem(404, "no such path"),
        };
    }

    private ShopAnswer NotAllowed(string allow, ShopRequest? request = null)
    {
        if (request?.Method == "OPTIONS") return ShopAnswer.Empty(204).With("Allow", (Has("options-allow-wrong") ? "GET, PATCH" : allow) + ", OPTIONS");
        if (Has("patch-accepted") && request?.Method == "PATCH") return ShopAnswer.Json(200, new JsonObject());
        if (Has("trace-accepted") && request?.Method == "TRACE") return ShopAnswer.Text("trace");
        ShopAnswer answer = ShopAnswer.Problem(405, "method not allowed");
        return Has("allow-missing") ? answer : answer.With("Allow", Has("allow-incomplete") ? allow.Split(", ")[0] : allow);
    }

    private ShopAnswer List(ShopRequest request)
    {
        if (Integer(request, "limit") is not { } limit || limit < (Has("limit-0-accepted") ? 0 : 1) || limit > (Has("limit-101-accepted") ? 101 : Has("limit-100-refused") ? 99 : 100)) return Bad("limit");
        if (Integer(request, "offset") is not { } offset || (offset < 0 && !Has("offset-negative-accepted")) || offset > 100000) return Bad("offset");
        if (request.Parameter("sort") is { } sort && sort is not ("name" or "price" or "-name") && !Has("sort-unknown-accepted")) return Bad("sort");
        if (Has("sort-descending-fails") && request.Parameter("sort") == "-name") return ShopAnswer.Problem(500, "sort");
        if (request.Parameter("q") is { } q)
        {
            if (ShopRequest.Length(q) < 2 && !Has("q-short-accepted")) return Bad("q");
            if (ShopRequest.Length(q) > 30 && !Has("q-long-accepted")) return Bad("q");
            if (Has("q-longest-fails") && ShopRequest.Length(q) == 30) return ShopAnswer.Problem(500, "q");
            if (Has("q-counts-utf16") && q.Length > 30) return Bad("q");
        }

        if (request.Parameter("inStock") is { } stock && stock is not ("true" or "false") && !Has("in-stock-anything-accepted")) return Bad("inStock");
        if (request.Header("X-Request-Id") is { } id && !Has("request-id-unchecked") && (id.Length != 8 || id.Any(c => !char.IsAsciiHexDigitLower(c)))) return Bad("X-Request-Id");
        JsonNode?[] page = [.. items.Values.Skip((int)Math.Max(0, Has("pages-overlap") ? offset - 1 : offset)).Take((int)Math.Max(1, Has("page-too-long") ? limit + 1 : limit)).Select(item => item.DeepClone())];
        return ShopAnswer.Json(200, new JsonArray(page)).With("X-Total-Count", items.Count.ToString(CultureInfo.InvariantCulture));
    }

    // Absent: the usual value.
    private static decimal? Integer(ShopRequest request, string name) => request.Parameter(name) is not { } text ? (name == "limit" ? 20 : 0)
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number == Math.Truncate(number) ? number : null;

    private ShopAnswer Create(ShopRequest request)
    {
        if (Denied(request, "create-open") is { } denied) return denied;
        if (Input(request, out JsonObject input) is { } bad) return bad;
        int id = nextId++;
        JsonObject item = Made(id, input);
        if (!Has("created-is-lost")) items[id] = item;
        string location = Has("location-wrong") ? $"/items/{id + 100000}" : $"/items/{id}";
        ShopAnswer answer = ShopAnswer.Json(201, item.DeepClone());
        return Has("location-missing") ? answer : answer.With("Location", location);
    }

    private ShopAnswer Get(ShopRequest request)
    {
        if (Id(request) is not { } id) return Bad("id");
        if (!items.TryGetValue(id, out JsonObject? item)) return ShopAnswer.Problem(404, "no such item");
        if (Has("read-removes") && id > 2) items.Remove(id);
        return ShopAnswer.Json(200, item.DeepClone()).With("ETag", $"\"{id}\"");
    }

    private ShopAnswer Replace(ShopRequest request)
    {
        if (Denied(request, "replace-open") is { } denied) return denied;
        if (Id(request) is not { } id) return Bad("id");
        if (Input(request, out JsonObject input) is { } bad) return bad;
        if (!items.ContainsKey(id) || Has("replace-finds-nothing")) return ShopAnswer.Problem(404, "no such item");
        JsonNode? before = items[id]["stock"]?.DeepClone();
        JsonNode? price = items[id]["price"]?.DeepClone();
        if (Has("put-does-nothing")) return ShopAnswer.Json(200, Made(id, input));
        items[id] = Made(id, input);
        if (Has("put-forgets")) items[id]["price"] = price;
        if (Has("put-adds") && ShopRequest.Number(before) is { } had && ShopRequest.Number(input["stock"]) is { } more) items[id]["stock"] = had + more;
        return ShopAnswer.Json(200, items[id].DeepClone());
    }

    private ShopAnswer Delete(ShopRequest request)
    {
        if (Denied(request, "delete-open") is { } denied) return denied;
        if (Id(request) is not { } id) return Bad("id");
        if (!items.ContainsKey(id)) return ShopAnswer.Problem(Has("delete-twice-fails") && id < nextId ? 500 : 404, "no such item");
        if (!Has("delete-keeps")) items.Remove(id);
        return ShopAnswer.Empty(204);
    }

    private ShopAnswer Review(ShopRequest request)
    {
        if (Denied(request, "review-open") is { } denied) return denied;
        if (request.Header("X-Client") is null && !Has("client-header-unchecked")) return Bad("X-Client");
        if (Id(request) is not { } id) return Bad("id");
        if (Form(request, out JsonNode? json) is { } wrong) return wrong;
        if (json is not JsonObject body || body.Any(member => member.Key is not ("rating" or "text"))) return Bad("body");
        if (ShopRequest.Number(body["rating"]) is not { } rating || rating != Math.Truncate(rating)) return Bad("rating");
        if (rating < (Has("rating-0-accepted") ? 0 : 1) || rating > (Has("rating-6-accepted") ? 6 : 5)) return Bad("rating");
        if (Has("rating-5-fails") && rating == 5) return ShopAnswer.Problem(500, "rating");
        if (body.ContainsKey("text") && (ShopRequest.Text(body["text"]) is not { } text || ShopRequest.Length(text) > 200)) return Bad("text");
        if (!items.ContainsKey(id)) return ShopAnswer.Problem(404, "no such item");
        JsonObject review = new() { ["reviewId"] = nextId++, ["rating"] = rating };
        if (body["text"] is { } said) review["text"] = said.DeepClone();
        return ShopAnswer.Json(201, review);
    }

    private ShopAnswer? Denied(ShopRequest request, string open) =>
        Has(open) || request.Token == Token || (Has("any-token-accepted") && request.Token is not null) ? null : ShopAnswer.Problem(401, "who are you?");

    private static int? Id(ShopRequest request) =>
        decimal.TryParse(request.Segments[1], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal id) && id >= 1 && id == Math.Truncate(id) ? (int)Math.Min(id, int.MaxValue) : null;

    private ShopAnswer? Form(ShopRequest request, out JsonNode? json)
    {
        json = null;
        if (request.MediaType != "application/json" && !Has("media-type-unchecked")) return ShopAnswer.Problem(415, "JSON only");
        if (request.TryJson(out json)) return null;
        if (!Has("no-json-accepted")) return Bad("no JSON");
        json = request.Segments.Length == 3 ? new JsonObject { ["rating"] = 1 } : new JsonObject { ["name"] = "x", ["price"] = 1, ["category"] = "book" };
        return null;
    }

    private ShopAnswer? Input(ShopRequest request, out JsonObject input)
    {
        input = [];
        if (Form(request, out JsonNode? json) is { } wrong) return wrong;
        if (json is not JsonObject body) return Bad("body");
        input = body;
        return ShopInput.Fault(body, Has) is { } member ? Bad(member) : Has("emoji-fails") && (ShopRequest.Text(body["name"]) ?? "").Any(char.IsSurrogate) ? ShopAnswer.Problem(500, "emoji")
            : Has("five-tags-fail") && body["tags"] is JsonArray { Count: 5 } ? ShopAnswer.Problem(500, "tags") : null;
    }

    private static ShopAnswer Bad(string what) => ShopAnswer.Problem(400, what);

    private static JsonObject Made(int id, JsonObject input)
    {
        JsonObject item = new() { ["id"] = id, ["name"] = "x", ["price"] = 1, ["category"] = "book" };
        foreach ((string name, JsonNode? value) in input) item[name] = value?.DeepClone();
        return item;
    }

    private static JsonObject Item(int id, string name, decimal price, string category) => new() { ["id"] = id, ["name"] = name, ["price"] = price, ["category"] = category };
}
