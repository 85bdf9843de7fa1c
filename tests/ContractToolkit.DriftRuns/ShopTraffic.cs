using System.Globalization;
using System.Text;

namespace ContractToolkit.DriftRuns;

/// <summary>Makes conforming calls of the shop: lists, single items, new ones, deletions and refusals; every id, time and request id is another.</summary>
internal sealed class ShopTraffic(int seed)
{
    private static readonly string[] Words = ["amber", "basalt", "cedar", "delta", "ember", "fjord", "grove", "harbor", "iris", "juniper", "krill", "larch", "maple", "nickel", "ochre", "pine"];
    private static readonly string[] Currencies = ["EUR", "USD", "GBP", "JPY"];
    private readonly Random random = new(seed);
    private DateTimeOffset clock = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    public ShopCall Next()
    {
        clock = clock.AddMilliseconds(random.Next(1, 900));
        int id = random.Next(1, 2_000_000);
        string one = string.Create(CultureInfo.InvariantCulture, $"https://shop.example.com/v1/items/{id}");
        return random.Next(100) switch
        {
            < 10 => Call("GET", "https://shop.example.com/v1/items?limit=5" + (random.Next(3) == 0 ? "&cursor=" + Hex(16) : ""), "", 200, List()),
            < 25 => Call("POST", "https://shop.example.com/v1/items", NewItem(), 201, Item(id), ("Location", "/v1/items/" + id.ToString(CultureInfo.InvariantCulture))),
            < 28 => Call("POST", "https://shop.example.com/v1/items", NewItem(), 422, Problem(422, "The name is taken.")),
            < 33 => Call("DELETE", one, "", 204, ""),
            < 38 => Call("GET", one, "", 404, Problem(404, "There is no such item.")),
            _ => Call("GET", one, "", 200, Item(id)),
        };
    }

    private ShopCall Call(string method, string url, string sent, int status, string answer, params (string Name, string Value)[] more)
    {
        string type = status >= 400 ? "application/problem+json" : "application/json; charset=utf-8";
        List<(string, string)> request = [("Host", "shop.example.com"), ("Accept", "application/json"), ("User-Agent", "shop-app/4.2 (linux)"), ("Accept-Encoding", "gzip, br"), ("X-Request-Id", Uuid())];
        if (sent.Length > 0) request.Add(("Content-Type", "application/json"));
        List<(string, string)> response = [("Date", clock.ToString("R", CultureInfo.InvariantCulture)), ("Server", "shop"), ("Cache-Control", "no-store"), ("Vary", "Accept"), ("X-RateLimit-Remaining", random.Next(5000).ToString(CultureInfo.InvariantCulture))];
        if (answer.Length > 0) response.Add(("Content-Type", type));
        response.AddRange(more);
        return new ShopCall(clock.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), random.Next(3, 300), method, url, [.. request], sent, status, [.. response], answer, answer.Length > 0 ? type : "");
    }

    private string List() => "{\"items\":[" + string.Join(',', Enumerable.Range(0, 5).Select(_ => Item(random.Next(1, 2_000_000)))) + "],\"total\":" + random.Next(5, 9000).ToString(CultureInfo.InvariantCulture) + ",\"next\":" + (random.Next(2) == 0 ? "null" : "\"" + Hex(16) + "\"") + "}";

    private string Item(int id)
    {
        StringBuilder json = new();
        json.Append(CultureInfo.InvariantCulture, $"{{\"id\":{id},\"sku\":\"AB-{random.Next(1_000_000):D6}\",{Common()},\"createdAt\":\"{clock.AddMinutes(-random.Next(500_000)):yyyy-MM-ddTHH:mm:ssZ}\",\"stock\":{random.Next(400)},\"active\":{(random.Next(5) > 0 ? "true" : "false")}");
        if (random.Next(2) == 0) json.Append(CultureInfo.InvariantCulture, $",\"size\":{{\"width\":{random.Next(1, 90)}.5,\"height\":{random.Next(1, 90)},\"depth\":{random.Next(1, 90)}.25}}");
        return json.Append('}').ToString();
    }

    private string NewItem() => "{" + Common() + "}";

    private string Common()
    {
        StringBuilder json = new();
        json.Append(CultureInfo.InvariantCulture, $"\"name\":\"{Word()} {Word()} {random.Next(100)}\",\"price\":{random.Next(1, 20000) / 100.0},\"currency\":\"{Currencies[random.Next(4)]}\",\"tags\":[\"{Word()}\",\"{Word()}\"]");
        json.Append(",\"description\":").Append(random.Next(4) == 0 ? "null" : "\"A " + string.Join(' ', Enumerable.Range(0, random.Next(4, 16)).Select(_ => Word())) + ".\"");
        return json.Append(CultureInfo.InvariantCulture, $",\"supplier\":{{\"id\":\"{Uuid()}\",\"email\":\"{Word()}.{random.Next(1000)}@example.com\",\"site\":\"https://{Word()}.example.com/\"}}").ToString();
    }

    private static string Problem(int status, string title) => string.Create(CultureInfo.InvariantCulture, $"{{\"type\":\"about:blank\",\"title\":\"{title}\",\"status\":{status}}}");

    private string Word() => Words[random.Next(Words.Length)];

    private string Hex(int length) => string.Create(length, random, static (text, random) =>
    {
        foreach (ref char c in text) c = "0123456789abcdef"[random.Next(16)];
    });

    private string Uuid() => $"{Hex(8)}-{Hex(4)}-4{Hex(3)}-8{Hex(3)}-{Hex(12)}";
}

/// <summary>One call as recorders see it.</summary>
internal sealed record ShopCall(
    string At, int Milliseconds, string Method, string Url, (string Name, string Value)[] RequestHeaders, string RequestBody, int Status, (string Name, string Value)[] ResponseHeaders, string ResponseBody, string ResponseType);
