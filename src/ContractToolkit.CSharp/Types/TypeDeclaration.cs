namespace ContractToolkit.CSharp.Types;

/// <summary>A type that will be emitted.</summary>
public abstract record TypeDeclaration
{
    /// <summary>The C# name.</summary>
    public required string Name { get; init; }

    /// <summary>The text of its documentation comment.</summary>
    public string? Summary { get; init; }

    /// <summary>Whether the document calls it deprecated.</summary>
    public bool Deprecated { get; init; }

    /// <summary>An expression of type <c>Js::SchemaCheck</c> that validates it; null where no plan is embedded.</summary>
    public string? Check { get; init; }
}

/// <summary>An object as a record.</summary>
public sealed record RecordType : TypeDeclaration
{
    /// <summary>The properties, those of a base record among them.</summary>
    public EquatableArray<RecordProperty> Properties { get; init; }

    /// <summary>The type of undeclared members, where the schema gives them a bag; else they are kept out of sight.</summary>
    public TypeReference? AdditionalProperties { get; init; }

    /// <summary>Whether the base record has the bag.</summary>
    public bool InheritsBag { get; init; }

    /// <summary>The C# name of the property that holds undeclared members.</summary>
    public string AdditionalName { get; init; } = "AdditionalProperties";

    /// <summary>Ways to make a value that meets a required-only <c>anyOf</c> or <c>oneOf</c>.</summary>
    public EquatableArray<RecordFactory> Factories { get; init; }

    /// <summary>The record it derives from; null where it stands alone.</summary>
    public string? Base { get; init; }

    /// <summary>How many of <see cref="Properties"/>, from the start, the base record declares.</summary>
    public int Inherited { get; init; }

    /// <summary>The statement by which its constructor sets the discriminator; null where there is none.</summary>
    public string? Preset { get; init; }

    /// <summary>The records that derive from it and how they are told apart; null where none does.</summary>
    public Polymorphism? Polymorphism { get; init; }
}

/// <summary>How derived records are recognised.</summary>
/// <param name="Discriminator">The wire name of the member that tells; null where only the schemas do.</param>
/// <param name="Cases">Its values and the records that they stand for.</param>
/// <param name="Types">The derived records.</param>
/// <param name="DefaultCase">The one for absent or unknown values of the member; -1 for the base itself.</param>
public sealed record Polymorphism(string? Discriminator, EquatableArray<UnionTag> Cases, EquatableArray<DerivedType> Types, int DefaultCase = -1);

/// <summary>A record that derives from another.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Check">An expression of type <c>Js::SchemaCheck</c> that tells whether a value belongs to it; null where the discriminator alone tells.</param>
public sealed record DerivedType(string Name, string? Check);

/// <summary>One property of a record.</summary>
public sealed record RecordProperty
{
    /// <summary>The name on the wire.</summary>
    public required string WireName { get; init; }

    /// <summary>The C# name.</summary>
    public required string Name { get; init; }

    /// <summary>The type of the value.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>Whether the member must be present.</summary>
    public bool Required { get; init; }

    /// <summary>An expression for the only value that the schema allows; null where there is a choice.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether constructors set it: the discriminator of records that derive from each other.</summary>
    public bool IsPreset { get; init; }

    /// <summary>The type of the JSON that the text holds (<c>contentSchema</c>); null where none is declared.</summary>
    public TypeReference? Content { get; init; }

    /// <summary>The name of the method that reads it.</summary>
    public string ContentReader { get; init; } = "";

    /// <summary>The text of its documentation comment.</summary>
    public string? Summary { get; init; }

    /// <summary>Whether the document calls it deprecated.</summary>
    public bool Deprecated { get; init; }

    /// <summary>Whether it only travels from server to client.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether it only travels from client to server.</summary>
    public bool WriteOnly { get; init; }

    /// <summary>Whether absent and null must be told apart, so that the property is an <c>Optional</c>.</summary>
    public bool IsOptional => !Required && Type.IsNullable;

    /// <summary>The C# type of the property, annotations included.</summary>
    public string PropertyType =>
        IsOptional ? "Ct::Optional<" + Type.NullableName + ">" : Required && !Type.IsNullable ? Type.Name : Type.NullableName;
}

/// <summary>An array whose items have types by their place, as a record.</summary>
public sealed record TupleType : TypeDeclaration
{
    /// <summary>The places.</summary>
    public EquatableArray<RecordProperty> Items { get; init; }

    /// <summary>The type of the items behind the places; null where there can be none.</summary>
    public TypeReference? Rest { get; init; }

    /// <summary>The C# name of the property that holds the items behind the places.</summary>
    public string RestName { get; init; } = "Rest";
}

/// <summary>A factory method of a record.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Parameters">The C# names of the properties that it takes.</param>
public sealed record RecordFactory(string Name, EquatableArray<string> Parameters);

/// <summary>An enumeration that keeps unknown values.</summary>
public sealed record EnumType : TypeDeclaration
{
    /// <summary>The type of the wire value: <c>string</c>, <c>long</c>, <c>double</c> or <c>JsonValue</c>.</summary>
    public required TypeReference Underlying { get; init; }

    /// <summary>The known values.</summary>
    public EquatableArray<EnumMember> Members { get; init; }
}

/// <summary>A known value of an enumeration.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Value">A C# expression for the wire value.</param>
/// <param name="Summary">The text of its documentation comment.</param>
public sealed record EnumMember(string Name, string Value, string? Summary);

/// <summary>A union: one of several types.</summary>
public sealed record UnionType : TypeDeclaration
{
    /// <summary>The cases, in document order.</summary>
    public EquatableArray<UnionCase> Cases { get; init; }

    /// <summary>The wire name of the discriminator; null where there is none.</summary>
    public string? Discriminator { get; init; }

    /// <summary>The values of the discriminator.</summary>
    public EquatableArray<UnionTag> Tags { get; init; }

    /// <summary>The case for absent or unknown discriminator values; -1 where there is none.</summary>
    public int DefaultCase { get; init; } = -1;
}

/// <summary>One case of a union.</summary>
/// <param name="Name">Its C# name in Pascal case, such as <c>Cat</c>.</param>
/// <param name="Type">The type of its value; never nullable.</param>
/// <param name="Kinds">The JSON kinds that its value can have, as the letters of <c>Js::UnionShape</c>.</param>
/// <param name="Check">An expression of type <c>Js::SchemaCheck</c> that tells whether a value belongs to it; null where none is embedded.</param>
public sealed record UnionCase(string Name, TypeReference Type, string Kinds, string? Check);

/// <summary>One value of a union's discriminator.</summary>
/// <param name="Value">The value on the wire.</param>
/// <param name="Case">The index of the case; -2 where several cases share the value.</param>
public sealed record UnionTag(string Value, int Case);

/// <summary>Types that stand in one file.</summary>
public sealed record TypeGroup : EmitGroup
{
    /// <summary>The types, by name.</summary>
    public EquatableArray<TypeDeclaration> Types { get; init; }
}
