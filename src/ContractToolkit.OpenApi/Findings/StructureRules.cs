namespace ContractToolkit.OpenApi;

/// <content>The shape of the document.</content>
public static partial class ReadingRules
{
    /// <summary>The text is no OpenAPI document.</summary>
    public static ReadingRule NoOpenApiDocument { get; } = Error(
        "CT1101", "The text is no OpenAPI document", "Give the version: 'openapi: 3.1.0' (or 'swagger: \"2.0\"').");

    /// <summary>The version is unknown.</summary>
    public static ReadingRule UnsupportedVersion { get; } = Warning(
        "CT1102", "The version is unknown", "Use 2.0, 3.0, 3.1 or 3.2.");

    /// <summary>A required member is missing.</summary>
    public static ReadingRule MissingMember { get; } = Error(
        "CT1103", "A member is missing without which its object cannot be read", "Add it; the object is left out.");

    /// <summary>A member has the wrong type.</summary>
    public static ReadingRule WrongType { get; } = Error(
        "CT1104", "A member has the wrong type", "Give a value of the type named.");

    /// <summary>A member is unknown.</summary>
    public static ReadingRule UnknownMember { get; } = Warning(
        "CT1105", "A member is unknown", "Correct its name, or let it start with x- if it is an extension.");

    /// <summary>A value is none of those allowed.</summary>
    public static ReadingRule UnknownValue { get; } = Error(
        "CT1106", "A value is none of those allowed", "Use one of the values named.");

    /// <summary>A member belongs to another version of the specification.</summary>
    public static ReadingRule LaterVersion { get; } = Warning(
        "CT1107", "A member belongs to another version of the specification", "Raise the version of the document, or remove the member.");

    /// <summary>Members exclude each other.</summary>
    public static ReadingRule Conflict { get; } = Warning(
        "CT1108", "Members exclude each other", "Keep one of them.");

    /// <summary>The document describes nothing.</summary>
    public static ReadingRule NoPaths { get; } = Warning(
        "CT1109", "The document describes nothing", "Add paths, components or webhooks.");

    /// <summary>A name has characters that are not allowed.</summary>
    public static ReadingRule InvalidName { get; } = Warning(
        "CT1110", "A name has characters that are not allowed", "Use letters, digits, dot, hyphen and underscore only.");

    /// <summary>A member that the specification requires is missing.</summary>
    public static ReadingRule OmittedMember { get; } = Warning(
        "CT1111", "A member that the specification requires is missing", "Add it.");

    /// <summary>A number, boolean or null stands where text belongs.</summary>
    public static ReadingRule ScalarForText { get; } = Warning(
        "CT1112", "A number, boolean or null stands where text belongs", "Put it in quotes.");

    private static ReadingRule[] StructureRules =>
    [
        NoOpenApiDocument, UnsupportedVersion, MissingMember, WrongType, UnknownMember, UnknownValue, LaterVersion, Conflict,
        NoPaths, InvalidName, OmittedMember, ScalarForText,
    ];
}
