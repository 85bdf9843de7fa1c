using System.Collections.Concurrent;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Merges schemas into goals.</summary>
internal sealed class GoalBuilder(SchemaTable table)
{
    private const int MaxDepth = 64;
    private readonly ConcurrentDictionary<Schema, Goal> cache = new(ReferenceEqualityComparer.Instance);

    /// <summary>The goal of schemas that hold together. The goal is shared: clone it before changing it.</summary>
    public Goal Build(IReadOnlyList<Schema> schemas)
    {
        if (schemas.Count == 1) return Build(schemas[0]);
        var goal = new Goal();
        foreach (Schema schema in schemas) Merge(goal, schema);
        return goal;
    }

    /// <summary>The goal of one schema; shared.</summary>
    public Goal Build(Schema schema)
    {
        if (cache.TryGetValue(schema, out Goal? known)) return known;
        var goal = new Goal();
        Merge(goal, schema);
        return schema.Id.Value.Length > 0 ? cache.GetOrAdd(schema, goal) : goal;
    }

    /// <summary>Adds what a schema asks.</summary>
    public void Merge(Goal goal, Schema schema) => Merge(goal, schema, schema.Reference ?? schema.Id, 0);

    /// <summary>Adds what the alternative asks that was chosen.</summary>
    public void Merge(Goal goal, Choice choice, int branch)
    {
        foreach (Schema schema in choice.Branches[branch]) Merge(goal, schema);
        if (choice.Discriminator is { } discriminator && choice.Branches[branch] is [{ Reference: { } target }, ..])
        {
            goal.Discriminated.Insert(0, new(discriminator.Property, ValueFor(discriminator, target)));
        }
    }

    private static JsonLiteral ValueFor(Discriminator discriminator, SchemaId target)
    {
        DiscriminatorMapping? mapping = discriminator.Mapping.FirstOrDefault(m => m.Target == target);
        return JsonValues.StringLiteral(mapping?.Value ?? target.Name);
    }

    private void Merge(Goal goal, Schema schema, SchemaId derived, int depth)
    {
        if (depth > MaxDepth) return;
        if (schema.Always is { } always)
        {
            goal.IsImpossible |= !always;
            return;
        }

        MergeReference(goal, schema.Reference ?? schema.DynamicReference?.Initial, derived, depth);
        MergeTypes(goal, schema);
        if (schema.Notes is { } notes)
        {
            goal.Samples.AddRange(notes.Examples);
            if (notes.Default is { } value) goal.Samples.Add(value);
        }

        if (schema.Format is { } format && !goal.Formats.Contains(format)) goal.Formats.Add(format);
        if (schema.Number is { } number) goal.Numbers.Add(number);
        if (schema.String is { } text) goal.Strings.Add(text);
        if (schema.Array is { } array) goal.Arrays.Add(array);
        if (schema.Object is { } members) goal.Objects.Add(members);
        MergeComposition(goal, schema, derived, depth);
    }

    private void MergeReference(Goal goal, SchemaId? reference, SchemaId derived, int depth)
    {
        if (reference is not { } id || goal.Sources.Contains(id) || !table.TryGet(id, out Schema? target)) return;
        goal.Sources.Add(id);
        Merge(goal, target, depth == 0 ? id : derived, depth + 1);
    }

    private static void MergeTypes(Goal goal, Schema schema)
    {
        if (schema.Types != SchemaTypes.None)
        {
            SchemaTypes types = schema.Types.HasFlag(SchemaTypes.Number) ? schema.Types | SchemaTypes.Integer : schema.Types;
            goal.Types &= types;
            goal.IsTyped = true;
        }

        if (schema.Enum is { } values) Allow(goal, values);
        if (schema.Const is { } only) Allow(goal, [only]);
    }

    private static void Allow(Goal goal, EquatableArray<JsonLiteral> values)
    {
        goal.IsTyped = true;
        goal.Allowed = goal.Allowed is null ? [.. values] : goal.Allowed.FindAll(known => values.Any(value => Same(known, value)));
        goal.IsImpossible |= goal.Allowed.Count == 0;
    }

    private static bool Same(JsonLiteral a, JsonLiteral b) => a == b || JsonValues.ScalarEquals(a, b);

    private void MergeComposition(Goal goal, Schema schema, SchemaId derived, int depth)
    {
        if (schema.Discriminator is { } own && schema.Composition is null or { AnyOf.IsEmpty: true, OneOf.IsEmpty: true })
        {
            goal.Discriminated.Add(new(own.Property, ValueFor(own, derived)));
        }

        if (schema.Composition is not { } composition) return;
        foreach (Schema part in composition.AllOf) Merge(goal, part, derived, depth + 1);
        if (!composition.AnyOf.IsEmpty) goal.Choices.Add(Alternatives(composition.AnyOf, schema.Discriminator));
        if (!composition.OneOf.IsEmpty) goal.Choices.Add(Alternatives(composition.OneOf, schema.Discriminator, exclusive: true));
        if (composition.Not is { } not) Exclude(goal, not);
        if (composition.If is { } condition) goal.Choices.Add(Conditional(condition, composition));
    }

    private static Choice Alternatives(EquatableArray<Schema> branches, Discriminator? discriminator, bool exclusive = false) =>
        new(branches.Select(branch => (IReadOnlyList<Schema>)[branch]).ToArray(), discriminator, exclusive);

    // Either the condition holds and "then" with it, or "else" holds and the check will tell whether the condition fails as it must.
    private static Choice Conditional(Schema condition, Composition composition) => new(
    [
        composition.Then is { } then ? [condition, then] : [condition],
        [.. composition.Else is { } otherwise ? [otherwise] : Array.Empty<Schema>(), Negation(condition)],
    ]);

    private static Schema Negation(Schema schema) =>
        new() { Id = new SchemaId(""), Resource = schema.Resource, Dialect = schema.Dialect, Composition = new Composition { Not = schema } };

    // The common forms of "not" narrow the goal; for any other the check decides.
    private void Exclude(Goal goal, Schema not)
    {
        not = table.Follow(not);
        if (not.Always == true) goal.IsImpossible = true;
        if (not.Enum is { } values) goal.Denied.AddRange(values);
        if (not.Const is { } value) goal.Denied.Add(value);
        bool onlyTypes = not.Types != SchemaTypes.None && not is { Enum: null, Const: null, Object: null, Array: null, String: null, Number: null, Composition: null, Format: null };
        if (onlyTypes) goal.Types &= ~not.Types;
        if (not.Object is { Required.Count: 1 } members && not is { Composition: null })
        {
            if (members.Properties.IsEmpty) goal.Excluded.Add(members.Required[0]);
            else if (members.Properties.Count == 1 && members.Properties[0].Name == members.Required[0])
            {
                goal.Choices.Add(new Choice([[NotMember(members)], [Without(members)]]));
            }
        }

        if (not.Composition is { AnyOf.IsEmpty: false } any && not is { Object: null, Types: SchemaTypes.None })
        {
            foreach (Schema branch in any.AnyOf) Exclude(goal, branch);
        }
    }

    private static Schema NotMember(ObjectRules members) => new()
    {
        Id = new SchemaId(""),
        Object = new ObjectRules { Properties = [new NamedSchema(members.Properties[0].Name, Negation(members.Properties[0].Schema))] },
    };

    private static Schema Without(ObjectRules members) => new()
    {
        Id = new SchemaId(""),
        Object = new ObjectRules { Properties = [new NamedSchema(members.Required[0], new Schema { Id = new SchemaId(""), Always = false })] },
    };
}
