using System.Text.Json.Nodes;

namespace ContractToolkit.CSharp.Tests.Generative;

/// <summary>Gives a random document what real ones have beside schemas, parameters and bodies: servers, security, several tags, links, callbacks, webhooks,
/// shared elements and, in every other one, what is new in 3.2.</summary>
internal sealed class RandomAdditions(Random random, RandomNames names, RandomSchemas schemas, JsonObject document)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    private readonly bool isNew = random.Next(2) == 0;

    /// <summary>Adds them.</summary>
    public void Add()
    {
        if (isNew) document["openapi"] = "3.2.0";
        var components = (JsonObject)document["components"]!;
        RandomFamilies.Add(random, names, schemas, (JsonObject)components["schemas"]!);
        Shared(components);
        Servers();
        Security(components);
        var paths = (JsonObject)document["paths"]!;
        foreach ((string path, JsonNode? item) in paths.ToList()) Operation((JsonObject)((JsonObject)item!).First().Value!, path);
        for (int i = random.Next(3); i >= 0; i--) paths[$"/more/{i}/{{key}}"] = PathItem(i);
        if (random.Next(2) == 0) document["webhooks"] = new JsonObject { [names.One() + "Happened"] = new JsonObject { ["post"] = Plain("hook") } };
    }

    private void Shared(JsonObject components)
    {
        components["parameters"] = new JsonObject { ["Page"] = RandomParameters.One(random, schemas, "page", isNew), ["class"] = RandomParameters.One(random, schemas, "Class", isNew) };
        components["headers"] = new JsonObject { ["Rate"] = new JsonObject { ["schema"] = schemas.Any(3), ["required"] = random.Next(2) == 0 } };
        components["responses"] = new JsonObject { ["Problem"] = new JsonObject { ["description"] = "d", ["content"] = RandomBodies.Content(random, schemas, isNew) } };
        components["requestBodies"] = new JsonObject { ["Any"] = new JsonObject { ["content"] = RandomBodies.Content(random, schemas, isNew) } };
    }

    private void Servers() => document["servers"] = new JsonArray(
        new JsonObject { ["url"] = "https://{region}.example.com/{version}", ["description"] = names.One(), ["variables"] = new JsonObject
            {
                ["region"] = new JsonObject { ["default"] = "eu", ["enum"] = new JsonArray("eu", "us-1", "1st", "class") },
                ["version"] = new JsonObject { ["default"] = "v\"1", ["description"] = "</summary>" },
            } },
        new JsonObject { ["url"] = "/relative" });

    private void Security(JsonObject components)
    {
        components["securitySchemes"] = new JsonObject
        {
            ["key"] = new JsonObject { ["type"] = "apiKey", ["name"] = "X-\"Key", ["in"] = random.Next(3) switch { 0 => "header", 1 => "query", _ => "cookie" } },
            ["Key"] = new JsonObject { ["type"] = "http", ["scheme"] = random.Next(2) == 0 ? "bearer" : "basic" },
            ["class"] = new JsonObject { ["type"] = "oauth2", ["flows"] = new JsonObject { ["clientCredentials"] = new JsonObject { ["tokenUrl"] = "https://example.com/token", ["scopes"] = new JsonObject { ["a:b"] = "d" } } } },
        };
        document["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }, new JsonObject { ["Key"] = new JsonArray(), ["class"] = new JsonArray("a:b") }, new JsonObject());
    }

    private JsonObject PathItem(int number)
    {
        var item = new JsonObject
        {
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "key", ["in"] = "path", ["required"] = true, ["style"] = random.Next(3) switch { 0 => "label", 1 => "matrix", _ => "simple" },
                ["explode"] = random.Next(2) == 0, ["schema"] = schemas.Any(2) }),
        };
        foreach (string method in Methods.Where(_ => random.Next(3) == 0)) item[method] = Plain(method + number);
        if (isNew && random.Next(2) == 0) item["query"] = Plain("ask" + number);
        if (isNew && random.Next(2) == 0) item["additionalOperations"] = new JsonObject { ["LINK"] = Plain("link" + number) };
        return item;
    }

    private JsonObject Plain(string id)
    {
        bool hasBody = random.Next(2) == 0 && id[0] is 'p' or 'a' or 'l';
        var operation = new JsonObject
        {
            ["operationId"] = id, ["tags"] = new JsonArray(names.One(), names.One()), ["deprecated"] = random.Next(4) == 0, ["summary"] = names.One(),
            ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "d", ["content"] = RandomBodies.Content(random, schemas, isNew) } },
        };
        if (hasBody) operation["requestBody"] = new JsonObject { ["content"] = RandomBodies.Content(random, schemas, isNew), ["required"] = random.Next(2) == 0 };
        Operation(operation, id);
        return operation;
    }

    /// <summary>Adds to an operation.</summary>
    private void Operation(JsonObject operation, string path)
    {
        if (operation["parameters"] is not JsonArray parameters) operation["parameters"] = parameters = [];
        HashSet<string> known = [.. parameters.Select(parameter => (string)parameter!["name"]!)];
        if (random.Next(2) == 0 && known.Add("page")) parameters.Add(new JsonObject { ["$ref"] = "#/components/parameters/Page" });
        if (random.Next(3) == 0 && known.Add("Class")) parameters.Add(new JsonObject { ["$ref"] = "#/components/parameters/class" });
        foreach (string name in names.Some(4).Where(name => name.All(char.IsAsciiLetterOrDigit) && name.Length > 0 && known.Add(name))) parameters.Add(RandomParameters.One(random, schemas, name, isNew));
        if (isNew && random.Next(4) == 0 && parameters.All(parameter => parameter!["$ref"] is null && (string?)parameter["in"] != "query"))
        {
            parameters.Add(new JsonObject { ["name"] = "whole", ["in"] = "querystring", ["content"] = new JsonObject { ["application/x-www-form-urlencoded"] = new JsonObject { ["schema"] = schemas.Object(2) } } });
        }

        var responses = (JsonObject)operation["responses"]!;
        if (random.Next(3) == 0 && !responses.ContainsKey("default")) responses["default"] = new JsonObject { ["$ref"] = "#/components/responses/Problem" };
        if (responses["200"] is JsonObject ok)
        {
            ok["headers"] = new JsonObject { ["X-Rate"] = new JsonObject { ["$ref"] = "#/components/headers/Rate" }, ["Link"] = new JsonObject { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schemas.Any(2) } } } };
            if (operation["operationId"] is { } id) ok["links"] = new JsonObject { ["again"] = new JsonObject { ["operationId"] = id.DeepClone(), ["parameters"] = new JsonObject { ["page"] = "$response.body#/" + names.One().Replace("~", "", StringComparison.Ordinal) } } };
        }

        if (random.Next(4) == 0)
        {
            operation["callbacks"] = new JsonObject { ["done"] = new JsonObject { ["{$request.query.callback}"] = new JsonObject { ["post"] = new JsonObject
            {
                ["requestBody"] = new JsonObject { ["$ref"] = "#/components/requestBodies/Any" }, ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = path } },
            } } } };
        }
    }
}
