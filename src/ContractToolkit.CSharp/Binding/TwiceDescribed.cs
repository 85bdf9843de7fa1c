using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>What two parts of one <c>allOf</c> say of the same object: both hold, so the type is that of both together.</summary>
internal static class TwiceDescribed
{
    private const string Mark = "/~both(";
    private const int MaxNesting = 8;

    private enum Choice
    {
        None,
        Earlier,
        Later,
        Both,
    }

    /// <summary>The one of two descriptions that says all of what the other says, else one of both; null where they are not both of objects, or of lists
    /// of objects.</summary>
    public static Schema? Of(Schema earlier, Schema later, FormTable forms) => Choose(earlier, later, forms, 0) switch
    {
        Choice.Earlier => earlier,
        Choice.Later => later,
        Choice.Both => Both(earlier, later, forms),
        _ => null,
    };

    /// <summary>The schemas of the document that a schema stands for: itself, or the descriptions that it joins.</summary>
    public static IEnumerable<Schema> Sources(Schema schema) =>
        schema.Id.Value.EndsWith(")", StringComparison.Ordinal) && schema.Id.Value.Contains(Mark) ? schema.Composition!.AllOf : [schema];

    /// <summary>Whether one of several descriptions leaves no room for null.</summary>
    public static bool ForbidsNull(Schema schema, SchemaTable table) => Sources(schema).Any(source => !ReferenceEquals(source, schema)
        && SchemaParts.Of(source, table) is var parts && parts.All.Any(part => part.Types != SchemaTypes.None) && !parts.AllowsNull());

    /// <summary>Both together. The id says which they are, so that the same two are the same schema wherever they meet: on a circle they meet again and again.</summary>
    private static Schema? Both(Schema earlier, Schema later, FormTable forms)
    {
        List<Schema> sources = [.. Sources(earlier)];
        var id = new SchemaId(later.Id.Value + Mark + string.Join(" ", sources.Select(source => source.Id.Value)) + ")");
        return !forms.Join(id) ? null : new Schema
        {
            Id = id, Dialect = later.Dialect, Resource = later.Resource, Composition = new Composition { AllOf = sources.Append(later).ToEquatableArray() },
            ReadOnly = earlier.ReadOnly || later.ReadOnly, WriteOnly = earlier.WriteOnly || later.WriteOnly, Notes = later.Notes ?? earlier.Notes,
        };
    }

    private static Choice Choose(Schema earlier, Schema later, FormTable forms, int depth)
    {
        SchemaId first = forms.Schemas.Follow(earlier).Id;
        SchemaId second = forms.Schemas.Follow(later).Id;
        if (first == second || depth > MaxNesting) return Choice.None;
        (SchemaParts one, SchemaParts other) = (SchemaParts.Of(earlier, forms.Schemas), SchemaParts.Of(later, forms.Schemas));
        if (Includes(other, first)) return Choice.Later;
        if (Includes(one, second)) return Choice.Earlier;
        if (Items(one) is { } items && Items(other) is { } others) return Choose(items, others, forms, depth + 1);
        if (!IsObject(one, forms) || !IsObject(other, forms) || !(HasMembers(one) || HasMembers(other))) return Choice.None;
        if (Says(other, one)) return Choice.Later;
        return Says(one, other) ? Choice.Earlier : Choice.Both;
    }

    private static bool Includes(SchemaParts parts, SchemaId id) => parts.All.Any(part => part.Id == id);

    private static Schema? Items(SchemaParts parts) =>
        parts.Types() == SchemaTypes.Array && parts.All.All(part => part.Array is not { PrefixItems.IsEmpty: false }) ? parts.All.LastOrDefault(part => part.Array?.Items is not null)?.Array?.Items : null;

    /// <summary>Whether it is an object with rules of its own that nothing derives from and that derives from nothing: types of a hierarchy stay what they are.</summary>
    private static bool IsObject(SchemaParts parts, FormTable forms) =>
        parts.Types() == SchemaTypes.Object && parts.All.Any(part => part.Object is not null) && !AlternativeGroup.Of(parts, forms).Any()
        && parts.All.All(part => part is { Enum: null, Const: null } && !forms.Hierarchy.IsPolymorphic(part.Id) && forms.Hierarchy.BaseOf(part.Id) is null);

    private static bool HasMembers(SchemaParts parts) => parts.All.Any(part => part.Object is { } rules && (!rules.Properties.IsEmpty || !rules.Required.IsEmpty));

    /// <summary>Whether the members of one description are among those of another, with the same schemas.</summary>
    private static bool Says(SchemaParts all, SchemaParts less)
    {
        ILookup<string, Schema> known = all.All.SelectMany(part => part.Object?.Properties ?? default).ToLookup(property => property.Name, property => property.Schema, StringComparer.Ordinal);
        var required = new HashSet<string>(all.All.SelectMany(part => part.Object?.Required ?? default), StringComparer.Ordinal);
        return less.All.All(part => part.Object is not { } rules
            || (rules.Required.All(required.Contains) && rules.AdditionalProperties is null && rules.PatternProperties.IsEmpty && rules.DependentSchemas.IsEmpty
                && rules.Properties.All(property => known[property.Name].Any(schema => SchemaTwins.Are(schema, property.Schema) || AreSameScalars(schema, property.Schema)))));
    }

    // Prose and limits make no other type of a text or number.
    private static bool AreSameScalars(Schema left, Schema right) => IsScalar(left) && IsScalar(right) && left.Types == right.Types && left.Format == right.Format;

    private static bool IsScalar(Schema schema) =>
        schema is { Types: not SchemaTypes.None, Reference: null, DynamicReference: null, Composition: null, Enum: null, Const: null, ReadOnly: false, WriteOnly: false }
        && (schema.Types & (SchemaTypes.Object | SchemaTypes.Array)) == 0;
}
