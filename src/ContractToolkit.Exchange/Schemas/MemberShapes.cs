using System.Collections.Concurrent;
using System.Text.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Which members schemas declare, references and combinations looked through: of several branches, any may be the one that holds.</summary>
internal sealed class MemberShapes(SchemaTable table)
{
    private const int Deepest = 24;
    private readonly ConcurrentDictionary<SchemaId, Shape> known = new();

    /// <summary>Collects pointers of members that no schema declares, with <c>*</c> for every array index.</summary>
    public void Undeclared(JsonElement value, IReadOnlyList<Schema> schemas, string at, List<string> undeclared)
    {
        Shape[] shapes = [.. schemas.Select(Of)];
        if (value.ValueKind == JsonValueKind.Array)
        {
            Schema[] items = [.. shapes.SelectMany(shape => shape.Items)];
            if (items.Length == 0) return;
            foreach (JsonElement item in value.EnumerateArray()) Undeclared(item, items, at + "/*", undeclared);
        }
        else if (value.ValueKind == JsonValueKind.Object && !shapes.Any(shape => shape.IsOpen) && shapes.Any(shape => shape.Members.Values.Any(schemas => schemas.Count > 0)))
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                Schema[] declared = [.. shapes.SelectMany(shape => shape.Members.TryGetValue(member.Name, out List<Schema>? found) ? found : [])];
                string pointer = JsonPointer.Append(at, member.Name);
                if (!Array.Exists(shapes, shape => shape.Members.ContainsKey(member.Name))) undeclared.Add(pointer);
                else if (declared.Length > 0 && member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) Undeclared(member.Value, declared, pointer, undeclared);
            }
        }
    }

    private Shape Of(Schema schema) => known.GetOrAdd(schema.Id, _ =>
    {
        Shape shape = new();
        Add(schema, shape, 0, []);
        return shape;
    });

    private void Add(Schema schema, Shape shape, int depth, HashSet<SchemaId> above)
    {
        if (depth > Deepest || !above.Add(schema.Id)) return;
        if (schema.Object is { } rules)
        {
            foreach (NamedSchema property in rules.Properties)
            {
                if (!shape.Members.TryGetValue(property.Name, out List<Schema>? schemas)) shape.Members.Add(property.Name, schemas = []);
                schemas.Add(property.Schema);
            }

            // What is required is known of, though nothing is said about its value.
            foreach (string name in rules.Required) shape.Members.TryAdd(name, []);
            shape.IsOpen |= rules.AdditionalProperties is not null || !rules.PatternProperties.IsEmpty || rules.UnevaluatedProperties is not null;
        }

        if (schema.Array is { } array)
        {
            shape.Items.AddRange(array.PrefixItems);
            if (array.Items is { } items) shape.Items.Add(items);
        }

        if (schema.Reference is { } reference && table.TryGet(reference, out Schema? target)) Add(target, shape, depth + 1, above);
        if (schema.Composition is { } composition)
        {
            foreach (Schema part in composition.AllOf) Add(part, shape, depth + 1, above);
            foreach (Schema branch in composition.AnyOf.Concat(composition.OneOf)) AddBranch(branch, shape, depth + 1, above);
            if (composition.Then is { } then) Add(then, shape, depth + 1, above);
            if (composition.Else is { } otherwise) Add(otherwise, shape, depth + 1, above);
        }

        above.Remove(schema.Id);
    }

    // A branch that says nothing of members allows any.
    private void AddBranch(Schema branch, Shape shape, int depth, HashSet<SchemaId> above)
    {
        Shape own = new();
        Add(branch, own, depth, above);
        Schema resolved = table.Follow(branch);
        bool mayBeObject = resolved.Types == SchemaTypes.None || resolved.Types.HasFlag(SchemaTypes.Object);
        shape.IsOpen |= own.IsOpen || (mayBeObject && own.Members.Values.All(schemas => schemas.Count == 0) && resolved is { Enum: null, Const: null } && resolved.Object is not { Required.IsEmpty: false });
        shape.Items.AddRange(own.Items);
        foreach ((string name, List<Schema> schemas) in own.Members)
        {
            if (!shape.Members.TryGetValue(name, out List<Schema>? all)) shape.Members.Add(name, all = []);
            all.AddRange(schemas);
        }
    }

    private sealed class Shape
    {
        public Dictionary<string, List<Schema>> Members { get; } = new(StringComparer.Ordinal);

        public List<Schema> Items { get; } = [];

        public bool IsOpen { get; set; }
    }
}
