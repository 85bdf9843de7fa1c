using System.Text.Json;
using ContractToolkit.Drift.Analysis;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Overlays;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Overlays;

namespace ContractToolkit.Drift.Tests.Analysis;

/// <summary>One drift at a time is planted in clean traffic: it is found, nothing else is, and the overlay mends it.</summary>
public sealed class PlantedDriftTests
{
    public static TheoryData<string, string, bool> Planted => new()
    {
        { "path", "drift-path-undeclared", true },
        { "method", "drift-method-undeclared", true },
        { "status", "drift-status-undeclared", true },
        { "status with a body", "drift-status-undeclared", true },
        { "answer media type", "drift-media-type-undeclared", true },
        { "request media type", "drift-media-type-undeclared", true },
        { "malformed", "drift-body-malformed", false },
        { "query parameter", "drift-parameter-undeclared", true },
        { "missing query parameter", "drift-parameter-missing", true },
        { "missing header", "drift-parameter-missing", true },
        { "member", "drift-member-undeclared", true },
        { "member below allOf", "drift-member-undeclared", true },
        { "member in items", "drift-member-undeclared", true },
        { "request member of a closed object", "drift-member-undeclared", true },
        { "required member", "drift-member-missing", true },
        { "required member in items", "drift-member-missing", true },
        { "required request member", "drift-member-missing", true },
        { "type", "drift-type-undeclared", true },
        { "integer became fraction", "drift-type-undeclared", true },
        { "null", "drift-type-undeclared", true },
        { "object became array", "drift-type-undeclared", true },
        { "request type", "drift-type-undeclared", true },
        { "enum", "drift-enum-value-undeclared", true },
        { "minimum", "drift-bound-exceeded", true },
        { "maximum", "drift-bound-exceeded", true },
        { "minLength", "drift-bound-exceeded", true },
        { "maxLength", "drift-bound-exceeded", true },
        { "minItems", "drift-bound-exceeded", true },
        { "maxItems", "drift-bound-exceeded", true },
        { "format", "drift-format-broken", true },
        { "empty format", "drift-format-broken", true },
        { "body on 204", "drift-body-forbidden", false },
        { "answer without its body", "drift-body-missing", false },
        { "request without its body", "drift-body-missing", true },
        { "answer without a media type", "drift-media-type-undeclared", false },
        { "required answer header", "drift-header-missing", true },
        { "answer header type", "drift-violation", true },
        { "missing cookie", "drift-parameter-missing", true },
        { "query value", "drift-violation", true },
        { "query type", "drift-violation", true },
        { "path parameter", "drift-violation", true },
        { "value of a map", "drift-type-undeclared", true },
        { "members that are keys", "drift-member-undeclared", true },
        { "pattern", "drift-violation", true },
        { "multipleOf", "drift-violation", true },
        { "uniqueItems", "drift-violation", true },
        { "const", "drift-violation", true },
        { "no branch of a choice", "drift-violation", true },
        { "both branches of a choice", "drift-violation", true },
        { "write-only member in an answer", "drift-violation", true },
        { "read-only member in a request", "drift-violation", true },
        { "letters of another case in an enumeration", "drift-enum-value-undeclared", true },
        { "number as a string", "drift-type-undeclared", true },
        { "date without its time", "drift-format-broken", true },
        { "date as the locals write it", "drift-format-broken", true },
        { "date as seconds", "drift-type-undeclared", true },
        { "single item without its array", "drift-type-undeclared", true },
        { "null in an array", "drift-type-undeclared", true },
        { "empty text for an absent number", "drift-type-undeclared", true },
        { "boolean as a number", "drift-type-undeclared", true },
        { "member that stands twice", "drift-violation", false },
        { "required member that is null", "drift-type-undeclared", true },
        { "trailing slash", "drift-path-undeclared", true },
        { "path of another case", "drift-path-undeclared", true },
        { "body of a call that has none", "drift-media-type-undeclared", true },
        { "parameter sent twice", "drift-violation", false },
        { "integer with a fraction of zero in a query", "drift-violation", true },
        { "server error page", "drift-status-undeclared", true },
        { "answer header as a fraction", "drift-violation", true },
        { "body in another encoding than UTF-8", "drift-body-malformed", false },
        { "media type with another suffix", "drift-media-type-undeclared", true },
        { "deep member of another type", "drift-type-undeclared", true },
        { "text where an object belongs", "drift-type-undeclared", true },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_planted_drift_is_found_alone_and_mended(string kind, string rule, bool mended)
    {
        List<HttpExchange> traffic = [.. Enumerable.Repeat(ShopTraffic.Get(), 10), ShopTraffic.Post("""{"sku":"a","gift":true}"""), .. Enumerable.Repeat(Plant(kind), 3)];
        IReadOnlyList<Drift.Analysis.Drift> drifts = Analyse(ShopTraffic.Json, traffic);
        Assert.Equal([rule], drifts.Where(drift => drift.Finding.Level != FindingLevel.Info).Select(drift => drift.Finding.Id));
        if (!mended) return;

        string overlay = YamlText.Write(OverlayFile.Document("Mends", null, drifts.SelectMany(drift => drift.Mend)));
        OverlaidDocument mendedDocument = OverlaidDocument.Apply("shop.json", System.Text.Encoding.UTF8.GetBytes(ShopTraffic.Json), [new("mends.yaml", System.Text.Encoding.UTF8.GetBytes(overlay))]);
        Assert.Empty(mendedDocument.Findings.Select(finding => $"{finding.Document}: {finding.Message}"));
        string json = mendedDocument.ToJson();
        Assert.Empty(Analyse(json, traffic).Where(drift => drift.Finding.Level != FindingLevel.Info).Select(drift => drift.Finding.Message));
        ExchangeValidator validator = new(CompiledContract.Compile(ShopTraffic.Read(json)));
        Assert.Empty(traffic.SelectMany(exchange => validator.Validate(exchange).Findings).Where(finding => finding.Level == FindingLevel.Error).Select(finding => finding.Message));
    }

    [Fact]
    public void Clean_traffic_has_no_drift()
    {
        List<HttpExchange> traffic = [.. Enumerable.Repeat(ShopTraffic.Get(), 40), .. Enumerable.Repeat(ShopTraffic.Post("""{"sku":"a"}"""), 5), ShopTraffic.Get("", status: 404, type: ""), ShopTraffic.Get(method: "DELETE", url: "https://shop.test/orders/7", status: 204, body: "", type: "")];
        Assert.Empty(Analyse(ShopTraffic.Json, traffic).Where(drift => drift.Finding.Level != FindingLevel.Info).Select(drift => drift.Finding.Message));
    }

    [Fact]
    public void What_is_always_or_never_there_is_said_with_its_confidence()
    {
        const string body = """{"id":1,"state":"open","total":1,"note":"n"}""";
        IReadOnlyList<Drift.Analysis.Drift> drifts = Analyse(ShopTraffic.Json, [.. Enumerable.Repeat(ShopTraffic.Get(body), 100)]);
        Finding always = drifts.Single(drift => drift.Finding.Id == "drift-member-always-present").Finding;
        Assert.Equal("Optional member note was in each of 100 objects, so (95 % confidence) less than 3.0 % of all objects lack it.", always.Message);
        Assert.Contains(drifts, drift => drift.Finding is { Id: "drift-never-seen", Document.Pointer: var pointer } && pointer.EndsWith("/properties/made", StringComparison.Ordinal));
        Assert.Contains(drifts, drift => drift.Finding is { Id: "drift-never-seen", Operation: "POST /orders" });
    }

    private static HttpExchange Plant(string kind) => kind switch
    {
        "path" => ShopTraffic.Get(url: "https://shop.test/baskets/123/lines"),
        "method" => ShopTraffic.Get(method: "PATCH", url: "https://shop.test/orders/7"),
        "status" => ShopTraffic.Get("", status: 202, type: ""),
        "status with a body" => ShopTraffic.Get("""{"error":"x"}""", status: 400),
        "answer media type" => ShopTraffic.Get("a,b", type: "text/csv"),
        "request media type" => ShopTraffic.Post("sku=a", "application/x-www-form-urlencoded"),
        "malformed" => ShopTraffic.Get("{\"id\":"),
        "query parameter" => ShopTraffic.Get(url: "https://shop.test/orders/7?view=full&debug=1"),
        "missing query parameter" => ShopTraffic.Get(url: "https://shop.test/orders/7"),
        "missing header" => ShopTraffic.Get(header: false),
        "member" => Changed("\"id\":1", "\"id\":1,\"extra\":{\"a\":[1,\"x\",null]}"),
        "member below allOf" => Changed("\"name\":\"B\"", "\"name\":\"B\",\"title\":\"Dr\""),
        "member in items" => Changed("\"sku\":\"a\"", "\"sku\":\"a\",\"color\":null"),
        "request member of a closed object" => ShopTraffic.Post("""{"sku":"a","note":"x"}"""),
        "required member" => Changed("\"state\":\"open\",", ""),
        "required member in items" => Changed("\"sku\":\"a\",", ""),
        "required request member" => ShopTraffic.Post("""{"gift":false}"""),
        "type" => Changed("\"id\":1", "\"id\":\"1\""),
        "integer became fraction" => Changed("\"count\":2", "\"count\":2.5"),
        "null" => Changed("\"note\":\"n\"", "\"note\":null"),
        "object became array" => Changed("{\"name\":\"B\",\"age\":3}", "[]"),
        "request type" => ShopTraffic.Post("""{"sku":"a","gift":"yes"}"""),
        "enum" => Changed("\"open\"", "\"late\""),
        "minimum" => Changed("9.5", "-1"),
        "maximum" => Changed("9.5", "1000.5"),
        "minLength" => Changed("\"note\":\"n\"", "\"note\":\"\""),
        "maxLength" => Changed("\"note\":\"n\"", "\"note\":\"" + new string('n', 41) + "\""),
        "minItems" => Changed("[{\"sku\":\"a\",\"count\":2}]", "[]"),
        "maxItems" => Changed("[{", "[{\"sku\":\"b\"},{\"sku\":\"b\"},{\"sku\":\"b\"},{"),
        "format" => Changed("2026-01-02T03:04:05Z", "yesterday"),
        "empty format" => Changed("2026-01-02T03:04:05Z", ""),
        "body on 204" => ShopTraffic.Get(method: "DELETE", url: "https://shop.test/orders/7", status: 204, body: "{}"),
        "answer without its body" => ShopTraffic.Get(""),
        "request without its body" => ShopTraffic.Post(""),
        "answer without a media type" => ShopTraffic.Get(type: ""),
        "required answer header" => ShopTraffic.Get(rate: null),
        "answer header type" => ShopTraffic.Get(rate: "many"),
        "missing cookie" => ShopTraffic.Get(cookie: false),
        "query value" => ShopTraffic.Get(url: "https://shop.test/orders/7?view=full&sort=left"),
        "query type" => ShopTraffic.Get(url: "https://shop.test/orders/7?view=full&part=two"),
        "path parameter" => ShopTraffic.Get(method: "DELETE", url: "https://shop.test/orders/7777777777", status: 204, body: "", type: ""),
        "value of a map" => Changed("\"north\":3", "\"north\":\"3\""),
        "members that are keys" => Changed("\"name\":\"B\"", "\"name\":\"B\",\"1001\":true,\"1002\":null"),
        "pattern" => Changed("\"AB\"", "\"ab\""),
        "multipleOf" => Changed("10.07", "10.075"),
        "uniqueItems" => Changed("[\"x\",\"y\"]", "[\"x\",\"x\"]"),
        "const" => Changed("\"kind\":\"order\"", "\"kind\":\"offer\""),
        "no branch of a choice" => Changed("{\"card\":\"c\"}", "{\"cash\":\"c\"}"),
        "both branches of a choice" => Changed("{\"card\":\"c\"}", "{\"card\":\"c\",\"iban\":\"i\"}"),
        "write-only member in an answer" => Changed("\"code\":\"AB\"", "\"code\":\"AB\",\"pin\":\"1\""),
        "read-only member in a request" => ShopTraffic.Post("""{"sku":"a","number":3}"""),
        "letters of another case in an enumeration" => Changed("\"open\"", "\"Open\""),
        "number as a string" => Changed("9.5", "\"9.5\""),
        "date without its time" => Changed("2026-01-02T03:04:05Z", "2026-01-02"),
        "date as the locals write it" => Changed("2026-01-02T03:04:05Z", "02.01.2026 03:04"),
        "date as seconds" => Changed("\"2026-01-02T03:04:05Z\"", "1767323045"),
        "single item without its array" => Changed("[{\"sku\":\"a\",\"count\":2}]", "{\"sku\":\"a\",\"count\":2}"),
        "null in an array" => Changed("[\"x\",\"y\"]", "[\"x\",null]"),
        "empty text for an absent number" => Changed("\"age\":3", "\"age\":\"\""),
        "boolean as a number" => ShopTraffic.Post("""{"sku":"a","gift":1}"""),
        "member that stands twice" => Changed("\"id\":1", "\"id\":1,\"id\":2"),
        "required member that is null" => Changed("\"id\":1", "\"id\":null"),
        "trailing slash" => ShopTraffic.Get(url: "https://shop.test/orders/7/"),
        "path of another case" => ShopTraffic.Get(url: "https://shop.test/Orders/7"),
        "body of a call that has none" => ShopTraffic.Get(method: "DELETE", url: "https://shop.test/orders/7", status: 204, body: "", type: "") with
        {
            Request = new ExchangeRequest { Method = "DELETE", Url = "https://shop.test/orders/7", Headers = [new HeaderField("Content-Type", "application/json")], Body = "{\"why\":\"x\"}"u8.ToArray() },
        },
        "parameter sent twice" => ShopTraffic.Get(url: "https://shop.test/orders/7?view=full&part=1&part=2"),
        "integer with a fraction of zero in a query" => ShopTraffic.Get(url: "https://shop.test/orders/7?view=full&part=1.5"),
        "server error page" => ShopTraffic.Get("<html></html>", status: 502, type: "text/html"),
        "answer header as a fraction" => ShopTraffic.Get(rate: "1.5"),
        "body in another encoding than UTF-8" => ShopTraffic.Get() with
        {
            Response = new ExchangeResponse { Status = 200, Headers = [new HeaderField("Content-Type", "application/json"), new HeaderField("X-Rate", "5")], Body = System.Text.Encoding.Latin1.GetBytes(ShopTraffic.Order.Replace("\"n\"", "\"\u00e9\"")) },
        },
        "media type with another suffix" => ShopTraffic.Get("""{"title":"x"}""", type: "application/problem+json"),
        "deep member of another type" => Changed("\"age\":3", "\"age\":true"),
        "text where an object belongs" => Changed("{\"name\":\"B\",\"age\":3}", "\"B\""),
        _ => throw new ArgumentException(kind),
    };

    private static HttpExchange Changed(string from, string to)
    {
        Assert.Contains(from, ShopTraffic.Order);
        return ShopTraffic.Get(ShopTraffic.Order.Replace(from, to));
    }

    private static IReadOnlyList<Drift.Analysis.Drift> Analyse(string json, IEnumerable<HttpExchange> traffic)
    {
        ContractDocument document = ShopTraffic.Read(json);
        CompiledContract contract = CompiledContract.Compile(document);
        Profiler profiler = new(contract);
        foreach (HttpExchange exchange in traffic) profiler.Add(exchange);
        return DriftAnalysis.Compare(contract, document.Locate, profiler.Profile);
    }
}
