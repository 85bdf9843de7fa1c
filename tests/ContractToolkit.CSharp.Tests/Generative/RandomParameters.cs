using System.Text.Json.Nodes;

namespace ContractToolkit.CSharp.Tests.Generative;

/// <summary>Parameters of every style, with arrays and objects where those are allowed.</summary>
internal static class RandomParameters
{
    private static readonly (string In, string Style, bool Explode)[] Styles =
    [
        ("query", "form", true), ("query", "form", false), ("query", "spaceDelimited", false), ("query", "pipeDelimited", false), ("query", "deepObject", true),
        ("header", "simple", false), ("header", "simple", true), ("cookie", "form", true), ("cookie", "form", false),
    ];

    /// <summary>A parameter; <paramref name="isNew"/> for a document of 3.2.</summary>
    public static JsonObject One(Random random, RandomSchemas schemas, string name, bool isNew)
    {
        (string place, string style, bool explode) = isNew && random.Next(6) == 0 ? ("cookie", "cookie", true) : Styles[random.Next(Styles.Length)];
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["style"] = style, ["explode"] = explode, ["required"] = random.Next(3) == 0 };
        if (random.Next(5) == 0) parameter["deprecated"] = true;
        if (place == "query" && random.Next(4) == 0) parameter["allowReserved"] = true;
        parameter["schema"] = style switch
        {
            "deepObject" => Deep(schemas),
            "spaceDelimited" or "pipeDelimited" => new JsonObject { ["type"] = "array", ["items"] = schemas.Any(3) },
            _ => random.Next(3) switch { 0 => schemas.Any(2), 1 => new JsonObject { ["type"] = "array", ["items"] = schemas.Any(3), ["default"] = new JsonArray() }, _ => schemas.Object(2) },
        };
        return parameter;
    }

    private static JsonObject Deep(RandomSchemas schemas)
    {
        JsonObject schema = schemas.Object(2);
        ((JsonObject)schema["properties"]!)["list"] = new JsonObject { ["type"] = "array", ["items"] = schemas.Any(3) };
        ((JsonObject)schema["properties"]!)["nested"] = schemas.Object(3);
        return schema;
    }
}
