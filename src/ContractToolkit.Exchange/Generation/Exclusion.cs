using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>
/// Makes the other branches of a <c>oneOf</c> fail where the chosen one alone does not exclude them: a required member of the other branch stays
/// out, a member that only the other branch declares gets a value of another type, a member that both declare gets one that the other refuses,
/// at any depth. Each is a proposal, one per other branch at a time; the validator decides.
/// </summary>
internal sealed class Exclusion(GoalBuilder goals)
{
    private const int MostPerBranch = 48;
    private const int MaxDepth = 4;

    /// <summary>Applies one exclusion per other branch, chosen by the attempt (1 and up); returns the rest of the attempt.</summary>
    public int Apply(Goal goal, Choice choice, int chosen, int attempt)
    {
        var ways = new List<List<Schema>>();
        for (int i = 0; i < choice.Branches.Count; i++)
        {
            if (i == chosen) continue;
            var others = new List<Schema>();
            Collect(goal, goals.Build(choice.Branches[i]), others, 0);
            if (others.Count > 0) ways.Add(others);
        }

        if (ways.Count == 0) return attempt;
        int most = ways.Max(way => way.Count);
        int turn = attempt - 1;
        // First the nth way of every branch together, then with a shift between them.
        for (int i = 0; i < ways.Count; i++) goals.Merge(goal, ways[i][(turn + (i * (turn / most))) % ways[i].Count]);
        return attempt / (most + 1);
    }

    private void Collect(Goal own, Goal other, List<Schema> ways, int depth)
    {
        foreach (string name in other.Objects.SelectMany(rules => rules.Required).Distinct())
        {
            bool needed = own.Objects.Exists(rules => rules.Required.Contains(name)) || own.Discriminated.Exists(member => member.Key == name);
            if (!needed) ways.Add(Object(name, new Schema { Id = new SchemaId(""), Always = false }, required: false));
        }

        foreach (NamedSchema property in other.Objects.SelectMany(rules => rules.Properties))
        {
            List<Schema> declared = [.. own.Objects.SelectMany(rules => rules.Properties).Where(mine => mine.Name == property.Name).Select(mine => mine.Schema)];
            if (declared.Count == 0) AddOtherType(property, ways);
            else if (ways.Count < MostPerBranch) CollectShared(property, goals.Build(declared), ways, depth);
        }

        CollectBelow(own, other, ways, depth);
        // Values that are no objects are told apart by what "not" can say of them.
        if (depth == 0 && other.Objects.Count == 0 && other.Arrays.Count == 0) ways.AddRange(Negations(own, other));
    }

    private void AddOtherType(NamedSchema property, List<Schema> ways)
    {
        if (OtherType(goals.Build(property.Schema)) is { } type) ways.Add(Object(property.Name, new Schema { Id = new SchemaId(""), Types = type }, required: true));
    }

    private void CollectShared(NamedSchema property, Goal mine, List<Schema> ways, int depth)
    {
        Goal theirs = goals.Build(property.Schema);
        foreach (Schema negation in Negations(mine, theirs)) ways.Add(Object(property.Name, negation, required: true));
        // Lists of different things are told apart by their first thing only.
        if (theirs.Types.HasFlag(SchemaTypes.Array) && theirs.IsTyped) ways.Add(Object(property.Name, NotEmpty(new ArrayRules { MinItems = 1 }), required: true));
        if (depth >= MaxDepth) return;
        var inner = new List<Schema>();
        Collect(mine, theirs, inner, depth + 1);
        ways.AddRange(inner.Select(way => Object(property.Name, way, required: true)));
    }

    // Lists and maps, by what their values may be.
    private void CollectBelow(Goal own, Goal other, List<Schema> ways, int depth)
    {
        CollectValues([.. own.Arrays.Select(rules => rules.Items)], [.. other.Arrays.Select(rules => rules.Items)], way => NotEmpty(new ArrayRules { MinItems = 1, Items = way }), ways, depth);
        CollectValues([.. own.Objects.Select(rules => rules.AdditionalProperties)], [.. other.Objects.Select(rules => rules.AdditionalProperties)], way => Object("key1", way, required: true), ways, depth);
    }

    private void CollectValues(List<Schema?> own, List<Schema?> other, Func<Schema, Schema> place, List<Schema> ways, int depth)
    {
        List<Schema> mine = [.. own.OfType<Schema>()];
        List<Schema> theirs = [.. other.OfType<Schema>()];
        if (theirs.Count == 0 || depth >= MaxDepth || ways.Count >= MostPerBranch) return;
        var inner = new List<Schema>(Negations(goals.Build(mine), goals.Build(theirs)));
        Collect(goals.Build(mine), goals.Build(theirs), inner, depth + 1);
        ways.AddRange(inner.Select(place));
    }

    // What the other refuses by type, by its values, or by its format, in words that the generator follows.
    private static IEnumerable<Schema> Negations(Goal own, Goal other)
    {
        SchemaTypes left = own.Types & ~other.Types;
        if (left != 0) yield return new Schema { Id = new SchemaId(""), Types = left };
        if (other.Allowed is { Count: > 0 } values && !Equals(own.Allowed, other.Allowed))
        {
            yield return new Schema { Id = new SchemaId(""), Composition = new Composition { Not = new Schema { Id = new SchemaId(""), Enum = [.. values] } } };
        }

        bool formats = other.Formats.Exists(format => !own.Formats.Contains(format)) && other.Types.HasFlag(SchemaTypes.String) && own.Types.HasFlag(SchemaTypes.String);
        // No format that is checked allows this text.
        if (formats && own.Allowed is null && own.Formats.Count == 0) yield return new Schema { Id = new SchemaId(""), Const = JsonValues.StringLiteral("~ text ~") };
    }

    private static Schema Object(string name, Schema member, bool required) => new()
    {
        Id = new SchemaId(""),
        Object = new ObjectRules { Properties = [new NamedSchema(name, member)], Required = required ? [name] : [] },
    };

    private static Schema NotEmpty(ArrayRules rules) => new() { Id = new SchemaId(""), Types = SchemaTypes.Array, Array = rules };

    // A type that the goal does not allow; null where it allows all or can't be seen through.
    private static SchemaTypes? OtherType(Goal goal)
    {
        if (!goal.IsTyped) return null;
        SchemaTypes allowed = goal.Types;
        SchemaTypes[] candidates = [SchemaTypes.Boolean, SchemaTypes.Integer, SchemaTypes.String, SchemaTypes.Array];
        return Array.Find(candidates, type => !allowed.HasFlag(type) && !(type == SchemaTypes.Integer && allowed.HasFlag(SchemaTypes.Number))) is var found and not SchemaTypes.None
            ? found : null;
    }
}
