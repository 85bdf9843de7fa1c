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
                          {"name":"X-Shop","in":"header","required":true,"schema":{"type":"string"}}],
            "responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Order"}}}},
                         "404":{"description":"none"}}}},
          "/orders":{"post":{
            "requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/NewOrder"}}}},
            "responses":{"201":{"description":"made","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Order"}}}}}}}},
         "components":{"schemas":{
          "NewOrder":{"type":"object","additionalProperties":false,"required":["sku"],"properties":{"sku":{"type":"string"},"gift":{"type":"boolean"}}},
          "Order":{"type":"object","required":["id","state","total"],"properties":{
            "id":{"type":"integer"},"state":{"type":"string","enum":["open","closed"]},"total":{"type":"number","minimum":0,"maximum":1000},
            "made":{"type":"string","format":"date-time"},"note":{"type":"string","minLength":1,"maxLength":40},
            "lines":{"type":"array","minItems":1,"maxItems":3,"items":{"type":"object","required":["sku"],"properties":{"sku":{"type":"string"},"count":{"type":"integer"}}}},
            "buyer":{"allOf":[{"$ref":"#/components/schemas/Person"}]}}},
          "Person":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"age":{"type":"integer"}}}}}}
        """;

    public const string Order = """{"id":1,"state":"open","total":9.5,"made":"2026-01-02T03:04:05Z","note":"n","lines":[{"sku":"a","count":2}],"buyer":{"name":"B","age":3}}""";

    public static ContractDocument Read(string json)
    {
        ContractDocument document = ContractReader.Read("shop.json", System.Text.Encoding.UTF8.GetBytes(json));
        Assert.DoesNotContain(document.Findings, finding => finding.Level == FindingLevel.Error);
        return document;
    }

    public static HttpExchange Get(string body = Order, string url = "https://shop.test/orders/7?view=full", int status = 200, string type = "application/json", string method = "GET", bool header = true) => new()
    {
        Request = new ExchangeRequest { Method = method, Url = url, Headers = header ? [new HeaderField("X-Shop", "1")] : [] },
        Response = new ExchangeResponse { Status = status, Headers = body.Length == 0 ? [] : [new HeaderField("Content-Type", type)], Body = System.Text.Encoding.UTF8.GetBytes(body) },
    };

    public static HttpExchange Post(string body, string type = "application/json") => new()
    {
        Request = new ExchangeRequest { Method = "POST", Url = "https://shop.test/orders", Headers = [new HeaderField("Content-Type", type)], Body = System.Text.Encoding.UTF8.GetBytes(body) },
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
