using static ContractToolkit.OpenApi.Reading.Dialects;
using static ContractToolkit.OpenApi.Reading.KeywordGroup;
using static ContractToolkit.OpenApi.Reading.KeywordShape;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>What is known of a keyword.</summary>
/// <param name="Keyword">The keyword.</param>
/// <param name="Name">Its spelling.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Dialects">Who knows it.</param>
/// <param name="Shape">Where its sub-schemas stand.</param>
internal sealed record KeywordFacts(Keyword Keyword, string Name, KeywordGroup Group, Dialects Dialects, KeywordShape Shape);

/// <summary>The table of all keywords.</summary>
internal static class KeywordTable
{
    private static readonly KeywordFacts[] Facts =
    [
        Fact(Keyword.Ref, "$ref", Reference, Dialects.All),
        Fact(Keyword.DynamicRef, "$dynamicRef", Reference, Draft202012 | OpenApi31),
        Fact(Keyword.RecursiveRef, "$recursiveRef", Reference, Draft201909),
        Fact(Keyword.Id, "$id", Identity, From6),
        Fact(Keyword.Id4, "id", Identity, Draft4),
        Fact(Keyword.Anchor, "$anchor", Identity, From201909),
        Fact(Keyword.DynamicAnchor, "$dynamicAnchor", Identity, Draft202012 | OpenApi31),
        Fact(Keyword.RecursiveAnchor, "$recursiveAnchor", Identity, Draft201909),
        Fact(Keyword.Schema, "$schema", Identity, JsonSchema | OpenApi31),
        Fact(Keyword.Vocabulary, "$vocabulary", Identity, From201909),
        Fact(Keyword.Comment, "$comment", Identity, From7),
        Fact(Keyword.Defs, "$defs", Identity, From201909, SchemaMap),
        Fact(Keyword.Definitions, "definitions", Identity, JsonSchema | OpenApi31, SchemaMap),
        Fact(Keyword.Type, "type", Any, Simple),
        Fact(Keyword.Nullable, "nullable", Any, OpenApi30),
        Fact(Keyword.Format, "format", Any, Simple),
        Fact(Keyword.Enum, "enum", Any, Simple),
        Fact(Keyword.Const, "const", Any, From6),
        Fact(Keyword.Discriminator, "discriminator", Any, Dialects.OpenApi),
        Fact(Keyword.ReadOnly, "readOnly", Any, From7 | Dialects.OpenApi),
        Fact(Keyword.WriteOnly, "writeOnly", Any, From7 | OpenApi30),
        Fact(Keyword.Minimum, "minimum", Number, Simple),
        Fact(Keyword.Maximum, "maximum", Number, Simple),
        Fact(Keyword.ExclusiveMinimum, "exclusiveMinimum", Number, Simple),
        Fact(Keyword.ExclusiveMaximum, "exclusiveMaximum", Number, Simple),
        Fact(Keyword.MultipleOf, "multipleOf", Number, Simple),
        Fact(Keyword.MinLength, "minLength", KeywordGroup.String, Simple),
        Fact(Keyword.MaxLength, "maxLength", KeywordGroup.String, Simple),
        Fact(Keyword.Pattern, "pattern", KeywordGroup.String, Simple),
        Fact(Keyword.ContentEncoding, "contentEncoding", KeywordGroup.String, From7),
        Fact(Keyword.ContentMediaType, "contentMediaType", KeywordGroup.String, From7),
        Fact(Keyword.ContentSchema, "contentSchema", KeywordGroup.String, From201909, KeywordShape.Schema),
        Fact(Keyword.PrefixItems, "prefixItems", KeywordGroup.Array, Draft202012 | OpenApi31, SchemaArray),
        Fact(Keyword.Items, "items", KeywordGroup.Array, Simple, SchemaOrArray),
        Fact(Keyword.AdditionalItems, "additionalItems", KeywordGroup.Array, Draft4 | Draft6 | Draft7 | Draft201909, KeywordShape.Schema),
        Fact(Keyword.Contains, "contains", KeywordGroup.Array, From6, KeywordShape.Schema),
        Fact(Keyword.MinContains, "minContains", KeywordGroup.Array, From201909),
        Fact(Keyword.MaxContains, "maxContains", KeywordGroup.Array, From201909),
        Fact(Keyword.MinItems, "minItems", KeywordGroup.Array, Simple),
        Fact(Keyword.MaxItems, "maxItems", KeywordGroup.Array, Simple),
        Fact(Keyword.UniqueItems, "uniqueItems", KeywordGroup.Array, Simple),
        Fact(Keyword.UnevaluatedItems, "unevaluatedItems", KeywordGroup.Array, From201909, KeywordShape.Schema),
        Fact(Keyword.Properties, "properties", KeywordGroup.Object, Dialects.All, SchemaMap),
        Fact(Keyword.Required, "required", KeywordGroup.Object, Dialects.All),
        Fact(Keyword.PatternProperties, "patternProperties", KeywordGroup.Object, JsonSchema | OpenApi31, SchemaMap),
        Fact(Keyword.AdditionalProperties, "additionalProperties", KeywordGroup.Object, Dialects.All, KeywordShape.Schema),
        Fact(Keyword.PropertyNames, "propertyNames", KeywordGroup.Object, From6, KeywordShape.Schema),
        Fact(Keyword.MinProperties, "minProperties", KeywordGroup.Object, Dialects.All),
        Fact(Keyword.MaxProperties, "maxProperties", KeywordGroup.Object, Dialects.All),
        Fact(Keyword.DependentRequired, "dependentRequired", KeywordGroup.Object, From201909),
        Fact(Keyword.DependentSchemas, "dependentSchemas", KeywordGroup.Object, From201909, SchemaMap),
        Fact(Keyword.Dependencies, "dependencies", KeywordGroup.Object, JsonSchema | OpenApi31, SchemaMapOrNames),
        Fact(Keyword.UnevaluatedProperties, "unevaluatedProperties", KeywordGroup.Object, From201909, KeywordShape.Schema),
        Fact(Keyword.AllOf, "allOf", KeywordGroup.Composition, Dialects.All, SchemaArray),
        Fact(Keyword.AnyOf, "anyOf", KeywordGroup.Composition, Dialects.All & ~OpenApi20, SchemaArray),
        Fact(Keyword.OneOf, "oneOf", KeywordGroup.Composition, Dialects.All & ~OpenApi20, SchemaArray),
        Fact(Keyword.Not, "not", KeywordGroup.Composition, Dialects.All & ~OpenApi20, KeywordShape.Schema),
        Fact(Keyword.If, "if", KeywordGroup.Composition, From7, KeywordShape.Schema),
        Fact(Keyword.Then, "then", KeywordGroup.Composition, From7, KeywordShape.Schema),
        Fact(Keyword.Else, "else", KeywordGroup.Composition, From7, KeywordShape.Schema),
        Fact(Keyword.Title, "title", Notes, Dialects.All),
        Fact(Keyword.Description, "description", Notes, Simple),
        Fact(Keyword.Default, "default", Notes, Simple),
        Fact(Keyword.Example, "example", Notes, Dialects.OpenApi),
        Fact(Keyword.Examples, "examples", Notes, From6),
        Fact(Keyword.Deprecated, "deprecated", Notes, From201909 | OpenApi30),
        Fact(Keyword.Xml, "xml", Notes, Dialects.OpenApi),
        Fact(Keyword.ExternalDocs, "externalDocs", Notes, Dialects.OpenApi),
        Fact(Keyword.CollectionFormat, "collectionFormat", Notes, Swagger),
    ];

    private static readonly Dictionary<string, KeywordFacts> ByName = Facts.ToDictionary(fact => fact.Name, StringComparer.Ordinal);

    private static readonly KeywordFacts[] ByKeyword = Index();

    /// <summary>All spellings, for suggestions.</summary>
    public static IEnumerable<string> Names => Facts.Select(fact => fact.Name);

    /// <summary>The keyword with this spelling; null where there is none.</summary>
    public static KeywordFacts? Find(string name) => ByName.TryGetValue(name, out KeywordFacts? facts) ? facts : null;

    /// <summary>What is known of a keyword.</summary>
    public static KeywordFacts Of(Keyword keyword) => ByKeyword[(int)keyword];

    private static KeywordFacts Fact(
        Keyword keyword, string name, KeywordGroup group, Dialects dialects, KeywordShape shape = NoSchema) =>
        new(keyword, name, group, dialects, shape);

    private static KeywordFacts[] Index()
    {
        KeywordFacts[] index = new KeywordFacts[(int)Keyword.Count];
        foreach (KeywordFacts fact in Facts) index[(int)fact.Keyword] = fact;
        return index;
    }
}
