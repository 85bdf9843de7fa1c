using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>One member of a form's schema.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Required">Whether it must be sent.</param>
/// <param name="IsBinary">Whether it is a file, or a list of files.</param>
/// <param name="IsList">Whether it is a list of files.</param>
/// <param name="Encoding">Its encoding.</param>
internal sealed record FormPart(string Name, Schema Schema, bool Required, bool IsBinary, bool IsList, Encoding? Encoding);

/// <summary>Takes the schema of a form apart.</summary>
internal static class FormParts
{
    private const int MaxDepth = 32;

    /// <summary>The members of a form in document order, those of <c>allOf</c> included; empty where the schema is no object of known members.</summary>
    public static IReadOnlyList<FormPart> Of(MediaType media, SchemaTable schemas)
    {
        List<(string Name, Schema Schema)> members = [];
        HashSet<string> required = new(StringComparer.Ordinal);
        if (media.Schema is not null) Collect(media.Schema, schemas, members, required, 0);
        return members
            .GroupBy(member => member.Name, StringComparer.Ordinal)
            .Select(same => Part(same.Key, same.Last().Schema, required.Contains(same.Key), media, schemas))
            .ToList();
    }

    /// <summary>Whether a form needs a type of its own: its members hold files, which no JSON type can.</summary>
    public static bool HoldsFiles(MediaType media, SchemaTable schemas) => Of(media, schemas).Any(part => part.IsBinary);

    private static void Collect(
        Schema schema, SchemaTable schemas, List<(string Name, Schema Schema)> members, HashSet<string> required, int depth)
    {
        if (depth > MaxDepth) return;
        if (schema.Reference is { } target && schemas.TryGet(target, out Schema? referred)) Collect(referred, schemas, members, required, depth + 1);
        foreach (Schema part in schema.Composition?.AllOf ?? default) Collect(part, schemas, members, required, depth + 1);
        if (schema.Object is not { } rules) return;
        foreach (NamedSchema property in rules.Properties) members.Add((property.Name, property.Schema));
        required.UnionWith(rules.Required);
    }

    private static FormPart Part(string name, Schema schema, bool required, MediaType media, SchemaTable schemas)
    {
        Encoding? encoding = media.Encodings.FirstOrDefault(item => item.Property == name);
        Schema followed = schemas.Follow(schema);
        Schema? items = (followed.Types & SchemaTypes.Array) != 0 ? followed.Array?.Items : null;
        bool binary = IsFile(followed, encoding, schemas);
        bool list = items is not null && IsFile(schemas.Follow(items), encoding, schemas);
        return new FormPart(name, schema, required, binary || list, list, encoding);
    }

    private static bool IsFile(Schema schema, Encoding? encoding, SchemaTable schemas)
    {
        if (BodyKinds.IsBinary(schema, schemas)) return true;
        bool open = schema.Types == SchemaTypes.None && schema is { Object: null, Array: null, Composition: null, Enum: null, Const: null };
        return open && encoding?.ContentType is { } types && types.Split(',').All(type => BodyKinds.Of(type) == BodyKind.Binary);
    }
}
