namespace ContractToolkit.OpenApi;

/// <content>Paths and operations.</content>
public static partial class ReadingRules
{
    /// <summary>A path does not begin with a slash.</summary>
    public static ReadingRule PathWithoutSlash { get; } = Warning(
        "CT1301", "A path does not begin with a slash", "Begin it with a slash.");

    /// <summary>Two paths cannot be told apart.</summary>
    public static ReadingRule AmbiguousPath { get; } = Warning(
        "CT1302", "Two paths cannot be told apart", "Remove one, or name the parameters alike and merge them.");

    /// <summary>A path parameter is not declared.</summary>
    public static ReadingRule UndeclaredPathParameter { get; } = Warning(
        "CT1303", "A path parameter is not declared", "Declare it with in: path.");

    /// <summary>A path parameter is not in the path.</summary>
    public static ReadingRule UnusedPathParameter { get; } = Warning(
        "CT1304", "A path parameter is not in the path", "Name it in the path in braces, or remove it.");

    /// <summary>An operationId is used twice.</summary>
    public static ReadingRule DuplicateOperationId { get; } = Warning(
        "CT1305", "An operationId is used twice", "Give each operation its own.");

    /// <summary>A parameter is declared twice.</summary>
    public static ReadingRule DuplicateParameter { get; } = Warning(
        "CT1306", "A parameter is declared twice", "Remove one; name and place together must be unique.");

    /// <summary>A path parameter is not required.</summary>
    public static ReadingRule OptionalPathParameter { get; } = Warning(
        "CT1307", "A path parameter is not required", "Add required: true.");

    /// <summary>A response status is invalid.</summary>
    public static ReadingRule InvalidStatus { get; } = Error(
        "CT1308", "A response status is invalid", "Use 100 to 599 in quotes, a range such as 4XX, or default.");

    /// <summary>A template is malformed.</summary>
    public static ReadingRule InvalidTemplate { get; } = Warning(
        "CT1309", "A template is malformed", "Close each brace and name what stands inside.");

    /// <summary>A header is ignored here.</summary>
    public static ReadingRule IgnoredHeader { get; } = Info(
        "CT1310", "A header is ignored here", "Describe it by content types or a security scheme.");

    /// <summary>A style does not go with this place.</summary>
    public static ReadingRule StyleNotAllowed { get; } = Warning(
        "CT1311", "A style does not go with this place", "Use a style that the specification allows here.");

    /// <summary>A link names no operation of the document.</summary>
    public static ReadingRule UnresolvedOperation { get; } = Warning(
        "CT1312", "A link names no operation of the document", "Use the operationId of an operation in the document.");

    /// <summary>A security scheme is not declared.</summary>
    public static ReadingRule UnknownSecurityScheme { get; } = Warning(
        "CT1313", "A security scheme is not declared", "Declare it below components.securitySchemes.");

    /// <summary>A variable of the server URL is not declared.</summary>
    public static ReadingRule UndeclaredServerVariable { get; } = Warning(
        "CT1314", "A variable of the server URL is not declared", "Declare it below variables with a default.");

    /// <summary>Callbacks nest without end.</summary>
    public static ReadingRule NestedCallback { get; } = Info(
        "CT1315", "Callbacks nest without end", "Nothing; the inner one is left out.");

    /// <summary>The default of a server variable is none of its values.</summary>
    public static ReadingRule ServerDefault { get; } = Warning(
        "CT1316", "The default of a server variable is none of its values", "Use one of the enum.");

    private static ReadingRule[] OperationRules =>
    [
        PathWithoutSlash, AmbiguousPath, UndeclaredPathParameter, UnusedPathParameter, DuplicateOperationId, DuplicateParameter,
        OptionalPathParameter, InvalidStatus, InvalidTemplate, IgnoredHeader, StyleNotAllowed, UnresolvedOperation,
        UnknownSecurityScheme, UndeclaredServerVariable, NestedCallback, ServerDefault,
    ];
}
