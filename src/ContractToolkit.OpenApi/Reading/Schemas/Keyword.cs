namespace ContractToolkit.OpenApi.Reading;

/// <summary>The keywords of all dialects. Those of one <see cref="KeywordGroup"/> stand together.</summary>
internal enum Keyword : byte
{
    None,

    Ref, DynamicRef, RecursiveRef,

    Id, Id4, Anchor, DynamicAnchor, RecursiveAnchor, Schema, Vocabulary, Comment, Defs, Definitions,

    Type, Nullable, Format, Enum, Const, Discriminator, ReadOnly, WriteOnly,

    Minimum, Maximum, ExclusiveMinimum, ExclusiveMaximum, MultipleOf,

    MinLength, MaxLength, Pattern, ContentEncoding, ContentMediaType, ContentSchema,

    PrefixItems, Items, AdditionalItems, Contains, MinContains, MaxContains, MinItems, MaxItems, UniqueItems, UnevaluatedItems,

    Properties, Required, PatternProperties, AdditionalProperties, PropertyNames, MinProperties, MaxProperties,
    DependentRequired, DependentSchemas, Dependencies, UnevaluatedProperties,

    AllOf, AnyOf, OneOf, Not, If, Then, Else,

    Title, Description, Default, Example, Examples, Deprecated, Xml, ExternalDocs, CollectionFormat,

    Count,
}

/// <summary>What keywords are about; each group but the first few is one record of the model.</summary>
[Flags]
internal enum KeywordGroup
{
    None = 0,
    Reference = 1,
    Identity = 2,
    Any = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
    Composition = 128,
    Notes = 256,
}

/// <summary>Where the sub-schemas of a keyword stand in its value.</summary>
internal enum KeywordShape
{
    NoSchema,
    Schema,
    SchemaArray,
    SchemaMap,
    SchemaOrArray,
    SchemaMapOrNames,
}
