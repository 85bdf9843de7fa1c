using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;
using Scalar = System.Text.Json.Nodes.JsonValue;

namespace ContractToolkit.Validation.Tests;

/// <summary>
/// Random schemas of one draft, or of OpenAPI 3.0, with what only that draft has: embedded resources, anchors, dynamic and recursive references, unevaluated members
/// and items, tuples as the draft writes them. Definitions refer to earlier ones, and back to the root only below a member, so that every chain of references ends.
/// </summary>
/// <param name="random">Where the choices come from.</param>
/// <param name="draft">One of the five drafts, or OpenAPI 3.0.</param>
internal sealed class RandomDraft(Random random, SchemaDialect draft)
{
    private const string Root = "http://example.com/root";

    private static readonly string[] Names = ["a", "b", "c", "kind", "", "é", "a/b", "a~b", "a%25"];
    private static readonly string[] Texts = ["", "x", "xy", "abc", "é", "😀😀", "a1", "2024-02-29", "kind"];
    private static readonly string[] Numbers = ["0", "1", "-1", "2", "3", "0.5", "1.5", "2.25", "100", "-0.5", "7"];

    private readonly bool isModern = draft is SchemaDialect.Draft201909 or SchemaDialect.Draft202012;
    private List<string> targets = [];

    /// <summary>A schema that names its draft where it has a name.</summary>
    public JsonObject Document()
    {
        string keyword = isModern ? "$defs" : "definitions";
        JsonObject definitions = [];
        targets = [];
        foreach (string name in new[] { "one", "two", "a b" })
        {
            definitions[name] = Schema(2);
            targets.Add($"#/{keyword}/{name.Replace(" ", "%20")}");
        }

        if (isModern) AddResources(definitions);
        RandomKeywords keywords = new(random, draft, this);
        JsonObject root = keywords.Some(3);
        if (isModern && random.Next(3) == 0) AddTree(root, definitions);

        // Before 2019-09 a reference hides the definitions beside it, from some readers even as targets.
        if (!isModern && root.ContainsKey("$ref")) root = new() { ["allOf"] = new JsonArray(root) };
        root[keyword] = definitions;
        if (isModern) root["$id"] = Root;
        if (random.Next(3) == 0) (root["properties"] as JsonObject ?? (JsonObject)(root["properties"] = new JsonObject()))["c"] = new JsonObject { ["$ref"] = "#" };
        if (Uri is { } uri) root["$schema"] = uri;
        return root;
    }

    /// <summary>Any value.</summary>
    public JsonNode? Instance(int depth = 3) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => Number(),
        3 or 4 => One(Texts),
        5 => random.Next(-2, 6),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Instance(depth - 1))]),
        _ => new JsonObject(Some(5).Select(name => KeyValuePair.Create(name, name == "kind" ? Texts[random.Next(1, 4)] : Instance(depth - 1)))),
    };

    /// <summary>A value that differs from another in one place.</summary>
    public JsonNode? Near(JsonNode? value)
    {
        if (value is JsonArray { Count: > 0 } items && random.Next(5) > 0)
        {
            int index = random.Next(items.Count);
            return new JsonArray([.. items.Select((item, at) => at == index ? Near(item) : item?.DeepClone())]);
        }

        if (value is not JsonObject { Count: > 0 } members || random.Next(5) == 0) return Instance(1);
        int changed = random.Next(members.Count);
        return new JsonObject(members.Select((member, at) => KeyValuePair.Create(member.Key, at == changed ? Near(member.Value) : member.Value?.DeepClone())));
    }

    internal JsonNode Schema(int depth) =>
        draft is not (SchemaDialect.Draft4 or SchemaDialect.OpenApi30) && random.Next(16) == 0 ? Scalar.Create(random.Next(5) > 1) : new RandomKeywords(random, draft, this).Some(depth);

    internal string? Target() => targets.Count == 0 ? null : One(targets);

    internal JsonNode Number() => JsonNode.Parse(One(Numbers))!;

    internal IEnumerable<string> Some(int bound) => Names.OrderBy(_ => random.Next()).Take(random.Next(bound)).ToList();

    internal T One<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private string? Uri => draft switch
    {
        SchemaDialect.OpenApi30 => null,
        SchemaDialect.Draft4 => "http://json-schema.org/draft-04/schema#",
        SchemaDialect.Draft6 => "http://json-schema.org/draft-06/schema#",
        SchemaDialect.Draft7 => "http://json-schema.org/draft-07/schema#",
        SchemaDialect.Draft201909 => "https://json-schema.org/draft/2019-09/schema",
        _ => "https://json-schema.org/draft/2020-12/schema",
    };

    private void AddResources(JsonObject definitions)
    {
        if (random.Next(2) == 0 && Schema(1) is JsonObject anchored)
        {
            anchored["$anchor"] = "here";
            definitions["anchored"] = anchored;
            targets.Add("#here");
        }

        List<string> outside = targets;
        targets = ["#/$defs/in", "#in"];
        JsonNode resource = Schema(2);
        targets = outside;
        if (random.Next(2) == 0 || resource is not JsonObject embedded) return;
        embedded["$id"] = "http://example.com/sub/one";
        embedded["$defs"] = new JsonObject { ["in"] = new JsonObject { ["$anchor"] = "in", ["type"] = One(["string", "integer", "object"]) } };
        definitions["embedded"] = embedded;
        targets.AddRange(["http://example.com/sub/one", "sub/one#in", "/sub/one#/$defs/in"]);
    }

    /// <summary>A tree whose children are what the outermost schema says a node is.</summary>
    private void AddTree(JsonObject root, JsonObject definitions)
    {
        bool isDynamic = draft == SchemaDialect.Draft202012;
        (string anchor, string reference) = isDynamic ? ("$dynamicAnchor", "$dynamicRef") : ("$recursiveAnchor", "$recursiveRef");
        JsonNode Anchor(bool set) => isDynamic ? "node" : Scalar.Create(set);
        JsonObject Child() => new() { [reference] = isDynamic ? "#node" : "#" };
        List<string> local = targets;
        targets = [.. local.Where(target => target.StartsWith("#/", StringComparison.Ordinal)).Select(target => Root + target)];
        JsonObject tree = new()
        {
            ["$id"] = "http://example.com/tree",
            [anchor] = Anchor(random.Next(3) > 0),
            ["type"] = new JsonArray("object", "array"),
            ["properties"] = new JsonObject { ["a"] = Child(), ["b"] = Schema(1) },
            ["items"] = Child(),
        };
        targets = local;
        if (random.Next(5) < 2) tree["unevaluatedProperties"] = false;
        definitions["tree"] = tree;
        root[anchor] = Anchor(true);
        switch (random.Next(3))
        {
            case 0: root["$ref"] = "tree"; break;
            case 1: root["allOf"] = new JsonArray(new JsonObject { ["$ref"] = "http://example.com/tree" }); break;
            default: root["properties"] = new JsonObject { ["b"] = new JsonObject { ["$ref"] = "tree" } }; break;
        }
    }
}
