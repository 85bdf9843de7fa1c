namespace ContractToolkit.Generator.Diagnostics;

/// <summary>What is said about a contract and its baseline: the released document that callers were built for.</summary>
internal static class BaselineRules
{
    /// <summary>A breaking change.</summary>
    public static FindingRule Breaking { get; } = new(
        "CT4001",
        FindingLevel.Warning,
        "The contract breaks callers of its baseline",
        "Compared with the document that Baseline names, the contract accepts less of what callers send, or allows more of what they receive. The message names the rule of comparison, the operations that the change reaches and, where the change is about values, a value that proves it.",
        "Keep the older form beside the newer one, or publish the change under a new version and make it the baseline. `contract rules --part diff` explains the rule of comparison.");

    /// <summary>A doubtful change.</summary>
    public static FindingRule Doubtful { get; } = new(
        "CT4002",
        FindingLevel.Info,
        "The contract may break callers of its baseline",
        "Compared with the document that Baseline names, something changed that breaks some callers, such as a member of an answer that was optional and is gone.",
        "See whether anybody relies on it; `contract diff --traffic` asks recorded calls.");

    /// <summary>Code that a breaking change reaches.</summary>
    public static FindingRule Reached { get; } = new(
        "CT4003",
        FindingLevel.Warning,
        "A breaking change reaches this code",
        "The operation, type or property used here is what a breaking change of the contract is about.",
        "Adapt this line to the newer contract, or stay with the older one.");

    /// <summary>A breaking change that no code here meets.</summary>
    public static FindingRule Unreached { get; } = new(
        "CT4004",
        FindingLevel.Info,
        "A breaking change does not touch this code base",
        "No code of this project uses the operation, type or property that the change is about. Other users of the contract may.",
        "Nothing needs to be done in this project.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } = [Breaking, Doubtful, Reached, Unreached];
}
