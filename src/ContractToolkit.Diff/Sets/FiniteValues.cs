using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Sets;

/// <summary>Schemas that have a few values only, which can simply be tried.</summary>
internal sealed class FiniteValues(SchemaTable table)
{
    private const int MaxDepth = 16;

    /// <summary>Values among which are all that the schema accepts; null where they may be too many.</summary>
    public IReadOnlyList<Value>? Of(Schema schema) => Of(schema, 0);

    private List<Value>? Of(Schema schema, int depth)
    {
        if (depth > MaxDepth) return null;
        if (schema.Const is { } constant) return [JsonText.Parse(constant.Text)];
        if (schema.Enum is { } values) return [.. values.Select(value => JsonText.Parse(value.Text))];
        if (schema.Reference is { } reference && table.TryGet(reference, out Schema? target) && Of(target, depth + 1) is { } known) return known;
        if (schema.Composition is not { } composition) return null;
        foreach (Schema part in composition.AllOf)
        {
            if (Of(part, depth + 1) is { } some) return some;
        }

        return Any(composition.AnyOf, depth) ?? Any(composition.OneOf, depth);
    }

    private List<Value>? Any(EquatableArray<Schema> branches, int depth)
    {
        if (branches.IsEmpty) return null;
        List<Value> all = [];
        foreach (Schema branch in branches)
        {
            if (Of(branch, depth + 1) is not { } some) return null;
            all.AddRange(some);
        }

        return all;
    }
}
