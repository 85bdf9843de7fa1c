using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Turns text without types (parameters, form fields) into JSON, guided by the schema.</summary>
internal sealed class TextValues(SchemaPlans schemas)
{
    private const SchemaTypes Primitives = SchemaTypes.Null | SchemaTypes.Boolean | SchemaTypes.Integer | SchemaTypes.Number | SchemaTypes.String;

    /// <summary>What schemas say about types, members and items.</summary>
    public SchemaShapes Shapes => schemas.Shapes;

    /// <summary>Whether the schema may allow something that is neither array nor object.</summary>
    public bool AllowsPrimitive(Schema? schema) => (Shapes.Types(schema) & Primitives) != 0;

    /// <summary>Whether the schema may allow an array.</summary>
    public bool AllowsArray(Schema? schema) => schema is not null && Shapes.Types(schema).HasFlag(SchemaTypes.Array);

    /// <summary>Whether the schema may allow an object.</summary>
    public bool AllowsObject(Schema? schema) => schema is not null && Shapes.Types(schema).HasFlag(SchemaTypes.Object);

    /// <summary>The JSON of a primitive value. Where the text could be of several types, the first that the schema accepts.</summary>
    public string Primitive(string text, Schema? schema)
    {
        SchemaTypes types = Shapes.Types(schema);
        string quoted = JsonText.Quote(text);
        if ((types & Primitives) is SchemaTypes.String or 0) return quoted;
        var candidates = new List<string>(3);
        if ((types & (SchemaTypes.Integer | SchemaTypes.Number)) != 0 && JsonText.IsNumber(text)) candidates.Add(text);
        if (types.HasFlag(SchemaTypes.Boolean) && text is "true" or "false") candidates.Add(text);
        if (types.HasFlag(SchemaTypes.Null) && text is "null" or "") candidates.Add("null");
        candidates.Add(quoted);
        if (candidates.Count == 1 || schema is null || !types.HasFlag(SchemaTypes.String)) return candidates[0];
        return FirstValid(candidates, schema);
    }

    /// <summary>The first candidate that the schema accepts; the first of all where it accepts none.</summary>
    public string FirstValid(List<string> candidates, Schema schema)
    {
        if (candidates.Count == 1) return candidates[0];
        PlanEntry entry = schemas.For(schema);
        return candidates.Find(candidate => entry.IsValid(Encoding.UTF8.GetBytes(candidate))) ?? candidates[0];
    }

    /// <summary>A JSON array of texts.</summary>
    public string Array(IEnumerable<string> items, Schema? schema) =>
        JsonText.Array(items.Select((item, index) => Primitive(item, Shapes.Item(schema, index))));

    /// <summary>A JSON object of texts; a name that comes again is an array where the schema allows one, else the last counts.</summary>
    public string Object(IEnumerable<KeyValuePair<string, string>> members, Schema? schema) =>
        JsonText.Object(members.GroupBy(member => member.Key, StringComparer.Ordinal).Select(group =>
        {
            Schema? property = Shapes.Property(schema, group.Key);
            bool array = AllowsArray(property) && (group.Skip(1).Any() || !AllowsPrimitive(property));
            return new KeyValuePair<string, string>(group.Key,
                array ? Array(group.Select(member => member.Value), property) : Primitive(group.Last().Value, property));
        }));
}
