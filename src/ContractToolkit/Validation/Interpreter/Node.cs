namespace ContractToolkit.Validation;

/// <summary>A schema made ready to run: what the plan says, decoded, with bounds parsed, names in tables and patterns compiled on first use.</summary>
internal sealed class Node
{
    public const int AllTypes = 127;

    private readonly NodeStore store;
    private Node? target;
    private Node? dynamicInitial;
    private Node? resolved;

    public Node(PlanSchema schema, NodeStore store)
    {
        this.store = store;
        Schema = schema;
        Accepts = AcceptedTypes(schema);
        Number = schema.Number is { } number ? new(number) : null;
        Format = schema.Format is { } format ? Formats.Find(format) : null;
        String = schema.String is { } text ? new(text, store) : null;
        Array = schema.Array is { } array ? new(array, store) : null;
        Object = schema.Object is { } members ? new(members, store) : null;
        Enum = schema.Enum is { } values ? new(values) : null;
        Const = schema.Const is { } constant ? new([constant]) : null;
        Composition = schema.Composition is { } composition ? new(composition, store) : null;
        Discriminator = schema.Discriminator is { } discriminator ? new(discriminator, store) : null;
        CombinesSchemas = schema.Reference is not null || schema.DynamicReference is not null || Composition is not null
            || Discriminator is not null || Object is { DependentSchemas.Length: > 0 };
        HasUnevaluated = Array?.UnevaluatedItems is not null || Object?.UnevaluatedProperties is not null;
        IsPureReference = schema.Reference is not null && !store.TracksResources && schema with { Reference = null } == new PlanSchema();
        IsTypeOnly = !CombinesSchemas && Number is null && Format is null && String is null && Array is null && Object is null
            && Enum is null && Const is null && schema.Resource == 0;
    }

    /// <summary>The plan's own words.</summary>
    public PlanSchema Schema { get; }

    /// <summary>The types that may pass, as <see cref="PlanTypes"/> bits; a type that admits numbers admits integers.</summary>
    public int Accepts { get; }

    /// <summary>Whether the types are all that there is to check.</summary>
    public bool IsTypeOnly { get; }

    /// <summary>Whether it is nothing but a reference.</summary>
    public bool IsPureReference { get; }

    /// <summary>Whether another schema applies to the same value.</summary>
    public bool CombinesSchemas { get; }

    /// <summary>Whether it must be known which members or items have been evaluated.</summary>
    public bool HasUnevaluated { get; }

    public NumberRules? Number { get; }

    public StringRules? String { get; }

    public FormatRule? Format { get; }

    public ArrayRules? Array { get; }

    public ObjectRules? Object { get; }

    public ValueSet? Enum { get; }

    public ValueSet? Const { get; }

    public CompositionRules? Composition { get; }

    public DiscriminatorRules? Discriminator { get; }

    /// <summary>The schema that <c>$ref</c> leads to.</summary>
    public Node? Target => Schema.Reference is { } reference ? target ??= store[reference.Target] : null;

    /// <summary>The schema that <c>$dynamicRef</c> leads to when nothing redirects it.</summary>
    public Node? DynamicInitial => Schema.DynamicReference is { } reference ? dynamicInitial ??= store[reference.Initial] : null;

    /// <summary>The schema that counts: this one, or where a chain of references that stand alone ends.</summary>
    public Node Resolved => resolved ??= Resolve();

    private Node Resolve()
    {
        const int mostHops = 64;
        Node at = this;
        for (int hops = 0; hops < mostHops && at.IsPureReference; hops++) at = at.Target!;
        return at.IsPureReference ? this : at;
    }

    private static int AcceptedTypes(PlanSchema schema)
    {
        if (schema.Always == false) return 0;
        int types = (int)schema.Types;
        if (types == 0) return AllTypes;
        return (types & (int)PlanTypes.Number) != 0 ? types | (int)PlanTypes.Integer : types;
    }
}
