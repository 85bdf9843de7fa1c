using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>One member of a form's schema.</summary>
/// <param name="Key">What tells it apart from the others: its name, or its place where parts have no names.</param>
/// <param name="Name">The name on the wire; empty where parts have none.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Required">Whether it must be sent.</param>
/// <param name="IsBinary">Whether it is a file, or a list of files.</param>
/// <param name="IsList">Whether it is a list of files.</param>
/// <param name="Encoding">Its encoding.</param>
internal sealed record FormPart(string Key, string Name, Schema Schema, bool Required, bool IsBinary, bool IsList, Encoding? Encoding)
{
    /// <summary>The headers of the part that a caller gives.</summary>
    public IEnumerable<Parameter> Headers =>
        (Encoding?.Headers ?? default).Where(header => !header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && header.Content is null);

    /// <summary>Whether it is a list of values, each a part of its own, whose schema is that of one of them.</summary>
    public bool IsRest { get; init; }
}

/// <summary>Takes the schema of a form apart.</summary>
internal static class FormParts
{
    private const int MaxDepth = 32;

    /// <summary>The members of a form in document order, those of <c>allOf</c> included, or the parts by their place; empty where the schema names neither.</summary>
    public static IReadOnlyList<FormPart> Of(MediaType media, SchemaTable schemas)
    {
        Schema? whole = media.Schema is null ? null : schemas.Follow(media.Schema);
        if (whole is not null && (whole.Types & SchemaTypes.Array) != 0) return ByPlace(whole, media, schemas);
        List<(string Name, Schema Schema)> members = [];
        HashSet<string> required = new(StringComparer.Ordinal);
        if (media.Schema is not null) Collect(media.Schema, schemas, members, required, 0);
        return members
            .GroupBy(member => member.Name, StringComparer.Ordinal)
            .Select(same => Part(same.Key, same.Last().Schema, required.Contains(same.Key), media, schemas))
            .ToList();
    }

    /// <summary>Whether a form needs a type of its own: its parts are files or have headers, for which no JSON type has room, or are told by their place.</summary>
    public static bool NeedType(MediaType media, SchemaTable schemas) =>
        Of(media, schemas).Any(part => part.IsBinary || part.Name.Length == 0 || part.Headers.Any());

    // Every place is required: without one, the parts behind it would stand in another's place.
    private static IReadOnlyList<FormPart> ByPlace(Schema whole, MediaType media, SchemaTable schemas)
    {
        EquatableArray<Schema> places = whole.Array?.PrefixItems ?? default;
        List<FormPart> parts = [];
        for (int i = 0; i < places.Count; i++)
        {
            Encoding? encoding = i < media.PrefixEncodings.Count ? media.PrefixEncodings[i] : media.ItemEncoding;
            string place = "Item" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            string? title = places[i].Notes?.Title;
            bool telling = title is not null && title != "Rest" && places.Count(other => other.Notes?.Title == title) == 1 && !title.StartsWith("Item", StringComparison.Ordinal);
            string key = telling ? title! : place;
            parts.Add(new FormPart(key, "", places[i], true, IsFile(schemas.Follow(places[i]), encoding, schemas), false, encoding));
        }

        if (parts.Count > 0 && whole.Array?.Items is { Always: not false } items)
        {
            bool files = IsFile(schemas.Follow(items), media.ItemEncoding, schemas);
            parts.Add(new FormPart("Rest", "", items, false, files, files, media.ItemEncoding) { IsRest = true });
        }

        return parts;
    }

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
        return new FormPart(name, name, schema, required, binary || list, list, encoding);
    }

    private static bool IsFile(Schema schema, Encoding? encoding, SchemaTable schemas)
    {
        if (BodyKinds.IsBinary(schema, schemas)) return true;
        bool open = schema.Types == SchemaTypes.None && schema is { Object: null, Array: null, Composition: null, Enum: null, Const: null };
        return open && encoding?.ContentType is { } types && types.Split(',').All(type => BodyKinds.Of(type) == BodyKind.Binary);
    }
}
