using ContractToolkit.Diff.Sets.Patterns;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Sets;

/// <summary>
/// Translates <c>unevaluatedProperties</c> and <c>unevaluatedItems</c>: for each combination of branches that may hold, what they evaluate
/// is a fixed set of names or places, and the rest obeys the keyword.
/// </summary>
internal sealed class Unevaluated(FormulaPool pool, int side, SchemaTable table, PatternSet patterns, SchemaFormulas formulas)
{
    private const int MaxCases = 64;
    private int depth;

    /// <summary>The formula of the unevaluated keywords of a schema.</summary>
    public Formula Translate(Schema schema)
    {
        List<Case>? cases = Cases(schema, own: true);
        if (cases is null) return pool.Atom(new Constraint.Opaque("unevaluated " + side + schema.Id.Value));
        return pool.Or(cases.Select(each => pool.And([each.Condition, .. Rest(schema, each)])));
    }

    private IEnumerable<Formula> Rest(Schema schema, Case each)
    {
        if (schema.Object?.UnevaluatedProperties is { } properties)
        {
            yield return pool.Atom(new Constraint.Members(pool.Languages.Not(each.Names), formulas.Translate(properties)));
        }

        if (schema.Array?.UnevaluatedItems is { } items && each.Items != int.MaxValue)
        {
            Formula formula = formulas.Translate(items);
            yield return pool.Atom(new Constraint.Items(each.Items, -1, each.Contained is null ? formula : pool.Or([formula, each.Contained])));
        }
    }

    /// <summary>What a schema may evaluate, by condition; null where there are too many cases.</summary>
    private List<Case>? Cases(Schema schema, bool own)
    {
        if (++depth > 32) return null;
        List<Case>? cases = [Adjacent(schema, own)];
        if (schema.Reference is { } reference && table.TryGet(reference, out Schema? target)) cases = Combine(cases, Cases(target, own: false));
        if (schema.DynamicReference is not null) cases = null;
        if (schema.Composition is { } composition) cases = Compose(cases, composition);
        foreach (NamedSchema dependent in schema.Object?.DependentSchemas ?? default)
        {
            Formula lacks = pool.Atom(new Constraint.Members(pool.Languages.Literal(dependent.Name), pool.False));
            cases = Combine(cases, Branch(dependent.Schema, pool.Not(lacks), lacks));
        }

        depth--;
        return cases;
    }

    private List<Case>? Compose(List<Case>? cases, Composition composition)
    {
        foreach (Schema part in composition.AllOf) cases = Combine(cases, Cases(part, own: false));
        foreach (Schema part in composition.AnyOf.Concat(composition.OneOf)) cases = Combine(cases, Branch(part, formulas.Translate(part), null));
        if (composition.If is not { } condition) return cases;
        Formula test = formulas.Translate(condition);
        List<Case>? then = Combine(Cases(condition, own: false), composition.Then is { } yes ? Cases(yes, own: false) : [Nothing()]);
        List<Case>? otherwise = composition.Else is { } no ? Cases(no, own: false) : [Nothing()];
        if (then is null || otherwise is null) return null;
        return Combine(cases, [.. then.Select(each => each.When(pool, test)), .. otherwise.Select(each => each.When(pool, pool.Not(test)))]);
    }

    private List<Case>? Branch(Schema schema, Formula holds, Formula? otherwise)
    {
        List<Case>? inside = Cases(schema, own: false);
        return inside is null ? null
            : [.. inside.Select(each => each.When(pool, holds)), Nothing().When(pool, otherwise ?? pool.Not(holds))];
    }

    private Case Adjacent(Schema schema, bool own)
    {
        LanguagePool languages = pool.Languages;
        Language names = languages.Nothing;
        if (schema.Object is { } rules)
        {
            List<Language> parts = [.. rules.Properties.Select(property => languages.Literal(property.Name))];
            parts.AddRange(rules.PatternProperties.Select(property => patterns.Search(property.Name, out _)));
            names = rules.AdditionalProperties is not null || (!own && rules.UnevaluatedProperties is not null)
                ? languages.Everything : languages.Or([.. parts]);
        }

        int items = 0;
        Formula? contained = null;
        if (schema.Array is { } array)
        {
            items = array.Items is not null || (!own && array.UnevaluatedItems is not null) ? int.MaxValue : array.PrefixItems.Count;
            if (array.Contains is { } contains && schema.Dialect == SchemaDialect.Draft202012) contained = formulas.Translate(contains);
        }

        return new Case(pool.True, names, items, contained);
    }

    private Case Nothing() => new(pool.True, pool.Languages.Nothing, 0, null);

    private List<Case>? Combine(List<Case>? left, List<Case>? right)
    {
        if (left is null || right is null || left.Count * right.Count > MaxCases) return null;
        List<Case> combined = [];
        foreach (Case one in left)
        {
            foreach (Case two in right)
            {
                Formula condition = pool.And([one.Condition, two.Condition]);
                if (condition != pool.False) combined.Add(one.With(pool, condition, two));
            }
        }

        return combined;
    }

    private sealed record Case(Formula Condition, Language Names, int Items, Formula? Contained)
    {
        public Case When(FormulaPool pool, Formula condition) => this with { Condition = pool.And([Condition, condition]) };

        public Case With(FormulaPool pool, Formula condition, Case other) => new(
            condition,
            pool.Languages.Or(Names, other.Names),
            Math.Max(Items, other.Items),
            Contained is null ? other.Contained : other.Contained is null ? Contained : pool.Or([Contained, other.Contained]));
    }
}
