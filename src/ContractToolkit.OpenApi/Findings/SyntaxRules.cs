namespace ContractToolkit.OpenApi;

/// <content>The text itself.</content>
public static partial class ReadingRules
{
    /// <summary>The text is no JSON.</summary>
    public static ReadingRule JsonSyntax { get; } = Error(
        "CT1001", "The text is no JSON", "Mend the text at the place named; the reader stops there.");

    /// <summary>The text is no YAML.</summary>
    public static ReadingRule YamlSyntax { get; } = Error(
        "CT1002", "The text is no YAML", "Mend the text at the place named; often the indentation or an unquoted colon.");

    /// <summary>A byte is no UTF-8.</summary>
    public static ReadingRule InvalidUtf8 { get; } = Error(
        "CT1003", "A byte is no UTF-8", "Save the file as UTF-8.");

    /// <summary>A member stands twice in one object.</summary>
    public static ReadingRule DuplicateMember { get; } = Error(
        "CT1004", "A member stands twice in one object", "Remove or rename one of the two.");

    /// <summary>Nesting is too deep.</summary>
    public static ReadingRule TooDeep { get; } = Error(
        "CT1005", "Nesting is too deep", "Flatten the document, or raise the limit if it is trusted.");

    /// <summary>There are too many values.</summary>
    public static ReadingRule TooManyNodes { get; } = Error(
        "CT1006", "There are too many values", "Split the document, or raise the limit if it is trusted.");

    /// <summary>A YAML alias leads nowhere.</summary>
    public static ReadingRule UnknownAlias { get; } = Error(
        "CT1007", "A YAML alias leads nowhere", "Define the anchor before the alias, and not around it.");

    /// <summary>The YAML stream holds several documents.</summary>
    public static ReadingRule SeveralDocuments { get; } = Warning(
        "CT1008", "The YAML stream holds several documents", "Keep one document per file.");

    /// <summary>A YAML key is no scalar.</summary>
    public static ReadingRule ComplexKey { get; } = Error(
        "CT1009", "A YAML key is no scalar", "Use a string as the key.");

    /// <summary>A YAML number has no JSON form.</summary>
    public static ReadingRule InexpressibleNumber { get; } = Error(
        "CT1010", "A YAML number has no JSON form", "Write a finite number, or quote the text.");

    /// <summary>A YAML tag does not fit its value.</summary>
    public static ReadingRule TagMismatch { get; } = Error(
        "CT1011", "A YAML tag does not fit its value", "Remove the tag or change the value.");

    /// <summary>The text holds nothing.</summary>
    public static ReadingRule EmptyText { get; } = Error(
        "CT1012", "The text holds nothing", "Give a document.");

    /// <summary>A quoted text is not indented.</summary>
    public static ReadingRule QuotedTextIndentation { get; } = Warning(
        "CT1013", "A quoted text is not indented", "Indent its lines further than the member that it belongs to; YAML asks for that, and other readers refuse the file.");

    /// <summary>There are more findings than are listed.</summary>
    public static ReadingRule FindingsLeftOut { get; } = Warning(
        "CT1099", "There are more findings than are listed", "Mend the findings listed and read again.");

    private static ReadingRule[] SyntaxRules =>
    [
        JsonSyntax, YamlSyntax, InvalidUtf8, DuplicateMember, TooDeep, TooManyNodes, UnknownAlias, SeveralDocuments, ComplexKey,
        InexpressibleNumber, TagMismatch, EmptyText, QuotedTextIndentation, FindingsLeftOut,
    ];
}
