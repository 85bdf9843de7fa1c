using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>Which members a schema declares, its references, branches and parts included.</summary>
internal sealed class DeclaredNames(SchemaTable table)
{
    private readonly Dictionary<SchemaId, HashSet<string>> known = [];

    /// <summary>The names of the members that the schema declares somewhere.</summary>
    public HashSet<string> Of(Schema schema)
    {
        if (known.TryGetValue(schema.Id, out HashSet<string>? names)) return names;
        names = new(StringComparer.Ordinal);
        HashSet<SchemaId> seen = [];
        Stack<Schema> open = new([schema]);
        while (open.Count > 0)
        {
            Schema next = open.Pop();
            names.UnionWith((next.Object?.Properties ?? default).Select(property => property.Name));
            foreach (JsonLiteral value in next.Enum ?? default) AddMembers(names, value);
            if (next.Const is { } constant) AddMembers(names, constant);
            foreach (Schema part in SubSchemas.Composed(next)) open.Push(part);
            if (next.Reference is { } reference && seen.Add(reference) && table.TryGet(reference, out Schema? target)) open.Push(target);
        }

        known[schema.Id] = names;
        return names;
    }

    private static void AddMembers(HashSet<string> names, JsonLiteral value)
    {
        if (value.Kind == JsonKind.Object && Sets.JsonText.Parse(value.Text) is Sets.Value.ObjectValue known) names.UnionWith(known.Members.Select(member => member.Name));
    }
}
