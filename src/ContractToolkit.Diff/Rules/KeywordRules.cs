namespace ContractToolkit.Diff.Rules;

/// <summary>
/// The rules about schema keywords: place × keyword × action. The matrix is regular, so it is made from one row per keyword.
/// </summary>
internal static class KeywordRules
{
    private const string Compatible = "!The opposite breaks nobody, and is reported keyword by keyword.";
    private const string Symmetric = "It is its own opposite.";

    // Names of oasdiff's catalogue that do not follow the pattern.
    private static readonly Dictionary<string, string> Published = new(StringComparer.Ordinal)
    {
        ["response-body-enum-value-removed"] = "response-mediatype-enum-value-removed",
        ["request-body-type-specialized"] = "request-body-type-changed",
        ["request-property-type-specialized"] = "request-property-type-changed",
        ["request-parameter-type-specialized"] = "request-parameter-type-changed",
    };

    private static readonly (string Keyword, Action[] Actions)[] Rows =
    [
        ("type", [new("changed", Effect.Alters), new("compatible", Effect.None), new("generalized", Effect.Widens, "specialized"), new("specialized", Effect.Narrows, "generalized")]),
        ("list-of-types", [new("widened", Effect.Widens, "narrowed"), new("narrowed", Effect.Narrows, "widened")]),
        ("became", [new("nullable", Effect.Widens, "not-nullable"), new("not-nullable", Effect.Narrows, "nullable"),
            new("enum", Effect.Narrows, "not-enum"), new("not-enum", Effect.Widens, "enum")]),
        ("enum-value", [new("added", Effect.Widens, "removed"), new("removed", Effect.Narrows, "added")]),
        ("const", AddedRemovedChanged()),
        ("max", Bound(upper: true)),
        ("min", Bound(upper: false)),
        ("exclusive-max", Bound(upper: true)),
        ("exclusive-min", Bound(upper: false)),
        ("multiple-of", AddedRemovedChanged()),
        ("max-length", Bound(upper: true)),
        ("min-length", Bound(upper: false)),
        ("pattern", [.. AddedRemovedChanged(), new("generalized", Effect.Widens, "!A pattern that became narrower is reported as changed.", Travel.Request)]),
        ("max-items", Bound(upper: true)),
        ("min-items", Bound(upper: false)),
        ("unique-items", AddedRemoved()),
        ("items", AddedRemoved()),
        ("prefix-items", AddedRemoved()),
        ("contains", AddedRemovedChanged()),
        ("max-contains", Bound(upper: true)),
        ("min-contains", [new("increased", Effect.Narrows, "decreased"), new("decreased", Effect.Widens, "increased")]),
        ("unevaluated-items", AddedRemovedChanged()),
        ("max-properties", Bound(upper: true)),
        ("min-properties", Bound(upper: false)),
        ("additional-properties", [new("forbidden", Effect.Narrows, "allowed"), new("allowed", Effect.Widens, "forbidden"), new("restricted", Effect.Narrows, "unrestricted"), new("unrestricted", Effect.Widens, "restricted")]),
        ("pattern-property", AddedRemoved()),
        ("property-names", AddedRemovedChanged()),
        ("dependent-required", AddedRemovedChanged()),
        ("dependent-schema", AddedRemoved()),
        ("unevaluated-properties", AddedRemovedChanged()),
        ("all-of", AddedRemoved()),
        ("any-of", [.. Branches(), new("set", Effect.Narrows, "unset"), new("unset", Effect.Widens, "set")]),
        ("one-of", [.. Branches(), new("changed", Effect.Alters), new("set", Effect.Narrows, "unset"), new("unset", Effect.Widens, "set")]),
        ("wrapped-in", [new("one-of", Effect.Widens, "!oneOf or anyOf unwrapped is reported as the branches that were removed.")]),
        ("not", AddedRemovedChanged()),
        ("if", AddedRemovedChanged()),
        ("then", AddedRemovedChanged()),
        ("else", AddedRemovedChanged()),
        ("reference", [new("changed", Effect.Alters)]),
        ("values", [new("narrowed", Effect.Narrows, Compatible, Travel.Request), new("widened", Effect.Widens, Compatible, Travel.Response)]),
        ("content-schema", [new("added", Effect.Narrows, "removed"), new("removed", Effect.Widens, "added")]),
        ("content-media-type", [new("changed", Effect.Alters)]),
        ("content-encoding", [new("changed", Effect.Alters)]),
        ("x-extensible-enum-value", [new("removed", Effect.Narrows, "added"), new("added", Effect.None, "removed")]),
        ("default-value", [new("added", Effect.None, "removed"), new("removed", Effect.None, "added"), new("changed", Effect.None)]),
        ("discriminator", [new("added", Effect.None, "removed"), new("removed", Effect.None, "added"), new("property-name-changed", Effect.None),
            new("mapping-added", Effect.None, "mapping-deleted"), new("mapping-deleted", Effect.None, "mapping-added"), new("mapping-changed", Effect.None)]),
        ("all-of-added", [new("annotation-only", Effect.None, "!Its opposite is all-of-removed-annotation-only.")]),
        ("all-of-removed", [new("annotation-only", Effect.None, "!Its opposite is all-of-added-annotation-only.")]),
    ];

    private static readonly Dictionary<string, Effect> Effects =
        Rows.SelectMany(row => row.Actions.Select(action => (Id: row.Keyword + "-" + action.Name, action.Effect))).ToDictionary(each => each.Id, each => each.Effect, StringComparer.Ordinal);

    /// <summary>All rules of the matrix.</summary>
    public static IEnumerable<DiffRule> All()
    {
        foreach (SchemaPlace place in SchemaPlaces.All)
        {
            foreach ((string keyword, Action[] actions) in Rows)
            {
                foreach (Action action in actions.Where(action => action.Only is Travel.None || action.Only == place.Direction()))
                {
                    string id = Id(place, keyword + "-" + action.Name);
                    if (id != place.Prefix() + "-" + keyword + "-" + action.Name && id.EndsWith("type-changed", StringComparison.Ordinal)) continue;
                    yield return Rule(place, keyword, action, id);
                }
            }
        }
    }

    /// <summary>What an action of a keyword is to do to the set of values.</summary>
    public static Effect EffectOf(string action) => Effects[action];

    /// <summary>The id of the rule for an action at a place.</summary>
    public static string Id(SchemaPlace place, string action)
    {
        string regular = place.Prefix() + "-" + action;
        return Published.TryGetValue(regular, out string? published) ? published : regular;
    }

    private static DiffRule Rule(SchemaPlace place, string keyword, Action action, string id)
    {
        FindingLevel level = place.Direction() == Travel.Request && place.IsRoot() && place == SchemaPlace.RequestParameter && keyword == "default-value"
            ? FindingLevel.Error : place.Level(action.Effect);
        string title = $"{place.Words()}: {keyword.Replace('-', ' ')} {action.Name.Replace('-', ' ')}";
        if (action.Mirror is not { } mirror) return new(id, level, place.Direction(), title, NoMirror: Symmetric);
        return mirror[0] == '!'
            ? new(id, level, place.Direction(), title, NoMirror: mirror.Substring(1))
            : new(id, level, place.Direction(), title, Id(place, keyword + "-" + mirror));
    }

    private static Action[] AddedRemoved() => [new("added", Effect.Narrows, "removed"), new("removed", Effect.Widens, "added")];

    private static Action[] AddedRemovedChanged() => [.. AddedRemoved(), new("changed", Effect.Alters)];

    private static Action[] Branches() => [new("added", Effect.Widens, "removed"), new("removed", Effect.Narrows, "added")];

    private static Action[] Bound(bool upper) =>
    [
        new("set", Effect.Narrows, "unset"),
        new("unset", Effect.Widens, "set"),
        new("increased", upper ? Effect.Widens : Effect.Narrows, "decreased"),
        new("decreased", upper ? Effect.Narrows : Effect.Widens, "increased"),
    ];

    /// <param name="Name">The end of the id.</param>
    /// <param name="Effect">What it does to the set of values.</param>
    /// <param name="Mirror">The name of the opposite action; the reason after "!" where there is none; null where it is its own.</param>
    /// <param name="Only">The way that values travel at the places where it is told; <see cref="Travel.None"/> stands for all.</param>
    private sealed record Action(string Name, Effect Effect, string? Mirror = null, Travel Only = Travel.None);
}
