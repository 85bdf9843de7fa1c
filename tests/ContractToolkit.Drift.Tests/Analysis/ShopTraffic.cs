using System.Text.Json;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Tests.Analysis;

/// <summary>A small shop: its contract, and traffic that conforms to it.</summary>
internal static class ShopTraffic
{
    public const string Json = """
        {"openapi":"3.1.0","info":{"title":"Shop","version":"1.0.0"},"paths":{
          "/orders/{id}":{"get":{
            "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}},
                          {"name":"view","in":"query","required":true,"schema":{"type":"string"}},
                          {"name":"X-Shop","in":"header","required":true,"schema":{"type":"string"}},
                          {"name":"sid","in":"cookie","required":true,"schema":{"type":"string"}},
                          {"name":"sort","in":"query","schema":{"type":"string","enum":["up","down"]}},
                          {"name":"part","in":"query","schema":{"type":"integer"}}],
            "responses":{"200":{"description":"ok","headers":{"X-Rate":{"required":true,"schema":{"type":"integer"}}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Order"}}}},
                         "404":{"description":"none"}}},
           "delete":{"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string","maxLength":9}}],"responses":{"204":{"description":"gone"}}}},
          "/orders":{"post":{
            "requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/NewOrder"}}}},
            "responses":{"201":{"description":"made","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Order"}}}}}}}},
         "components":{"schemas":{
          "NewOrder":{"type":"object","additionalProperties":false,"required":["sku"],"properties":{"sku":{"type":"string"},"gift":{"type":"boolean"},"number":{"type":"integer","readOnly":true}}},
          "Order":{"type":"object","required":["id","state","total"],"properties":{
            "id":{"type":"integer"},"state":{"type":"string","enum":["open","closed"]},"total":{"type":"number","minimum":0,"maximum":1000},
            "made":{"type":"string","format":"date-time"},"note":{"type":"string","minLength":1,"maxLength":40},
            "lines":{"type":"array","minItems":1,"maxItems":3,"items":{"type":"object","required":["sku"],"properties":{"sku":{"type":"string"},"count":{"type":"integer"}}}},
            "code":{"type":"string","pattern":"^[A-Z]{2}$"},"price":{"type":"number","multipleOf":0.01},"tags":{"type":"array","uniqueItems":true,"items":{"type":"string"}},
            "kind":{"const":"order"},"pin":{"type":"string","writeOnly":true},"stock":{"type":"object","additionalProperties":{"type":"integer"}},
            "pay":{"oneOf":[{"type":"object","required":["card"]},{"type":"object","required":["iban"]}]},
            "buyer":{"allOf":[{"$ref":"#/components/schemas/Person"}]}}},
          "Person":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"age":{"type":"integer"}}}}}}
        """;

    public const string Order = """{"id":1,"state":"open","total":9.5,"made":"2026-01-02T03:04:05Z","note":"n","lines":[{"sku":"a","count":2}],"code":"AB","price":10.07,"tags":["x","y"],"kind":"order","stock":{"1":2,"north":3},"pay":{"card":"c"},"buyer":{"name":"B","age":3}}""";

    public static ContractDocument Read(string json)
    {
        ContractDocument document = ContractReader.Read("shop.json", System.Text.Encoding.UTF8.GetBytes(json));
        Assert.DoesNotContain(document.Findings, finding => finding.Level == FindingLevel.Error);
        return document;
    }

    public static HttpExchange Get(string body = Order, string url = "https://shop.test/orders/7?view=full", int status = 200, string type = "application/json", string? method = "GET", bool header = true, string? rate = "5", bool cookie = true) => new()
    {
        Request = new ExchangeRequest { Method = method!, Url = url, Headers = [.. header ? [new HeaderField("X-Shop", "1")] : Array.Empty<HeaderField>(), .. cookie ? [new HeaderField("Cookie", "a=b; sid=1")] : Array.Empty<HeaderField>()] },
        Response = new ExchangeResponse { Status = status, Headers = [.. type.Length == 0 ? [] : new[] { new HeaderField("Content-Type", type) }, .. rate is null ? [] : new[] { new HeaderField("X-Rate", rate) }], Body = System.Text.Encoding.UTF8.GetBytes(body) },
    };

    public static HttpExchange Post(string body, string type = "application/json") => new()
    {
        Request = new ExchangeRequest { Method = "POST", Url = "https://shop.test/orders", Headers = body.Length == 0 ? [] : [new HeaderField("Content-Type", type)], Body = System.Text.Encoding.UTF8.GetBytes(body) },
        Response = new ExchangeResponse { Status = 201, Headers = [new HeaderField("Content-Type", "application/json")], Body = System.Text.Encoding.UTF8.GetBytes(Order) },
    };

    public static string ToJson(DraftNode node) => node switch
    {
        DraftMap map => "{" + string.Join(",", map.Members.Select(member => JsonSerializer.Serialize(member.Key) + ":" + ToJson(member.Value))) + "}",
        DraftList list => "[" + string.Join(",", list.Items.Select(ToJson)) + "]",
        DraftText text => JsonSerializer.Serialize(text.Text),
        DraftRaw raw => raw.Json,
        _ => throw new InvalidOperationException(),
    };
}
