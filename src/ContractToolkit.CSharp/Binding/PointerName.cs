using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Names made from the place of a schema, for schemas that several places share and that are no components.</summary>
internal static class PointerName
{
    private static readonly HashSet<string> Structural = new(StringComparer.Ordinal)
    {
        "components", "schemas", "schema", "content", "properties", "items", "definitions", "$defs", "paths", "parameters", "responses",
        "requestBody", "requestBodies", "headers", "allOf", "anyOf", "oneOf", "additionalProperties", "patternProperties", "get", "put", "post", "delete", "patch",
    };

    /// <summary>The name of a referenced schema that is no component: the last one or two telling segments of its pointer, or its file's name.</summary>
    public static string? Of(SchemaId id)
    {
        int hash = id.Value.IndexOf('#');
        string file = hash < 0 ? id.Value : id.Value.Substring(0, hash);
        string pointer = hash < 0 ? "" : id.Value.Substring(hash + 1);
        string[] segments = JsonPointer.Split(pointer.StartsWith("/", StringComparison.Ordinal) ? pointer : "");
        var telling = new List<string>();

        // A file that is a schema stands for the name that its members have nowhere else.
        if (file.Length > 0 && segments.Length > 0 && segments[0] == "properties") telling.Add(FileStem(file));
        for (int i = 0; i < segments.Length; i++)
        {
            string segment = segments[i];
            bool member = i > 0 && segments[i - 1] == "properties" && (i == 1 || segments[i - 2] != "properties");
            bool index = segment.Length > 0 && segment.All(char.IsDigit);
            if (member || (!Structural.Contains(segment) && !index && segment.IndexOf('/') < 0)) telling.Add(segment);
        }

        bool named = segments.Length >= 2 && segments[segments.Length - 2] is "schemas" or "definitions" or "$defs";
        if (named) return Identifiers.Pascal(segments[segments.Length - 1]);
        if (telling.Count == 0) return file.Length == 0 ? null : Identifiers.Pascal(FileStem(file));
        return string.Concat(telling.Skip(Math.Max(0, telling.Count - 2)).Select(Identifiers.Pascal));
    }

    /// <summary>The name for an inline schema of a component that operations share: a parameter, header, response or request body.</summary>
    public static string? OfSharedElement(SchemaId id)
    {
        string[] segments = id.Value.StartsWith("#/components/", StringComparison.Ordinal) ? JsonPointer.Split(id.Value.Substring(1)) : [];
        if (segments.Length < 4) return null;
        string name = Identifiers.Pascal(segments[2]);
        return segments[1] switch
        {
            "parameters" => name + "Parameter",
            "headers" => name + "Header",
            "responses" => name + "Response",
            "requestBodies" => name + "Body",
            _ => null,
        };
    }

    private static string FileStem(string file)
    {
        string name = file.Substring(file.LastIndexOf('/') + 1);
        int dot = name.IndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }
}
