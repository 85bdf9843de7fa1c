using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace ContractToolkit.Exchange;

/// <summary>Generates instances with one broken rule each: takes a conforming instance, walks it beside its schema, and breaks one rule at a
/// time. Every instance is proven invalid by the validator.</summary>
internal sealed class ViolationGenerator(SchemaPlans schemas, InstanceGenerator generator)
{
    private const int MaxDepth = 24;
    private const int MaxPlaces = 5_000;

    public IEnumerable<ViolatingInstance> Violate(Schema schema, GenerationOptions options)
    {
        if (generator.Generate(schema, options).Json is not { } json) yield break;
        JsonNode? root = JsonNode.Parse(json, documentOptions: new System.Text.Json.JsonDocumentOptions { MaxDepth = 512 });
        PlanEntry plan = schemas.For(schema);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((Schema part, JsonNode? node, string pointer) in Places(schema, root).Take(MaxPlaces))
        {
            foreach (Mutation mutation in Mutations(part, node, options))
            {
                string rule = mutation.Schema.Id.Value + "/" + mutation.Keyword;
                if (!seen.Add(rule + " " + mutation.Description + " " + pointer)) continue;
                if (Prove(mutation, root, pointer, plan, options.Direction) is not { } broken) continue;
                string at = mutation.Member is { } member ? JsonPointer.Append(pointer, member) : pointer;
                yield return new ViolatingInstance(broken, mutation.Keyword, at, rule, mutation.Description);
            }
        }
    }

    // The first candidate that the validator rejects.
    private static byte[]? Prove(Mutation mutation, JsonNode? root, string pointer, PlanEntry plan, Direction direction)
    {
        foreach (string candidate in mutation.Candidates)
        {
            byte[] json = Encoding.UTF8.GetBytes(Mutation.Replace(root, pointer, candidate));
            if (!plan.IsValid(json, direction)) return json;
        }

        return null;
    }

    private static IEnumerable<Mutation> Mutations(Schema schema, JsonNode? node, GenerationOptions options)
    {
        IEnumerable<Mutation> all = TypeMutations.Of(schema, node);
        if (node is JsonValue && schema.Number is { } number) all = all.Concat(NumberMutations.Of(schema, number, node));
        if (node is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String) all = all.Concat(StringMutations.Of(schema, text.GetValue<string>(), options.Seed));
        if (node is JsonArray array && schema.Array is { } items) all = all.Concat(ArrayMutations.Of(schema, items, array));
        if (node is JsonObject members && schema.Object is { } rules) all = all.Concat(ObjectMutations.Of(schema, rules, members));
        return all;
    }

    private IEnumerable<(Schema Schema, JsonNode? Node, string Pointer)> Places(Schema schema, JsonNode? node, string pointer = "", int depth = 0)
    {
        if (depth > MaxDepth) yield break;
        yield return (schema, node, pointer);
        foreach ((Schema part, JsonNode? at, string where) in Parts(schema, node, pointer))
        {
            foreach (var place in Places(part, at, where, depth + 1)) yield return place;
        }
    }

    private IEnumerable<(Schema Schema, JsonNode? Node, string Pointer)> Parts(Schema schema, JsonNode? node, string pointer)
    {
        if (schema.Reference is { } id && schemas.Table.TryGet(id, out Schema? target)) yield return (target, node, pointer);
        if (schema.Composition is { } composition)
        {
            foreach (Schema part in composition.AllOf) yield return (part, node, pointer);
            // Only the branch that the instance took is broken; whether that breaks the whole, the proof shows.
            if (Taken(composition.AnyOf, node) is { } any) yield return (any, node, pointer);
            if (Taken(composition.OneOf, node) is { } one) yield return (one, node, pointer);
        }

        if (node is JsonObject members && schema.Object is { } rules)
        {
            foreach (NamedSchema property in rules.Properties)
            {
                if (members.TryGetPropertyValue(property.Name, out JsonNode? value)) yield return (property.Schema, value, JsonPointer.Append(pointer, property.Name));
            }
        }

        if (node is JsonArray { Count: > 0 } array && schema.Array is { } items)
        {
            for (int i = 0; i < Math.Min(array.Count, items.PrefixItems.Count); i++)
            {
                yield return (items.PrefixItems[i], array[i], FormattableString.Invariant($"{pointer}/{i}"));
            }

            int rest = items.PrefixItems.Count;
            if (items.Items is { } item && rest < array.Count) yield return (item, array[rest], FormattableString.Invariant($"{pointer}/{rest}"));
        }
    }

    private Schema? Taken(EquatableArray<Schema> branches, JsonNode? node)
    {
        if (branches.IsEmpty) return null;
        byte[] json = Encoding.UTF8.GetBytes(node?.ToJsonString() ?? "null");
        return branches.FirstOrDefault(branch => schemas.For(branch).IsValid(json));
    }
}
