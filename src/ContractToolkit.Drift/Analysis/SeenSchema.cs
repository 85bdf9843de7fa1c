using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Writes what was seen as a schema, loose enough for what may come.</summary>
internal static class SeenSchema
{
    private const int MaxDepth = 24;

    /// <summary>The schema of the bodies of a media type; open where places were left out of their profile.</summary>
    public static DraftMap Of(BodyProfile body, OpenApiVersion version) => Of(body.Value, version, isOpen: body.IsCut);

    public static DraftMap Of(ValueProfile seen, OpenApiVersion version, int depth = 0, bool isOpen = false)
    {
        DraftMap schema = new();
        if (depth > MaxDepth || seen.Count == 0) return schema;
        AddTypes(schema, Types(seen), version);
        if (seen.Objects is { } objects) AddMembers(schema, objects, version, depth, isOpen);
        if (seen.Arrays is { } arrays) schema["items"] = arrays.Items is { } items ? Of(items, version, depth + 1, isOpen) : new DraftMap();
        return schema;
    }

    /// <summary>The schema types of what was seen, in the order of their names.</summary>
    public static List<string> Types(ValueProfile seen)
    {
        List<string> types = [];
        if (seen.Of(SeenType.Array) > 0) types.Add("array");
        if (seen.Of(SeenType.Boolean) > 0) types.Add("boolean");
        if (seen.Of(SeenType.Fraction) > 0) types.Add("number");
        else if (seen.Of(SeenType.Integer) > 0) types.Add("integer");
        if (seen.Of(SeenType.Null) > 0) types.Add("null");
        if (seen.Of(SeenType.Object) > 0) types.Add("object");
        if (seen.Of(SeenType.String) > 0) types.Add("string");
        return types;
    }

    /// <summary>Writes types the way the version of the document does.</summary>
    public static void AddTypes(DraftMap schema, List<string> types, OpenApiVersion version)
    {
        if (version is OpenApiVersion.V31 or OpenApiVersion.V32)
        {
            DraftList list = new();
            list.Items.AddRange(types.Select(type => new DraftText(type)));
            schema["type"] = types.Count == 1 ? list.Items[0] : list;
            return;
        }

        // Before 3.1 a schema has one type or none; several are said by leaving the keyword out.
        List<string> named = [.. types.Where(type => type != "null")];
        if (types.Contains("null")) schema[version == OpenApiVersion.V20 ? "x-nullable" : "nullable"] = new DraftRaw("true");
        if (named.Count == 1) schema["type"] = new DraftText(named[0]);
    }

    private static void AddMembers(DraftMap schema, ObjectProfile objects, OpenApiVersion version, int depth, bool isOpen)
    {
        if (objects.Map is { } map)
        {
            schema["additionalProperties"] = isOpen ? new DraftMap() : Of(map, version, depth + 1);
        }
        else if (isOpen || depth >= MaxDepth - 1)
        {
            schema["additionalProperties"] = new DraftMap();
        }

        foreach ((string name, ValueProfile member) in objects.Members) schema.Map("properties")[name] = Of(member, version, depth + 1, isOpen);
    }
}
