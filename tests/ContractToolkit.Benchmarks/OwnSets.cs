using System.Globalization;
using System.Text;

namespace ContractToolkit.Benchmarks;

/// <summary>The sets that the benchmark carries: what business and web APIs answer, of our own making.</summary>
internal static class OwnSets
{
    public static IEnumerable<DataSet> All() => [Contacts(), Shapes(), Users(), Account(), OwnOrders.Create()];

    /// <summary>A page of contacts, as a business API answers.</summary>
    private static DataSet Contacts()
    {
        const string schema = """
            {"type":"object","required":["code","data"],"properties":{"code":{"type":"integer"},"msg":{"type":"string"},
             "data":{"type":"object","required":["list","total"],"properties":{"total":{"type":"integer","minimum":0},
              "list":{"type":"array","items":{"type":"object","required":["id","name","fields"],"additionalProperties":false,
               "properties":{"id":{"type":"integer"},"name":{"type":"string","maxLength":80},"active":{"type":"boolean"},
                "score":{"type":["number","null"]},"tags":{"type":"array","items":{"type":"string"}},
                "fields":{"type":"array","items":{"$ref":"#/$defs/field"}}}}}}}},
             "$defs":{"field":{"type":"object","required":["key","value"],"properties":{"key":{"type":"string"},
              "value":{"anyOf":[{"type":"string"},{"type":"object","required":["city"],"properties":{"city":{"type":"string"},"zip":{"type":"string"}}}]}}}}}
            """;
        StringBuilder text = new("{\"code\":0,\"msg\":\"ok\",\"data\":{\"total\":50,\"list\":[");
        for (int i = 0; i < 50; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{{\"id\":{1000 + i},\"name\":\"Contact {i}\",\"active\":true,\"score\":{i}.5,\"tags\":[\"a\",\"new\"],");
            text.Append(CultureInfo.InvariantCulture, $"\"fields\":[{{\"key\":\"mail\",\"value\":\"c{i}@example.org\"}},{{\"key\":\"home\",\"value\":{{\"city\":\"Bern\",\"zip\":\"30{i:00}\"}}}}]}}");
        }

        return new("own:contacts", Encoding.UTF8.GetBytes(schema), [Encoding.UTF8.GetBytes(text.Append("]}}").ToString())]);
    }

    /// <summary>A union told apart by a member, with inherited members.</summary>
    private static DataSet Shapes()
    {
        const string schema = """
            {"type":"array","items":{"oneOf":[{"$ref":"#/$defs/circle"},{"$ref":"#/$defs/box"},{"$ref":"#/$defs/path"}]},
             "$defs":{"shape":{"type":"object","required":["kind","id"],"properties":{"kind":{"type":"string"},"id":{"type":"string","minLength":1}}},
              "circle":{"allOf":[{"$ref":"#/$defs/shape"},{"properties":{"kind":{"const":"circle"},"r":{"type":"number","exclusiveMinimum":0}},"required":["r"]}]},
              "box":{"allOf":[{"$ref":"#/$defs/shape"},{"properties":{"kind":{"const":"box"},"w":{"type":"number"},"h":{"type":"number"}},"required":["w","h"]}]},
              "path":{"allOf":[{"$ref":"#/$defs/shape"},{"properties":{"kind":{"const":"path"},"points":{"type":"array","items":{"type":"array","items":{"type":"number"},"minItems":2,"maxItems":2}}},"required":["points"]}]}}}
            """;
        IEnumerable<string> shapes = Enumerable.Range(0, 60).Select(i => (i % 3) switch
        {
            0 => FormattableString.Invariant($"{{\"kind\":\"circle\",\"id\":\"c{i}\",\"r\":{i}.25}}"),
            1 => FormattableString.Invariant($"{{\"kind\":\"box\",\"id\":\"b{i}\",\"w\":{i},\"h\":2.5}}"),
            _ => FormattableString.Invariant($"{{\"kind\":\"path\",\"id\":\"p{i}\",\"points\":[[0,1],[2,{i}],[3.5,4]]}}"),
        });
        return new("own:shapes", Encoding.UTF8.GetBytes(schema), [Encoding.UTF8.GetBytes("[" + string.Join(",", shapes) + "]")]);
    }

    /// <summary>A hundred kilobytes of user objects, flat and alike but for their texts.</summary>
    private static DataSet Users()
    {
        const string schema = """
            {"type":"array","items":{"type":"object","required":["_id","index","guid","isActive","balance","age","name","email","tags","friends"],"properties":{
             "_id":{"type":"string","pattern":"^[0-9a-f]{24}$"},"index":{"type":"integer","minimum":0},"guid":{"type":"string","format":"uuid"},"isActive":{"type":"boolean"},
             "balance":{"type":"string"},"picture":{"type":"string","format":"uri"},"age":{"type":"integer","minimum":0,"maximum":150},
             "eyeColor":{"type":"string","enum":["blue","brown","green"]},"name":{"type":"string","minLength":1},"gender":{"type":"string","enum":["female","male"]},
             "company":{"type":"string"},"email":{"type":"string","format":"email"},"phone":{"type":"string"},"address":{"type":"string"},"about":{"type":"string"},
             "registered":{"type":"string","format":"date-time"},"latitude":{"type":"number","minimum":-90,"maximum":90},
             "longitude":{"type":"number","minimum":-180,"maximum":180},"tags":{"type":"array","items":{"type":"string"}},
             "friends":{"type":"array","items":{"type":"object","required":["id","name"],"properties":{"id":{"type":"integer"},"name":{"type":"string"}}}}}}}
            """;
        return WithFormats("own:users", schema, "[" + string.Join(",", Enumerable.Range(0, 110).Select(User)) + "]");
    }

    private static string User(int i) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"_id":"{{5_000_000 + i:x24}}","index":{{i}},"guid":"2eb8aa08-aa98-11ea-b4aa-73b4{{i:x8}}","isActive":{{(i % 2 == 0 ? "true" : "false")}},
         "balance":"$2,{{100 + i}}.50","picture":"https://placeholder.example.org/{{i}}/32x32","age":{{20 + i % 60}},"eyeColor":"{{(i % 3 == 0 ? "blue" : "green")}}",
         "name":"User Number {{i}}","gender":"{{(i % 2 == 0 ? "female" : "male")}}","company":"COMPANY{{i}}","email":"user.{{i}}@company{{i}}.example.com",
         "phone":"+1 (800) 555-{{i:0000}}","address":"{{i}} Long Street, Springfield, 30{{i:000}}",
         "about":"{{string.Concat(Enumerable.Repeat("Ordinary words that say little about a person. ", 6))}}",
         "registered":"2021-03-{{1 + i % 28:00}}T12:34:56Z","latitude":{{i - 40}}.123456,"longitude":-{{i}}.654321,"tags":["one","two","tag{{i}}","four"],
         "friends":[{"id":0,"name":"Friend A"},{"id":1,"name":"Friend B{{i}}"},{"id":2,"name":"Friend C"}]}
        """);

    /// <summary>An account with its plan, limits and members: nested objects, nulls, references, lists of few.</summary>
    private static DataSet Account()
    {
        const string schema = """
            {"type":"object","required":["id","name","plan","owner","limits","members"],"additionalProperties":false,"properties":{
             "id":{"$ref":"#/$defs/id"},"name":{"type":"string","minLength":1,"maxLength":100},"created_at":{"type":"string","format":"date-time"},
             "deleted_at":{"anyOf":[{"type":"string","format":"date-time"},{"type":"null"}]},"website":{"type":["string","null"],"format":"uri"},
             "plan":{"type":"string","enum":["free","team","business"]},"owner":{"$ref":"#/$defs/member"},
             "billing":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/billing"}]},"limits":{"type":"object","additionalProperties":{"type":"integer","minimum":0}},
             "members":{"type":"array","maxItems":500,"items":{"$ref":"#/$defs/member"}},"labels":{"type":"array","uniqueItems":true,"items":{"type":"string"}}},
             "$defs":{"id":{"type":"string","format":"uuid"},
              "member":{"type":"object","required":["id","email","role"],"properties":{"id":{"$ref":"#/$defs/id"},"email":{"type":"string","format":"email"},
               "role":{"type":"string","enum":["owner","admin","member"]},"name":{"type":["string","null"]},"last_seen":{"type":"string","format":"date-time"}}},
              "billing":{"allOf":[{"type":"object","required":["currency"],"properties":{"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}},
               {"properties":{"amount":{"type":"number","minimum":0},"address":{"type":"object","properties":{"street":{"type":"string"},"city":{"type":"string"}}}}}]}}}
            """;
        string member = """{"id":"2eb8aa08-aa98-11ea-b4aa-73b441d16380","email":"a.person@company.example","role":"member","name":"A Person","last_seen":"2024-02-28T08:00:00Z"}""";
        string instance = $$"""
            {"id":"2eb8aa08-aa98-11ea-b4aa-73b441d16380","name":"An organisation","created_at":"2020-05-04T10:11:12Z","deleted_at":null,"website":"https://company.example/about",
             "plan":"team","owner":{{member}},"billing":{"currency":"EUR","amount":129.90,"address":{"street":"Main Street 1","city":"Bern"} },
             "limits":{"projects":50,"storage_gb":500,"requests_per_minute":6000,"seats":25},"members":[{{string.Join(",", Enumerable.Repeat(member, 6))}}],
             "labels":["production","eu","priority"]}
            """;
        return WithFormats("own:account", schema, instance);
    }

    /// <summary>A set with formats, and without them what <see cref="DataSet.Schema"/> is.</summary>
    public static DataSet WithFormats(string name, string schema, string instance)
    {
        string bare = System.Text.RegularExpressions.Regex.Replace(schema, "\"format\":\"[a-z-]+\"", "\"title\":\"\"");
        return new(name, Encoding.UTF8.GetBytes(bare), [Encoding.UTF8.GetBytes(instance)]) { SchemaWithFormats = Encoding.UTF8.GetBytes(schema) };
    }
}
