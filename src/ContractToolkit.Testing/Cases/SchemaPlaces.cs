using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>A place in an instance with the schema that holds there.</summary>
internal sealed record SchemaPlace(string Pointer, Schema Schema, bool Required, bool IsMember);

/// <summary>Walks an instance and its schema together: which schema holds where.</summary>
internal static class SchemaPlaces
{
    private const int MostPlaces = 500;

    public static IEnumerable<SchemaPlace> Of(Schema schema, System.Text.Json.JsonElement instance, SchemaTable schemas) =>
        Walk(schema, instance, schemas, "", true, false, 0).Take(MostPlaces);

    private static IEnumerable<SchemaPlace> Walk(Schema schema, System.Text.Json.JsonElement instance, SchemaTable schemas, string at, bool required, bool isMember, int depth)
    {
        if (depth > 24) yield break;
        Schema resolved = schemas.Follow(schema);
        yield return new(at, resolved, required, isMember);
        foreach (Schema part in Parts(resolved, schemas))
        {
            foreach (SchemaPlace place in Walk(part, instance, schemas, at, required, isMember, depth + 1)) yield return place;
        }

        if (instance.ValueKind == System.Text.Json.JsonValueKind.Object)
        {
            foreach (NamedSchema property in resolved.Object?.Properties ?? [])
            {
                if (!instance.TryGetProperty(property.Name, out System.Text.Json.JsonElement member)) continue;
                bool needed = resolved.Object!.Required.Contains(property.Name);
                foreach (SchemaPlace place in Walk(property.Schema, member, schemas, JsonPointer.Append(at, property.Name), needed, true, depth + 1)) yield return place;
            }
        }
        else if (instance.ValueKind == System.Text.Json.JsonValueKind.Array && resolved.Array?.Items is { } items && instance.GetArrayLength() > 0)
        {
            foreach (SchemaPlace place in Walk(items, instance[0], schemas, at + "/0", true, false, depth + 1)) yield return place;
        }
    }

    private static IEnumerable<Schema> Parts(Schema schema, SchemaTable schemas)
    {
        foreach (Schema part in schema.Composition?.AllOf ?? []) yield return part;
        if (schema.Reference is { } reference && schemas.TryGet(reference, out Schema? target)) yield return target;
    }
}
