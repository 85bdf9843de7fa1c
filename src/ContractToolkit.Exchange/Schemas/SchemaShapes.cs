using System.Collections.Concurrent;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Looks through references and combinations at what a schema says about types, members and items. Text that has no types of its
/// own (parameters, forms) is read by it. It only guides; the validator decides.</summary>
internal sealed class SchemaShapes(SchemaTable table)
{
    private const SchemaTypes AllTypes = SchemaTypes.Null | SchemaTypes.Boolean | SchemaTypes.Integer | SchemaTypes.Number
        | SchemaTypes.String | SchemaTypes.Array | SchemaTypes.Object;

    private const int MaxDepth = 24;
    private readonly ConcurrentDictionary<Schema, SchemaTypes> types = new(ReferenceEqualityComparer.Instance);

    /// <summary>The types that the schema may allow; all of them where it says nothing.</summary>
    public SchemaTypes Types(Schema? schema)
    {
        if (schema is null) return AllTypes;
        if (schema.Reference is null && schema.Composition is null) return Own(schema);
        return types.GetOrAdd(schema, _ => Types(schema, 0));
    }

    /// <summary>The schema of the item at an index; null where the schema says nothing about it.</summary>
    public Schema? Item(Schema? schema, int index) => Find(schema, s => ItemOf(s, index), 0);

    /// <summary>The schema of a member; null where the schema says nothing about it.</summary>
    public Schema? Property(Schema? schema, string name) =>
        Find(schema, s => Declared(s, name), 0) ?? Find(schema, s => s.Object?.AdditionalProperties, 0);

    /// <summary>Whether members that are not declared are welcome by an explicit <c>additionalProperties</c> or <c>patternProperties</c>.</summary>
    public bool IsMap(Schema? schema) =>
        Find(schema, s => s.Object?.AdditionalProperties is { Always: not false } any ? any
            : s.Object is { PatternProperties.IsEmpty: false } patterns ? patterns.PatternProperties[0].Schema : null, 0) is not null;

    /// <summary>The names of all declared members, each once, in document order.</summary>
    public IReadOnlyList<string> PropertyNames(Schema? schema)
    {
        var names = new List<string>();
        Collect(schema, names, 0);
        return names;
    }

    /// <summary>The first declared format, content encoding aside; null where there is none.</summary>
    public string? Format(Schema? schema) => FindText(schema, s => s.Format, 0);

    /// <summary>Whether the value is bytes rather than text: <c>format: binary</c>, or a content media type without an encoding.</summary>
    public bool IsBinary(Schema? schema) =>
        schema is not null && (Format(schema) is "binary"
            || FindText(schema, s => s.String is { ContentMediaType: { } media, ContentEncoding: null } ? media : null, 0) is not null);

    private static Schema? ItemOf(Schema schema, int index)
    {
        if (schema.Array is not { } rules) return null;
        return index < rules.PrefixItems.Count ? rules.PrefixItems[index] : rules.Items;
    }

    private static Schema? Declared(Schema schema, string name)
    {
        if (schema.Object is not { } rules) return null;
        foreach (NamedSchema property in rules.Properties)
        {
            if (property.Name == name) return property.Schema;
        }

        return null;
    }

    private static SchemaTypes Own(Schema schema)
    {
        SchemaTypes own = schema.Types == SchemaTypes.None ? AllTypes : schema.Types;
        if (own.HasFlag(SchemaTypes.Number)) own |= SchemaTypes.Integer;
        if (schema.Enum is { } values) own &= KindsOf(values);
        if (schema.Const is { } only) own &= KindOf(only);
        return own;
    }

    private static SchemaTypes KindsOf(EquatableArray<JsonLiteral> values)
    {
        SchemaTypes kinds = SchemaTypes.None;
        foreach (JsonLiteral value in values) kinds |= KindOf(value);
        return kinds;
    }

    private static SchemaTypes KindOf(JsonLiteral value) => value.Kind switch
    {
        JsonKind.Null => SchemaTypes.Null,
        JsonKind.Boolean => SchemaTypes.Boolean,
        JsonKind.Number => SchemaTypes.Integer | SchemaTypes.Number,
        JsonKind.String => SchemaTypes.String,
        JsonKind.Array => SchemaTypes.Array,
        _ => SchemaTypes.Object,
    };

    private SchemaTypes Types(Schema schema, int depth)
    {
        SchemaTypes result = Own(schema);
        if (depth > MaxDepth) return result;
        if (schema.Reference is { } id && table.TryGet(id, out Schema? target)) result &= Types(target, depth + 1);
        if (schema.Composition is not { } composition) return result;
        foreach (Schema part in composition.AllOf) result &= Types(part, depth + 1);
        if (!composition.AnyOf.IsEmpty) result &= Union(composition.AnyOf, depth);
        if (!composition.OneOf.IsEmpty) result &= Union(composition.OneOf, depth);
        return result;
    }

    private SchemaTypes Union(EquatableArray<Schema> branches, int depth)
    {
        SchemaTypes union = SchemaTypes.None;
        foreach (Schema branch in branches) union |= Types(branch, depth + 1);
        return union;
    }

    private IEnumerable<Schema> Parts(Schema schema)
    {
        if (schema.Reference is { } id && table.TryGet(id, out Schema? target)) yield return target;
        if (schema.Composition is not { } composition) yield break;
        foreach (Schema part in composition.AllOf) yield return part;
        foreach (Schema part in composition.AnyOf) yield return part;
        foreach (Schema part in composition.OneOf) yield return part;
        if (composition.Then is { } then) yield return then;
        if (composition.Else is { } otherwise) yield return otherwise;
    }

    private Schema? Find(Schema? schema, Func<Schema, Schema?> find, int depth)
    {
        if (schema is null || depth > MaxDepth) return null;
        return find(schema) ?? Parts(schema).Select(part => Find(part, find, depth + 1)).FirstOrDefault(found => found is not null);
    }

    private string? FindText(Schema? schema, Func<Schema, string?> find, int depth)
    {
        if (schema is null || depth > MaxDepth) return null;
        return find(schema) ?? Parts(schema).Select(part => FindText(part, find, depth + 1)).FirstOrDefault(found => found is not null);
    }

    private void Collect(Schema? schema, List<string> names, int depth)
    {
        if (schema is null || depth > MaxDepth) return;
        if (schema.Object is { } rules)
        {
            foreach (NamedSchema property in rules.Properties)
            {
                if (!names.Contains(property.Name)) names.Add(property.Name);
            }
        }

        foreach (Schema part in Parts(schema)) Collect(part, names, depth + 1);
    }
}
