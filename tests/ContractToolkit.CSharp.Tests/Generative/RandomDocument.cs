using System.Text;
using System.Text.Json.Nodes;

namespace ContractToolkit.CSharp.Tests.Generative;

/// <summary>A random OpenAPI document: all kinds of schemas, parameters, bodies and responses beside one another. The documents of seeds from
/// <see cref="Wide"/> on have more (<see cref="RandomAdditions"/>); those before stay what they were when they told something.</summary>
internal static class RandomDocument
{
    /// <summary>The first seed of documents with everything.</summary>
    public const int Wide = 1_000_000;

    private static readonly (string In, string Style, bool Explode)[] Styles =
    [
        ("query", "form", true), ("query", "form", false), ("query", "deepObject", true), ("query", "pipeDelimited", false), ("header", "simple", false), ("cookie", "form", true),
    ];

    private static readonly string[] Media = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain", "application/octet-stream", "application/jsonl", "text/event-stream"];

    /// <summary>The document of a seed.</summary>
    public static JsonObject Of(int seed)
    {
        var random = new Random(seed);
        var names = new RandomNames(random);
        string[] components = [.. Enumerable.Range(0, random.Next(3, 9)).Select(names.Component)];
        var schemas = new RandomSchemas(random, names, components);
        var declared = new JsonObject();
        foreach (string component in components) declared[component] = random.Next(3) > 0 ? schemas.Object(0) : schemas.Any(0);
        var paths = new JsonObject();
        int operations = random.Next(1, 6);
        for (int i = 0; i < operations; i++) paths[$"/{(random.Next(2) == 0 ? "a" : "class")}/{{id}}/{i}"] = PathItem(random, schemas, names, i);
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0", ["info"] = new JsonObject { ["title"] = "Test", ["version"] = "1" }, ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = declared },
        };
        if (seed >= Wide) new RandomAdditions(random, names, schemas, document).Add();
        return document;
    }

    /// <summary>The bytes of a document.</summary>
    public static byte[] Bytes(JsonObject document) => Encoding.UTF8.GetBytes(document.ToJsonString());

    private static JsonObject PathItem(Random random, RandomSchemas schemas, RandomNames names, int number)
    {
        var parameters = new JsonArray(new JsonObject { ["name"] = "id", ["in"] = "path", ["required"] = true, ["schema"] = schemas.Any(3) });
        foreach (string name in names.Some(7).Where(name => name.All(char.IsAsciiLetterOrDigit) && name.Length > 0)) parameters.Add(Parameter(random, schemas, name));
        var operation = new JsonObject { ["parameters"] = parameters, ["responses"] = Responses(random, schemas) };
        if (random.Next(3) > 0) operation["operationId"] = random.Next(3) switch { 0 => names.One(), 1 => "get_thing", _ => "op" + number };
        if (random.Next(2) == 0) operation["tags"] = new JsonArray(names.One());
        bool hasBody = random.Next(2) == 0;
        if (hasBody) operation["requestBody"] = new JsonObject { ["required"] = random.Next(2) == 0, ["content"] = Content(random, schemas) };
        return new JsonObject { [hasBody ? "post" : "get"] = operation };
    }

    private static JsonObject Parameter(Random random, RandomSchemas schemas, string name)
    {
        (string place, string style, bool explode) = Styles[random.Next(Styles.Length)];
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["required"] = random.Next(2) == 0 };
        if (random.Next(5) == 0)
        {
            parameter["content"] = new JsonObject { [random.Next(2) == 0 ? "application/json" : "text/plain"] = new JsonObject { ["schema"] = schemas.Any(2) } };
            return parameter;
        }

        parameter["style"] = style;
        parameter["explode"] = explode;
        parameter["schema"] = style is "deepObject" ? schemas.Object(2) : schemas.Any(2);
        return parameter;
    }

    private static JsonObject Responses(Random random, RandomSchemas schemas)
    {
        var responses = new JsonObject();
        foreach (string status in new[] { "200", "201", "204", "4XX", "404", "default" })
        {
            if (status != "200" && random.Next(3) > 0) continue;
            var response = new JsonObject { ["description"] = "d" };
            if (status != "204") response["content"] = Content(random, schemas);
            if (random.Next(4) == 0) response["headers"] = new JsonObject { ["X-Rate"] = new JsonObject { ["schema"] = schemas.Any(3) } };
            responses[status] = response;
        }

        return responses;
    }

    private static JsonObject Content(Random random, RandomSchemas schemas)
    {
        var content = new JsonObject();
        int count = random.Next(1, 3);
        for (int i = 0; i < count; i++)
        {
            string media = Media[random.Next(Media.Length)];
            content[media] = new JsonObject { ["schema"] = media is "application/x-www-form-urlencoded" or "multipart/form-data" ? schemas.Object(1) : schemas.Any(0) };
        }

        return content;
    }
}
