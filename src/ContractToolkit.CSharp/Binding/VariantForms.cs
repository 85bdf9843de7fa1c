using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Objects with alternatives beside their members: a record with the members, from which one record per alternative derives.</summary>
internal static class VariantForms
{
    private const int MaxVariants = 64;
    private const int MaxNesting = 4;

    /// <summary>The form of such an object; one record with everything where the alternatives make no types of their own.</summary>
    public static Form Build(Schema schema, SchemaParts parts, List<AlternativeGroup> groups, FormTable forms, bool nullable)
    {
        if (Obstacle(schema, groups, forms) is { } obstacle)
        {
            forms.Report(CSharpRules.VariantsInOneRecord, schema, "Alternatives stand beside members, and " + obstacle + "; the record has the members of all of them");
            return RecordForms.Build(schema, parts, forms, nullable);
        }

        AlternativeGroup group = groups[0];
        var variants = new List<Variant>();
        foreach (Schema branch in Records(group, forms)) variants.Add(new Variant(Joined(schema, branch, group, variants.Count), branch));
        foreach (Variant variant in variants) forms.Set(variant.Schema, RecordForms.OfVariant(variant.Schema, schema, forms));
        return RecordForms.OfShared(schema, parts, forms, nullable) with { Variants = variants, VariantDiscriminator = group.Discriminator };
    }

    private static string? Obstacle(Schema schema, List<AlternativeGroup> groups, FormTable forms)
    {
        if (groups.Count > 1) return "there are several groups of them";
        if (!forms.HasValidation) return "without validation they cannot be told apart";
        if (forms.Hierarchy.BaseOf(schema.Id) is not null) return "the object derives from another";
        if (groups[0].Branches.Count < 2) return "there is only one of them";
        return Records(groups[0], forms).Count() switch
        {
            0 => "none of them has members of its own",
            > MaxVariants => "there are too many of them",
            _ => null,
        };
    }

    /// <summary>The alternatives that have members of their own, those of alternatives that are unions among them. Values of the others are values of the
    /// record that has what all share.</summary>
    private static IEnumerable<Schema> Records(AlternativeGroup group, FormTable forms) => group.Telling.SelectMany(branch => Records(branch, forms, 0));

    private static IEnumerable<Schema> Records(Schema branch, FormTable forms, int depth) => forms.Of(branch) switch
    {
        RecordForm => [branch],
        UnionForm union when depth < MaxNesting => union.Cases.SelectMany(entry => Records(entry, forms, depth + 1)),
        _ => [],
    };

    /// <summary>The schema of the values for which an alternative holds.</summary>
    private static Schema Joined(Schema schema, Schema branch, AlternativeGroup group, int index) => new()
    {
        Id = new SchemaId(schema.Id.Value + "/" + group.Keyword + "/~" + Text.CodeWriter.Number(index)),
        Composition = new Composition { AllOf = new[] { schema, branch }.ToEquatableArray() },
        Dialect = schema.Dialect, Resource = schema.Resource,
        Notes = (branch.Notes ?? new SchemaNotes()) with { Title = branch.Reference?.Name ?? branch.Notes?.Title },
    };
}
