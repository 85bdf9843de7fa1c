using ContractToolkit.Diff.Sets.Patterns;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Sets;

/// <summary>Translates the schemas of one side into formulas. References stay references, so that cyclic schemas end.</summary>
/// <param name="pool">Makes the formulas.</param>
/// <param name="side">The side, as <see cref="SchemaKey.Side"/>.</param>
/// <param name="sender">Whether the schemas say what a sender sends.</param>
/// <param name="table">The schemas of the side.</param>
/// <param name="options">What is asserted.</param>
/// <param name="shared">Tells the schemas that are the same on both sides.</param>
internal sealed class SchemaFormulas(
    FormulaPool pool, int side, bool sender, SchemaTable table, ContainmentOptions options, Func<SchemaId, bool> shared)
{
    private const int AllKinds = (1 << 6) - 1;
    private readonly Dictionary<SchemaId, Formula> named = [];
    private readonly Dictionary<Schema, Formula> translated = new(ByReference<Schema>.Comparer);
    private readonly Disjointness disjointness = new(table);
    private readonly Schemas.DeclaredNames names = new(table);
    private readonly PatternSet patterns = new(pool.Languages);
    private readonly Constants constants = new(pool);
    private readonly Dictionary<string, bool> knownFormats = new(StringComparer.Ordinal);

    /// <summary>The formula of the schema that a reference leads to.</summary>
    public Formula Resolve(SchemaId id)
    {
        if (!named.TryGetValue(id, out Formula? formula))
        {
            formula = Lookup(id);
            named[id] = formula;
        }

        return formula;
    }

    private Formula Lookup(SchemaId id)
    {
        try
        {
            if (table.TryGet(id, out Schema? schema)) return Translate(schema);
        }
        catch (NotSupportedException)
        {
            // A number with an absurd exponent: nobody knows this schema's values.
        }

        return pool.Atom(new Constraint.Opaque("$ref " + side + id.Value));
    }

    /// <summary>The values that a schema accepts.</summary>
    public Formula Translate(Schema schema)
    {
        if (!translated.TryGetValue(schema, out Formula? formula))
        {
            formula = Make(schema);
            translated.Add(schema, formula);
        }

        return formula;
    }

    private Formula Make(Schema schema)
    {
        if (schema.Always == false) return pool.False;
        List<Formula> parts = [];
        if (sender) parts.Add(pool.Atom(Declared(schema.Object)));
        if (schema.Reference is { } reference) parts.Add(Reference(reference));
        if (schema.DynamicReference is { } dynamic) parts.Add(Dynamic(dynamic));
        if (schema.Types != SchemaTypes.None) parts.Add(Types(schema.Types));
        if (sender && (schema.Types & (SchemaTypes.Integer | SchemaTypes.Number)) == SchemaTypes.Integer) parts.AddRange(Usual(schema));
        if (schema.Enum is { } values) parts.Add(constants.OneOf(Values(values), sender));
        if (schema.Const is { } constant) parts.Add(constants.OneOf([JsonText.Parse(constant.Text)], sender));
        if (schema.Number is { } number) parts.AddRange(Number(number));
        if (schema.String is { } text) parts.AddRange(Text(text));
        if (Schemas.WrittenBytes.Format(schema) is { } format && options.CheckFormat is not null) parts.Add(Format(format));
        if (schema.Array is { } array) parts.AddRange(Array(array));
        if (schema.Object is { } members) parts.AddRange(Object(members));
        if (schema.Composition is { } composition) parts.AddRange(Compose(composition));
        if (schema.Array?.UnevaluatedItems is not null || schema.Object?.UnevaluatedProperties is not null)
        {
            parts.Add(new Unevaluated(pool, side, table, patterns, this).Translate(schema));
        }

        return pool.And(parts);
    }

    /// <summary>The names that a pattern of <c>patternProperties</c> finds.</summary>
    public Language PatternNames(string pattern) => patterns.Search(pattern, out _);

    private Formula Dynamic(DynamicReference reference)
    {
        int declared = reference.Anchor is null ? 0
            : table.Resources.Sum(resource => resource.DynamicAnchors.Count(anchor => anchor.Name == reference.Anchor));
        return declared > 1
            ? pool.Atom(new Constraint.Opaque("$dynamicRef " + side + reference.Initial.Value))
            : Reference(reference.Initial);
    }

    private Formula Reference(SchemaId id) => pool.Reference(new SchemaKey(shared(id) ? SchemaKey.Shared : side, id, sender));

    private Constraint.Declared Declared(ObjectRules? rules)
    {
        LanguagePool languages = pool.Languages;
        if (rules is null) return new([], languages.Nothing);
        List<string> known = [.. rules.Properties.Where(property => !IsHidden(property.Schema)).Select(property => property.Name)];
        known.AddRange(rules.Required.Where(name => !known.Contains(name) && !IsHidden(rules, name)));
        bool map = rules.AdditionalProperties is { Always: null } || rules.UnevaluatedProperties is { Always: null };
        return new(known.ToEquatableArray(), map ? languages.Everything
            : languages.Or([.. rules.PatternProperties.Select(property => patterns.Search(property.Name, out _))]));
    }

    // Branches of anyOf may hold together, so a sender may combine their members.
    private Constraint.Declared Combined(EquatableArray<Schema> branches) =>
        new(branches.SelectMany(branch => names.Of(branch).Concat(table.Follow(branch).Object?.Required ?? default)).Distinct().ToEquatableArray(), pool.Languages.Nothing);

    private bool IsHidden(ObjectRules rules, string name) => rules.Properties.Any(property => property.Name == name && IsHidden(property.Schema));

    private Formula Types(SchemaTypes types)
    {
        int kinds = 0;
        if ((types & SchemaTypes.Null) != 0) kinds |= 1 << (int)ValueKind.Null;
        if ((types & SchemaTypes.Boolean) != 0) kinds |= 1 << (int)ValueKind.Boolean;
        if ((types & (SchemaTypes.Number | SchemaTypes.Integer)) != 0) kinds |= 1 << (int)ValueKind.Number;
        if ((types & SchemaTypes.String) != 0) kinds |= 1 << (int)ValueKind.String;
        if ((types & SchemaTypes.String) != 0 && options.TextValues) kinds |= (1 << (int)ValueKind.Number) | (1 << (int)ValueKind.Boolean);
        if ((types & SchemaTypes.Array) != 0) kinds |= 1 << (int)ValueKind.Array;
        if ((types & SchemaTypes.Object) != 0) kinds |= 1 << (int)ValueKind.Object;
        bool integers = (types & SchemaTypes.Integer) != 0 && (types & SchemaTypes.Number) == 0
            && !(options.TextValues && (types & SchemaTypes.String) != 0);
        return kinds == AllKinds && !integers ? pool.True : pool.Atom(new Constraint.OfKind(kinds, integers));
    }

    // What a sender calls an integer fits into 64 bits, unless it says otherwise: beyond them software does not agree on integers (RFC 8259, section 6).
    private IEnumerable<Formula> Usual(Schema schema)
    {
        if (schema.Enum is not null || schema.Const is not null) yield break;
        if (schema.Number is not { Minimum.IsEmpty: false }) yield return pool.Atom(new Constraint.Bound(Rational.Of(long.MinValue), Exclusive: false, Upper: false));
        if (schema.Number is not { Maximum.IsEmpty: false }) yield return pool.Atom(new Constraint.Bound(Rational.Of(long.MaxValue), Exclusive: false, Upper: true));
    }

    private IEnumerable<Formula> Number(NumberRules rules)
    {
        foreach (NumberBound bound in rules.Minimum) yield return pool.Atom(new Constraint.Bound(Rational.Parse(bound.Value), bound.Exclusive, Upper: false));
        foreach (NumberBound bound in rules.Maximum) yield return pool.Atom(new Constraint.Bound(Rational.Parse(bound.Value), bound.Exclusive, Upper: true));
        if (rules.MultipleOf is { } divisor) yield return pool.Atom(new Constraint.Multiple(Rational.Parse(divisor)));
    }

    private IEnumerable<Formula> Text(StringRules rules)
    {
        if (rules.MinLength is > 0 || rules.MaxLength is not null) yield return pool.Atom(new Constraint.Length(rules.MinLength ?? 0, rules.MaxLength ?? -1));
        if (rules.Pattern is not { } pattern) yield break;
        Language language = patterns.Search(pattern, out bool regular);
        yield return regular ? pool.Atom(new Constraint.Text(language)) : pool.Atom(new Constraint.Format("pattern " + pattern));
    }

    // A format that nobody knows is an annotation.
    private Formula Format(string name)
    {
        if (Formats.IsForNumbers(name)) return Formats.Number(pool, name);
        if (!knownFormats.TryGetValue(name, out bool isKnown)) knownFormats.Add(name, isKnown = Formats.IsKnown(name, options.CheckFormat!));
        return isKnown ? pool.Atom(new Constraint.Format(name)) : pool.True;
    }

    private IEnumerable<Formula> Array(ArrayRules rules)
    {
        if (rules.MinItems is > 0 || rules.MaxItems is not null) yield return pool.Atom(new Constraint.ItemCount(rules.MinItems ?? 0, rules.MaxItems ?? -1));
        for (int i = 0; i < rules.PrefixItems.Count; i++) yield return pool.Atom(new Constraint.Items(i, i, Translate(rules.PrefixItems[i])));
        if (rules.Items is { } items) yield return pool.Atom(new Constraint.Items(rules.PrefixItems.Count, -1, Translate(items)));
        if (rules.Contains is { } contains)
        {
            yield return pool.Atom(new Constraint.Contains(Translate(contains), rules.MinContains ?? 1, rules.MaxContains ?? -1));
        }

        if (rules.UniqueItems) yield return pool.Atom(new Constraint.Unique());
    }

    private IEnumerable<Formula> Object(ObjectRules rules)
    {
        LanguagePool languages = pool.Languages;
        List<Language> named = [];
        foreach (NamedSchema property in rules.Properties)
        {
            Language name = languages.Literal(property.Name);
            named.Add(name);
            if (!IsHidden(property.Schema)) yield return pool.Atom(new Constraint.Members(name, Translate(property.Schema)));
        }

        foreach (NamedSchema property in rules.PatternProperties)
        {
            Language names = patterns.Search(property.Name, out bool regular);
            named.Add(names);
            yield return regular ? pool.Atom(new Constraint.Members(names, Translate(property.Schema)))
                : pool.Atom(new Constraint.Opaque("patternProperties " + property.Name));
        }

        if (rules.AdditionalProperties is { } additional)
        {
            Language others = languages.Not(languages.Or([.. named]));
            yield return pool.Atom(new Constraint.Members(others, Translate(additional)));
        }

        foreach (string name in rules.Required)
        {
            if (!IsHidden(rules, name)) yield return Has(name);
        }

        if (rules.MinProperties is > 0 || rules.MaxProperties is not null)
        {
            yield return pool.Atom(new Constraint.MemberCount(rules.MinProperties ?? 0, rules.MaxProperties ?? -1));
        }

        if (rules.PropertyNames is { } names2) yield return pool.Atom(new Constraint.NameRule(Translate(names2)));
        foreach (DependentNames dependent in rules.DependentRequired)
        {
            yield return pool.Or([Lacks(dependent.Name), pool.And(dependent.Required.Select(Has))]);
        }

        foreach (NamedSchema dependent in rules.DependentSchemas) yield return pool.Or([Lacks(dependent.Name), Translate(dependent.Schema)]);
    }

    /// <summary>Not an object, or an object with this member.</summary>
    private Formula Has(string name)
    {
        Formula object_ = pool.Atom(new Constraint.OfKind(1 << (int)ValueKind.Object, IntegersOnly: false), negated: true);
        return pool.Or([object_, pool.Atom(new Constraint.Members(pool.Languages.Literal(name), pool.False), negated: true)]);
    }

    /// <summary>Not an object, or an object without this member.</summary>
    private Formula Lacks(string name) => pool.Atom(new Constraint.Members(pool.Languages.Literal(name), pool.False));

    private bool IsHidden(Schema property) =>
        (options.Direction == Travel.Request && property.ReadOnly) || (options.Direction == Travel.Response && property.WriteOnly);

    private IEnumerable<Formula> Compose(Composition rules)
    {
        foreach (Schema part in rules.AllOf) yield return Translate(part);
        if (!rules.AnyOf.IsEmpty) yield return pool.Or(rules.AnyOf.Select(Translate));
        if (sender && rules.AnyOf.Count > 1) yield return pool.Atom(Combined(rules.AnyOf));
        if (!rules.OneOf.IsEmpty) yield return ExactlyOne(rules.OneOf);
        if (rules.Not is { } not) yield return pool.Not(Translate(not));
        if (rules.If is not { } condition) yield break;
        Formula test = Translate(condition);
        if (rules.Then is { } then) yield return pool.Or([pool.Not(test), Translate(then)]);
        if (rules.Else is { } otherwise) yield return pool.Or([test, Translate(otherwise)]);
    }

    // At least one, and no two of those that are not plainly apart.
    private Formula ExactlyOne(EquatableArray<Schema> branches)
    {
        Formula[] formulas = [.. branches.Select(Translate)];
        List<Formula> parts = [pool.Or(formulas)];
        for (int i = 0; i < formulas.Length; i++)
        {
            for (int j = i + 1; j < formulas.Length; j++)
            {
                if (!disjointness.AreApart(branches[i], branches[j])) parts.Add(pool.Or([pool.Not(formulas[i]), pool.Not(formulas[j])]));
            }
        }

        return pool.And(parts);
    }

    private static EquatableArray<Value> Values(EquatableArray<JsonLiteral> literals) =>
        literals.Select(literal => JsonText.Parse(literal.Text)).Distinct().OrderBy(value => value.ToJson(), StringComparer.Ordinal).ToEquatableArray();
}
