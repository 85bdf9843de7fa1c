using System.Text.Json.Nodes;

namespace ContractToolkit.CSharp.Tests.Generative;

/// <summary>Contents of many media types, with encodings of their parts, and streams of items in 3.2.</summary>
internal static class RandomBodies
{
    private static readonly string[] Media =
    [
        "application/json", "application/vnd.a.b+json; version=1", "application/json; charset=utf-8", "application/problem+json", "application/x-www-form-urlencoded", "multipart/form-data",
        "multipart/mixed", "text/plain", "text/csv", "text/*", "*/*", "image/png", "application/xml", "application/octet-stream", "application/jsonl", "application/x-ndjson", "text/event-stream",
    ];

    /// <summary>The content; <paramref name="isNew"/> for a document of 3.2.</summary>
    public static JsonObject Content(Random random, RandomSchemas schemas, bool isNew)
    {
        var content = new JsonObject();
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            string media = Media[random.Next(Media.Length)];
            bool sequential = media is "application/jsonl" or "application/x-ndjson" or "text/event-stream";
            if (media is "application/x-www-form-urlencoded" or "multipart/form-data") content[media] = Form(random, schemas, media);
            else if (isNew && sequential) content[media] = new JsonObject { ["itemSchema"] = schemas.Any(1) };
            else content[media] = random.Next(8) == 0 ? new JsonObject() : new JsonObject { ["schema"] = schemas.Any(0) };
        }

        return content;
    }

    private static JsonObject Form(Random random, RandomSchemas schemas, string media)
    {
        JsonObject schema = schemas.Object(1);
        var properties = (JsonObject)schema["properties"]!;
        properties["file"] = new JsonObject { ["type"] = "string", ["format"] = "binary" };
        properties["files"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["contentMediaType"] = "image/png" } };
        properties["meta"] = schemas.Object(2);
        properties["tags"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } };
        var encoding = new JsonObject { ["meta"] = new JsonObject { ["contentType"] = "application/json" } };
        if (media != "multipart/form-data") encoding["tags"] = new JsonObject { ["style"] = random.Next(2) == 0 ? "pipeDelimited" : "form", ["explode"] = false };
        else encoding["file"] = new JsonObject { ["contentType"] = "image/png, image/jpeg", ["headers"] = new JsonObject { ["X-Part"] = new JsonObject { ["schema"] = schemas.Any(3) } } };
        return new JsonObject { ["schema"] = schema, ["encoding"] = encoding };
    }
}
