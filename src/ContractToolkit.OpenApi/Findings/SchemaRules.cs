namespace ContractToolkit.OpenApi;

/// <content>Schemas.</content>
public static partial class ReadingRules
{
    /// <summary>A schema keyword is unknown.</summary>
    public static ReadingRule UnknownKeyword { get; } = Info(
        "CT1401", "A schema keyword is unknown", "Correct its name; JSON Schema takes an unknown keyword for a note.");

    /// <summary>A schema keyword has an invalid value.</summary>
    public static ReadingRule MalformedKeyword { get; } = Warning(
        "CT1402", "A schema keyword has an invalid value", "Give a value of the form named; the keyword is left out.");

    /// <summary>nullable has no effect without type.</summary>
    public static ReadingRule NullableWithoutType { get; } = Warning(
        "CT1403", "nullable has no effect without type", "Add type beside it, or use an anyOf with null.");

    /// <summary>A discriminator mapping leads nowhere.</summary>
    public static ReadingRule UnresolvedMapping { get; } = Warning(
        "CT1404", "A discriminator mapping leads nowhere", "Name a schema of the document.");

    /// <summary>A schema dialect is unknown.</summary>
    public static ReadingRule UnknownDialect { get; } = Warning(
        "CT1405", "A schema dialect is unknown", "Use one of the JSON Schema dialects from draft 4 on.");

    /// <summary>A schema keyword does not belong to this dialect.</summary>
    public static ReadingRule KeywordOfOtherDialect { get; } = Warning(
        "CT1406", "A schema keyword does not belong to this dialect", "Raise the version of the document, or remove the keyword; it is ignored.");

    /// <summary>A schema is both readOnly and writeOnly.</summary>
    public static ReadingRule ReadOnlyAndWriteOnly { get; } = Warning(
        "CT1407", "A schema is both readOnly and writeOnly", "Keep one of them.");

    /// <summary>A schema identifier or anchor is used twice.</summary>
    public static ReadingRule DuplicateIdentifier { get; } = Warning(
        "CT1408", "A schema identifier or anchor is used twice", "Give each schema its own.");

    /// <summary>A schema is neither an object nor a boolean.</summary>
    public static ReadingRule NotASchema { get; } = Error(
        "CT1409", "A schema is neither an object nor a boolean", "Give an object.");

    /// <summary>A discriminator stands where it has no effect.</summary>
    public static ReadingRule DiscriminatorWithoutUnion { get; } = Info(
        "CT1410", "A discriminator stands where it has no effect", "Move it beside oneOf, anyOf or to the parent of an allOf.");

    private static ReadingRule[] SchemaRules =>
    [
        UnknownKeyword, MalformedKeyword, NullableWithoutType, UnresolvedMapping, UnknownDialect, KeywordOfOtherDialect,
        ReadOnlyAndWriteOnly, DuplicateIdentifier, NotASchema, DiscriminatorWithoutUnion,
    ];
}
