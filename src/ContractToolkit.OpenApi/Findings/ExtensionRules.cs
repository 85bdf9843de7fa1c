namespace ContractToolkit.OpenApi;

/// <content>Extensions of the toolkit.</content>
public static partial class ReadingRules
{
    /// <summary>An x-contract- extension is unknown.</summary>
    public static ReadingRule UnknownExtension { get; } = Warning(
        "CT1501", "An x-contract- extension is unknown", "Correct its name; see docs/extensions.md.");

    /// <summary>An x-contract- extension is malformed.</summary>
    public static ReadingRule MalformedExtension { get; } = Error(
        "CT1502", "An x-contract- extension is malformed", "See docs/extensions.md for its form.");

    private static ReadingRule[] ExtensionRules =>
    [
        UnknownExtension, MalformedExtension,
    ];
}
