namespace ContractToolkit.Generator.Diagnostics;

/// <summary>What can be wrong with the set-up, or with the generator itself.</summary>
internal static class GeneratorRules
{
    /// <summary>The generator failed.</summary>
    public static FindingRule Crash { get; } = new(
        "CT0001",
        FindingLevel.Error,
        "The generator failed",
        "A fault inside the generator stopped the work on one document or one file of it. Other documents and files are not concerned.",
        "Report it with the document, or the smallest part of it that still fails. Until it is mended, leave the element out with an Exclude option.");

    /// <summary>The runtime library is missing.</summary>
    public static FindingRule MissingRuntime { get; } = new(
        "CT0002",
        FindingLevel.Error,
        "The runtime library is not referenced",
        "Generated code calls the library ContractToolkit. It comes with the package of that name; a project that uses the generator alone lacks it.",
        "Reference the package ContractToolkit without ExcludeAssets, or the project src/ContractToolkit.");

    /// <summary>The language is too old.</summary>
    public static FindingRule OldLanguage { get; } = new(
        "CT0003",
        FindingLevel.Error,
        "C# 12 or later is needed",
        "Generated code uses C# 12, the language of the .NET 8 SDK, whatever the target framework is.",
        "Remove LangVersion from the project, or set it to 12.0 or later.");

    /// <summary>An option is not understood.</summary>
    public static FindingRule BadOption { get; } = new(
        "CT0004",
        FindingLevel.Error,
        "An option of OpenApiContract is not understood",
        "Metadata of the OpenApiContract item is no valid value. The option's default is in force instead.",
        "Write one of the values that the message names; docs/options.md lists all options.");

    /// <summary>Two documents fill one namespace.</summary>
    public static FindingRule NamespaceTaken { get; } = new(
        "CT0005",
        FindingLevel.Error,
        "Two documents share a namespace",
        "Each document fills a namespace of its own, or types of two documents would meet. Nothing is generated for the later one.",
        "Give each OpenApiContract item its own Namespace.");

    /// <summary>The file cannot be read.</summary>
    public static FindingRule UnreadableFile { get; } = new(
        "CT0006",
        FindingLevel.Error,
        "The document cannot be read",
        "The compiler could not read the file that the OpenApiContract item names, or found it to be no text.",
        "Check the path of the item and that the file is text in UTF-8 or UTF-16.");

    /// <summary>The baseline cannot be read.</summary>
    public static FindingRule UnreadableBaseline { get; } = new(
        "CT0007",
        FindingLevel.Error,
        "The baseline cannot be read",
        "The document that Baseline names is not there, or is no OpenAPI document, so that nothing can be said about breaking changes.",
        "Check the path, which starts at the project's folder, and the document: contract lint names its faults.");

    /// <summary>All rules of the generator.</summary>
    public static IReadOnlyList<FindingRule> All { get; } = [Crash, MissingRuntime, OldLanguage, BadOption, NamespaceTaken, UnreadableFile, UnreadableBaseline];

    /// <summary>The finding for a fault inside the generator: its kind, message and innermost frame, in one line.</summary>
    public static Finding Crashed(string stage, Exception fault, DocumentPlace? place)
    {
        string frame = (fault.StackTrace ?? "").Split('\n')[0].Trim();
        return Crash.At($"The generator failed while {stage}: {fault.GetType().Name}: {fault.Message} {frame}", place);
    }
}
