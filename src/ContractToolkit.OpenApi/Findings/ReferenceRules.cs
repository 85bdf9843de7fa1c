namespace ContractToolkit.OpenApi;

/// <content>References.</content>
public static partial class ReadingRules
{
    /// <summary>A reference leads nowhere.</summary>
    public static ReadingRule UnresolvedReference { get; } = Error(
        "CT1201", "A reference leads nowhere", "Correct the reference or add its target.");

    /// <summary>References form a circle.</summary>
    public static ReadingRule ReferenceCycle { get; } = Error(
        "CT1202", "References form a circle", "Let one of them end at a value.");

    /// <summary>A reference names a file that is not available.</summary>
    public static ReadingRule FileNotAvailable { get; } = Error(
        "CT1203", "A reference names a file that is not available", "Put the file beside the document, or list it with the document.");

    /// <summary>A reference leaves the document's folder.</summary>
    public static ReadingRule OutsideFolder { get; } = Error(
        "CT1204", "A reference leaves the document's folder", "Move the file below the root document's folder; the tool's `--root` names a folder that holds both.");

    /// <summary>A member beside $ref is ignored.</summary>
    public static ReadingRule IgnoredSibling { get; } = Warning(
        "CT1205", "A member beside $ref is ignored", "Remove it, or move it into an allOf.");

    /// <summary>A reference is no URI reference.</summary>
    public static ReadingRule InvalidReference { get; } = Error(
        "CT1206", "A reference is no URI reference", "Give a URI reference such as #/components/schemas/Name.");

    private static ReadingRule[] ReferenceRules =>
    [
        UnresolvedReference, ReferenceCycle, FileNotAvailable, OutsideFolder, IgnoredSibling, InvalidReference,
    ];
}
