using System.Globalization;
using System.Text;

namespace ContractToolkit.Benchmarks;

/// <summary>A page of a thousand orders, over a megabyte: addresses, formats, enums, nullable members, maps, and payments of three kinds.</summary>
internal static class OwnOrders
{
    private const int Count = 1000;

    private const string Note = """
        "Please \"ring\" twice"
        """;

    private const string Schema = """
        {"type":"object","required":["items","page"],"properties":{"items":{"type":"array","items":{"$ref":"#/$defs/order"}},
          "page":{"type":"object","required":["number","size","total"],"properties":{"number":{"type":"integer","minimum":1},"size":{"type":"integer","maximum":1000},"total":{"type":"integer"},"next":{"type":["string","null"],"format":"uri-reference"}}}},
         "$defs":{
          "order":{"type":"object","required":["id","number","status","customer","lines","total","createdAt"],"properties":{
           "id":{"type":"string","format":"uuid"},"number":{"type":"string","pattern":"^ORD-[0-9]{8}$"},"status":{"type":"string","enum":["new","paid","packed","sent","delivered","returned","cancelled"]},
           "createdAt":{"type":"string","format":"date-time"},"dueOn":{"type":"string","format":"date"},"cancelledAt":{"type":["string","null"],"format":"date-time"},
           "customer":{"allOf":[{"$ref":"#/$defs/party"},{"type":"object","required":["email"],"properties":{"email":{"type":"string","format":"email"},"locale":{"type":"string","maxLength":5}}}]},
           "billing":{"$ref":"#/$defs/address"},"shipping":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/address"}]},"payment":{"$ref":"#/$defs/payment"},
           "lines":{"type":"array","minItems":1,"maxItems":200,"items":{"$ref":"#/$defs/line"}},"total":{"$ref":"#/$defs/money"},
           "labels":{"type":"object","additionalProperties":{"type":"string","maxLength":100}},"notes":{"type":["string","null"]},"links":{"type":"object","additionalProperties":{"type":"string","format":"uri"}}}},
          "party":{"type":"object","required":["id","name"],"properties":{"id":{"type":"integer","format":"int64"},"name":{"type":"string","minLength":1},"phone":{"type":["string","null"]}}},
          "address":{"type":"object","required":["street","city","country"],"additionalProperties":false,"properties":{"street":{"type":"string"},"extra":{"type":["string","null"]},"city":{"type":"string"},
           "postcode":{"type":"string","maxLength":12},"country":{"type":"string","pattern":"^[A-Z]{2}$"},"position":{"type":"array","items":{"type":"number"},"minItems":2,"maxItems":2}}},
          "money":{"type":"object","required":["amount","currency"],"properties":{"amount":{"type":"number","multipleOf":0.01},"currency":{"type":"string","minLength":3,"maxLength":3}}},
          "line":{"type":"object","required":["sku","quantity","price"],"properties":{"sku":{"type":"string"},"title":{"type":"string"},"quantity":{"type":"integer","minimum":1,"maximum":10000},"price":{"$ref":"#/$defs/money"},
           "discount":{"oneOf":[{"type":"null"},{"type":"number","exclusiveMinimum":0,"maximum":1}]},"options":{"type":"object","additionalProperties":{"type":["string","boolean"]}}}},
          "payment":{"oneOf":[{"type":"object","required":["kind","last4"],"properties":{"kind":{"const":"card"},"last4":{"type":"string","pattern":"^[0-9]{4}$"},"expires":{"type":"string"}}},
           {"type":"object","required":["kind","iban"],"properties":{"kind":{"const":"transfer"},"iban":{"type":"string","maxLength":34}}},{"type":"object","required":["kind"],"properties":{"kind":{"const":"invoice"},"days":{"type":"integer"}}}]}}}
        """;

    public static DataSet Create() =>
        OwnSets.WithFormats("own:orders", Schema, "{\"items\":[" + string.Join(",", Enumerable.Range(0, Count).Select(Order)) + "],\"page\":{\"number\":1,\"size\":1000,\"total\":4711,\"next\":\"/orders?page=2\"}}");

    private static string Order(int i)
    {
        string[] statuses = ["new", "paid", "sent", "delivered", "returned"];
        string payment = (i % 3) switch
        {
            0 => """{"kind":"card","last4":"4242","expires":"12/29"}""",
            1 => """{"kind":"transfer","iban":"CH9300762011623852957"}""",
            _ => """{"kind":"invoice","days":30}""",
        };
        string address = string.Create(CultureInfo.InvariantCulture, $$"""{"street":"Long Street {{i}}","extra":null,"city":"Zürich","postcode":"80{{i % 100:00}}","country":"CH","position":[8.54,47.{{i:0000}}]}""");
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $$"""{"id":"2eb8aa08-aa98-11ea-b4aa-73b4{{i:x8}}","number":"ORD-{{i:00000000}}","status":"{{statuses[i % statuses.Length]}}","createdAt":"2024-03-{{1 + i % 28:00}}T12:34:56.789Z","dueOn":"2024-04-{{1 + i % 28:00}}","cancelledAt":null,""");
        text.Append(CultureInfo.InvariantCulture, $$""" "customer":{"id":{{100000 + i}},"name":"Customer {{i}}","phone":null,"email":"buyer{{i}}@shop.example","locale":"de-CH"},"billing":{{address}},"shipping":{{(i % 2 == 0 ? "null" : address)}},"payment":{{payment}},"lines":[""");
        text.AppendJoin(',', Enumerable.Range(0, 2 + i % 4).Select(line => Line(i, line)));
        text.Append(CultureInfo.InvariantCulture, $$"""],"total":{"amount":{{i}}.95,"currency":"CHF"},"labels":{"channel":"web","campaign":"spring-{{i % 7}}"},"notes":{{(i % 5 == 0 ? Note : "null")}},"links":{"self":"https://api.shop.example/orders/{{i}}","invoice":"https://cdn.shop.example/invoices/{{i}}.pdf?v=2"} }""");
        return text.ToString();
    }

    private static string Line(int order, int line) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"sku":"SKU-{{order}}-{{line}}","title":"A thing of some kind, number {{line}}","quantity":{{1 + line}},"price":{"amount":{{line + 9}}.5,"currency":"CHF"},"discount":{{(line == 0 ? "0.1" : "null")}},"options":{"colour":"blue","gift":{{(line == 1 ? "true" : "false")}} } }""");
}
