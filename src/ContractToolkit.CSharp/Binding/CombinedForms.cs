using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>
/// Alternatives of different kinds that hold together, with one another or with members beside them: a union of the combinations that can occur.
/// </summary>
internal static class CombinedForms
{
    private const int MaxCombinations = 16;
    private const int MaxNesting = 2;
    private const string Mark = "/~";

    /// <summary>The form of such a schema; any value, with a word why, where the combinations do not help.</summary>
    public static Form Build(Schema schema, SchemaParts parts, List<AlternativeGroup> groups, FormTable forms, bool nullable)
    {
        long count = groups.Aggregate(1L, (product, group) => Math.Min(long.MaxValue / 1000, product * Math.Min(group.Branches.Count, 1000)));
        if (count > MaxCombinations) return Raw(schema, forms, "their combinations are too many to help anyone");
        if (Nesting(schema.Id.Value) >= MaxNesting) return Raw(schema, forms, "they nest too deeply");
        List<Schema> shared = [.. parts.All.Select(Own).Where(part => !SchemaFacts.IsTrivial(part))];
        var cases = new List<Schema>();
        foreach (IReadOnlyList<Schema> combination in Combinations(groups))
        {
            if (combination.All(SchemaFacts.IsNullOnly)) nullable = true;
            if (combination.Any(SchemaFacts.IsNullOnly)) continue;
            Schema joined = Joined(schema, shared, combination, cases.Count);
            if (!SchemaParts.Of(joined, forms.Schemas).Contradict()) cases.Add(joined);
        }

        Form form = UnionForms.Of(schema, cases, null, forms, nullable);
        return ReferenceEquals(form, FormTable.Raw) ? Raw(schema, forms, "a combination of them accepts values of any type") : form;
    }

    private static ScalarForm Raw(Schema schema, FormTable forms, string why)
    {
        forms.Report(CSharpRules.MixedAlternatives, schema, "Alternatives of different kinds hold together here, and " + why + "; the type becomes any JSON value");
        return FormTable.Raw;
    }

    private static int Nesting(string id)
    {
        int nesting = 0;
        for (int at = id.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = id.IndexOf(Mark, at + 1, StringComparison.Ordinal)) nesting++;
        return nesting;
    }

    /// <summary>What a part says itself, beside references and compositions.</summary>
    private static Schema Own(Schema part) => part with
    {
        Id = new SchemaId(part.Id.Value + "/~own"), Reference = null, DynamicReference = null, Composition = null, Discriminator = null, Notes = null,
    };

    private static IEnumerable<IReadOnlyList<Schema>> Combinations(IEnumerable<AlternativeGroup> groups)
    {
        IEnumerable<IReadOnlyList<Schema>> combinations = [[]];
        foreach (AlternativeGroup group in groups)
        {
            combinations = combinations.SelectMany(known => group.Branches.Select(branch => (IReadOnlyList<Schema>)[.. known, branch]));
        }

        return combinations;
    }

    private static Schema Joined(Schema schema, List<Schema> shared, IReadOnlyList<Schema> combination, int index)
    {
        string title = string.Join(" ", combination.Select(branch => branch.Reference?.Name ?? branch.Notes?.Title).Where(name => name is not null));
        return new Schema
        {
            Id = new SchemaId(schema.Id.Value + Mark + Text.CodeWriter.Number(index)), Dialect = schema.Dialect, Resource = schema.Resource,
            Composition = new Composition { AllOf = shared.Concat(combination).ToEquatableArray() },
            Notes = title.Length == 0 ? null : new SchemaNotes { Title = title },
        };
    }
}
