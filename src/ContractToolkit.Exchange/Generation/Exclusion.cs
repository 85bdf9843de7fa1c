using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Makes the other branches of a <c>oneOf</c> fail where the chosen one alone does not exclude them: a member that only the other
/// branch declares gets a value of another type, or a required member of the other branch stays out.</summary>
internal static class Exclusion
{
    /// <summary>Applies one exclusion, chosen by the attempt; returns the rest of the attempt.</summary>
    public static int Apply(Goal goal, GoalBuilder goals, Choice choice, int chosen, int attempt)
    {
        var exclusions = new List<ObjectRules>();
        for (int i = 0; i < choice.Branches.Count; i++)
        {
            if (i != chosen) Collect(goal, goals.Build(choice.Branches[i]), exclusions);
        }

        if (exclusions.Count == 0) return attempt;
        goal.Objects.Add(exclusions[(attempt - 1) % exclusions.Count]);
        return attempt / (exclusions.Count + 1);
    }

    private static void Collect(Goal goal, Goal other, List<ObjectRules> exclusions)
    {
        foreach (NamedSchema property in other.Objects.SelectMany(rules => rules.Properties))
        {
            bool shared = goal.Objects.Exists(rules => rules.Properties.Any(own => own.Name == property.Name));
            if (shared && property.Schema.Types.HasFlag(SchemaTypes.Array)) exclusions.Add(NotEmpty(property.Name));
            if (shared || OtherType(property.Schema) is not { } type) continue;
            exclusions.Add(new ObjectRules
            {
                Properties = [new NamedSchema(property.Name, new Schema { Id = new SchemaId(""), Types = type })],
                Required = [property.Name],
            });
        }

        foreach (string name in other.Objects.SelectMany(rules => rules.Required))
        {
            if (goal.Objects.Exists(rules => rules.Required.Contains(name))) continue;
            exclusions.Add(new ObjectRules { Properties = [new NamedSchema(name, new Schema { Id = new SchemaId(""), Always = false })] });
        }
    }

    // Lists of different things are told apart by their first thing only.
    private static ObjectRules NotEmpty(string name) => new()
    {
        Properties = [new NamedSchema(name, new Schema { Id = new SchemaId(""), Types = SchemaTypes.Array, Array = new ArrayRules { MinItems = 1 } })],
        Required = [name],
    };

    // A type that the schema does not allow; null where it allows all or can't be seen through.
    private static SchemaTypes? OtherType(Schema schema)
    {
        if (schema.Types == SchemaTypes.None) return null;
        SchemaTypes[] candidates = [SchemaTypes.Boolean, SchemaTypes.Integer, SchemaTypes.String, SchemaTypes.Array];
        return Array.Find(candidates, type => !schema.Types.HasFlag(type) && !(type == SchemaTypes.Integer && schema.Types.HasFlag(SchemaTypes.Number))) is var found and not SchemaTypes.None
            ? found : null;
    }
}
