using System.Globalization;
using System.Text;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Benchmarks;

/// <summary>A schema and instances that it accepts.</summary>
internal sealed record DataSet(string Name, byte[] Schema, byte[][] Instances)
{
    /// <summary>The schema as it is published, with the formats that <see cref="Schema"/> leaves out; null where there is none.</summary>
    public byte[]? SchemaWithFormats { get; init; }

    /// <summary>Our own sets, and those of the workplace where it is present.</summary>
    public static IEnumerable<DataSet> All()
    {
        yield return Contacts();
        yield return Shapes();
        foreach (string folder in new[] { "suites/schema-benchmark-own", "suites/schema-benchmark" })
        {
            string? path = SharedData.Root is null ? null : Path.Combine(SharedData.Root, folder);
            if (path is null || !Directory.Exists(path)) continue;
            foreach (string set in Directory.GetDirectories(path).Order(StringComparer.Ordinal)) yield return Load(set);
        }
    }

    private static DataSet Load(string folder) => new(
        Path.GetFileName(folder),
        File.ReadAllBytes(Path.Combine(folder, "schema-noformat.json")),
        File.ReadLines(Path.Combine(folder, "instances.jsonl")).Where(line => line.Length > 0).Select(Encoding.UTF8.GetBytes).ToArray())
    {
        SchemaWithFormats = File.Exists(Path.Combine(folder, "schema.json")) ? File.ReadAllBytes(Path.Combine(folder, "schema.json")) : null,
    };

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
}
