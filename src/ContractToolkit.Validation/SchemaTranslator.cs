using ContractToolkit.OpenApi;

namespace ContractToolkit.Validation;

/// <summary>Turns one schema, with the sub-schemas that stand inside it, into the plan's form.</summary>
internal sealed class SchemaTranslator(PlanCompilation plan, PlanOptions options)
{
    private const SchemaTypes AllTypes =
        SchemaTypes.Null | SchemaTypes.Boolean | SchemaTypes.Integer | SchemaTypes.Number | SchemaTypes.String | SchemaTypes.Array | SchemaTypes.Object;
    private readonly MemberAccess access = new(plan.Schemas);
    private readonly Dictionary<string, int> references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>?[] formats = new Dictionary<string, int>?[(int)AllTypes + 1];

    /// <summary>Translates a schema and adds it to the plan; the result is its index, <see cref="PlanSchema.None"/> for no schema.</summary>
    public int Add(Schema? schema) => Add(schema, null);

    /// <summary>Translates a schema without adding it.</summary>
    public PlanSchema Translate(Schema schema) => Translate(schema, null);

    private int Add(Schema? schema, SameValue? outer)
    {
        if (schema is null) return PlanSchema.None;
        if (!SaysNoMore(schema)) return plan.Add(Translate(schema, outer));

        // Most schemas of a document are a type or a reference: of those each is translated once.
        string? format = options.AssertFormats ? FormatOf(schema) : null;
        if (schema.Reference is not null && (format is not null || schema.Types != SchemaTypes.None)) return plan.Add(Translate(schema, outer));
        Dictionary<string, int> known = schema.Reference is null ? formats[(int)schema.Types] ??= new(StringComparer.Ordinal) : references;
        string key = schema.Reference?.Value ?? format ?? string.Empty;
        if (!known.TryGetValue(key, out int index)) known.Add(key, index = plan.Add(Translate(schema, outer)));
        return index;
    }

    /// <summary>Whether the schema says nothing that the plan holds but its types, its format and a reference.</summary>
    private bool SaysNoMore(Schema schema) =>
        schema is { Always: null, DynamicReference: null, Enum: null, Const: null, Number: null, String: null, Array: null, Object: null, Composition: null, Discriminator: null }
        && !plan.TracksResources;

    private PlanSchema Translate(Schema schema, SameValue? outer)
    {
        if (schema.Always is { } always) return new() { Always = always };
        SameValue? owners = schema.Object is null && schema.Composition is null ? null : new(schema, outer);
        return new()
        {
            Types = (PlanTypes)schema.Types,
            Reference = schema.Reference is { } target ? new(plan.Target(target), target.Value) : null,
            DynamicReference = Translate(schema.DynamicReference),
            Resource = plan.TracksResources ? schema.Resource : 0,
            Format = options.AssertFormats ? FormatOf(schema) : null,
            Enum = schema.Enum is { } values ? values.Map(value => value.Text) : null,
            Const = schema.Const?.Text,
            Number = Translate(schema.Number),
            String = Translate(schema.String),
            Array = Translate(schema.Array, schema.Dialect),
            Object = Translate(schema.Object, owners),
            Composition = Translate(schema.Composition, owners),
            Discriminator = Translate(schema.Discriminator),
        };
    }

    /// <summary>Dialects before draft 7 take a host name as RFC 1123 does, which knows nothing of international names in disguise.</summary>
    private static string? FormatOf(Schema schema) =>
        schema.Format == "hostname"
        && schema.Dialect is SchemaDialect.Draft4 or SchemaDialect.Draft6 or SchemaDialect.OpenApi20 or SchemaDialect.OpenApi30
            ? PlanFormats.PlainHostname
            : schema.Format;

    private PlanDynamicReference? Translate(DynamicReference? reference)
    {
        if (reference is null) return null;
        string? anchor = reference.Anchor is { } name && plan.IsRedirected(name) ? name : null;
        if (anchor is not null) plan.UseDynamicAnchor(anchor);
        return new(plan.Target(reference.Initial), reference.Initial.Value, anchor);
    }

    private static PlanNumber? Translate(NumberRules? number) =>
        number is null ? null : new(Bounds(number.Minimum), Bounds(number.Maximum), number.MultipleOf);

    private static EquatableArray<PlanBound> Bounds(EquatableArray<NumberBound> bounds) =>
        bounds.Map(bound => new PlanBound(bound.Value, bound.Exclusive));

    private PlanString? Translate(StringRules? rules)
    {
        if (rules is null) return null;
        PlanString text = new() { MinLength = rules.MinLength, MaxLength = rules.MaxLength, Pattern = rules.Pattern };
        if (options.AssertContent)
        {
            text = text with
            {
                ContentEncoding = rules.ContentEncoding,
                ContentMediaType = rules.ContentMediaType,
                ContentSchema = Add(rules.ContentSchema),
            };
        }

        return text == new PlanString() ? null : text;
    }

    private PlanArray? Translate(ArrayRules? rules, SchemaDialect dialect) => rules is null ? null : new()
    {
        PrefixItems = Branches(rules.PrefixItems, null),
        Items = Add(rules.Items),
        Contains = Add(rules.Contains),
        MinContains = rules.MinContains,
        MaxContains = rules.MaxContains,
        ContainsEvaluates = rules.Contains is not null && dialect == SchemaDialect.Draft202012,
        MinItems = rules.MinItems,
        MaxItems = rules.MaxItems,
        UniqueItems = rules.UniqueItems,
        UnevaluatedItems = Add(rules.UnevaluatedItems),
        LegacyNames = !rules.PrefixItems.IsEmpty && dialect != SchemaDialect.Draft202012,
    };

    private PlanObject? Translate(ObjectRules? rules, SameValue? owners) => rules is null ? null : new()
    {
        Properties = Properties(rules.Properties),
        Required = Required(rules.Required, owners),
        PatternProperties = Named(rules.PatternProperties, null),
        AdditionalProperties = Add(rules.AdditionalProperties),
        PropertyNames = Add(rules.PropertyNames),
        MinProperties = rules.MinProperties,
        MaxProperties = rules.MaxProperties,
        DependentRequired = rules.DependentRequired.Map(dependent => new PlanDependentNames(dependent.Name, dependent.Required)),
        DependentSchemas = Named(rules.DependentSchemas, owners),
        UnevaluatedProperties = Add(rules.UnevaluatedProperties),
    };

    // Most lists are empty, and there are tens of thousands: nothing is made for those, not even a delegate.
    private EquatableArray<PlanProperty> Properties(EquatableArray<NamedSchema> properties)
    {
        if (properties.IsEmpty) return default;
        var plans = new PlanProperty[properties.Count];
        for (int i = 0; i < plans.Length; i++) plans[i] = new PlanProperty(properties[i].Name, Add(properties[i].Schema), access.Of(properties[i].Schema));
        return EquatableArray.Wrap(plans);
    }

    private EquatableArray<PlanRequired> Required(EquatableArray<string> names, SameValue? owners)
    {
        if (names.IsEmpty) return default;
        var required = new PlanRequired[names.Count];
        for (int i = 0; i < required.Length; i++) required[i] = new PlanRequired(names[i], access.Of(owners, names[i]));
        return EquatableArray.Wrap(required);
    }

    private EquatableArray<PlanNamed> Named(EquatableArray<NamedSchema> schemas, SameValue? outer)
    {
        if (schemas.IsEmpty) return default;
        var named = new PlanNamed[schemas.Count];
        for (int i = 0; i < named.Length; i++) named[i] = new PlanNamed(schemas[i].Name, Add(schemas[i].Schema, outer));
        return EquatableArray.Wrap(named);
    }

    private PlanComposition? Translate(Composition? composition, SameValue? owners) => composition is null ? null : new()
    {
        AllOf = Branches(composition.AllOf, owners),
        AnyOf = Branches(composition.AnyOf, owners),
        OneOf = Branches(composition.OneOf, owners),
        Not = Add(composition.Not, owners),
        If = Add(composition.If, owners),
        Then = Add(composition.Then, owners),
        Else = Add(composition.Else, owners),
    };

    private EquatableArray<int> Branches(EquatableArray<Schema> schemas, SameValue? owners)
    {
        if (schemas.IsEmpty) return default;
        int[] branches = new int[schemas.Count];
        for (int i = 0; i < branches.Length; i++) branches[i] = Add(schemas[i], owners);
        return EquatableArray.Wrap(branches);
    }

    private PlanDiscriminator? Translate(Discriminator? discriminator) => discriminator is null ? null : new(
        discriminator.Property,
        discriminator.Mapping.Map(entry => new PlanReferenceByValue(entry.Value, plan.Target(entry.Target), entry.Target.Value)),
        discriminator.DefaultMapping is { } fallback ? plan.Target(fallback) : PlanSchema.None);
}
