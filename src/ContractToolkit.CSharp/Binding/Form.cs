using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>What a schema becomes in C#, before names are given. Parts that are types of their own are told by the schema they stand for.</summary>
/// <param name="Nullable">Whether null is accepted.</param>
internal abstract record Form(bool Nullable);

/// <summary>A type that need not be generated.</summary>
internal sealed record ScalarForm(TypeReference Type, string Kinds, bool Nullable) : Form(Nullable)
{
    /// <summary>The only value of the schema; null where there is a choice.</summary>
    public JsonLiteral? Constant { get; init; }
}

/// <summary>A list.</summary>
internal sealed record ListForm(Schema? Item, bool Nullable) : Form(Nullable);

/// <summary>A map.</summary>
internal sealed record MapForm(Schema? Value, bool Nullable) : Form(Nullable);

/// <summary>A form that becomes a type of its own, which is known by the schema that it was made for.</summary>
internal abstract record DeclaredForm(Schema Schema, bool Nullable) : Form(Nullable);

/// <summary>An enumeration.</summary>
internal sealed record EnumForm(Schema Schema, TypeReference Underlying, string Kinds, EquatableArray<EnumValue> Values, bool Nullable)
    : DeclaredForm(Schema, Nullable);

/// <summary>One value of an enumeration.</summary>
internal sealed record EnumValue(JsonLiteral Value, string? Name, string? Description);

/// <summary>An object with members.</summary>
internal sealed record RecordForm(Schema Schema, bool Nullable) : DeclaredForm(Schema, Nullable)
{
    /// <summary>The members, in document order, those of bases first.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    /// <summary>The schema of undeclared members, where they get a bag.</summary>
    public Schema? Bag { get; init; }

    /// <summary>The lists of required names of which one must be met.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Alternatives { get; init; } = [];

    /// <summary>The names chosen for the alternatives.</summary>
    public IReadOnlyList<string?>? AlternativeNames { get; init; }

    /// <summary>The polymorphic schema that it derives from.</summary>
    public Schema? Base { get; init; }

    /// <summary>The prose of the schema.</summary>
    public string? Description { get; init; }

    /// <summary>The alternatives beside the members; each becomes a record that derives from this one.</summary>
    public IReadOnlyList<Variant> Variants { get; init; } = [];

    /// <summary>What tells the variants apart; null where nothing is declared.</summary>
    public Discriminator? VariantDiscriminator { get; init; }
}

/// <summary>An alternative beside the members of an object.</summary>
/// <param name="Schema">The schema of the values for which it holds, the object's own members included.</param>
/// <param name="Branch">The alternative as the document has it.</param>
internal sealed record Variant(Schema Schema, Schema Branch);

/// <summary>A member of an object.</summary>
internal sealed record Member(string Name, Schema? Schema, bool Required);

/// <summary>An array whose items have types by their place.</summary>
internal sealed record TupleForm(Schema Schema, bool Nullable) : DeclaredForm(Schema, Nullable)
{
    /// <summary>The places in order; the name is the title of a place, or empty.</summary>
    public required IReadOnlyList<Member> Items { get; init; }

    /// <summary>The schema of the items behind the places; null where there can be none.</summary>
    public Schema? Rest { get; init; }
}

/// <summary>One of several.</summary>
internal sealed record UnionForm(Schema Schema, IReadOnlyList<Schema> Cases, Discriminator? Discriminator, bool Nullable)
    : DeclaredForm(Schema, Nullable)
{
    /// <summary>Further alternatives, each of the same type as one of the cases.</summary>
    public IReadOnlyList<Schema> Others { get; init; } = [];
}
