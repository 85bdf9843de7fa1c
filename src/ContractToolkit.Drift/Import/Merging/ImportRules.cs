namespace ContractToolkit.Drift.Import.Merging;

/// <summary>The rules of the comparison of imported pages with a contract.</summary>
public static class ImportRules
{
    /// <summary>The contract lacks an operation.</summary>
    public static readonly FindingRule MissingOperation = new("import-operation-missing", FindingLevel.Error, "The contract lacks an operation of the page", "The page describes an operation whose path and method the contract does not have.", "Run 'contract import PAGE --into DOCUMENT'.");

    /// <summary>The contract lacks a parameter, body, response or member.</summary>
    public static readonly FindingRule Missing = new("import-element-missing", FindingLevel.Error, "The contract lacks something that the page describes", "A parameter, a media type, a response or a member stands on the page and not in the contract.", "Run 'contract import PAGE --into DOCUMENT', or leave it out on purpose.");

    /// <summary>Page and contract disagree on types.</summary>
    public static readonly FindingRule Type = new("import-type-contradiction", FindingLevel.Error, "Page and contract name different types", "The page's type is none that the contract allows. Where only a sample shows the type, the level is warning.", "Find out which is right; the contract is left as it is.");

    /// <summary>Page and contract disagree on whether something must be there.</summary>
    public static readonly FindingRule Required = new("import-required-contradiction", FindingLevel.Error, "The page requires what the contract does not", "The page marks a parameter or member as required; the contract leaves it optional.", "Find out which is right; the contract is left as it is.");

    /// <summary>Page and contract disagree on a format.</summary>
    public static readonly FindingRule Format = new("import-format-contradiction", FindingLevel.Error, "Page and contract name different formats", "Both name a format, and they differ.", "Find out which is right; the contract is left as it is.");

    /// <summary>The page no longer has what the contract documents.</summary>
    public static readonly FindingRule Gone = new("import-element-gone", FindingLevel.Info, "The page does not have what the contract declares", "The contract declares a request parameter or member that the page does not list. It may come from elsewhere, or have gone.", "Look whether the vendor has dropped it.");

    /// <summary>An addition that has to be made by hand.</summary>
    public static readonly FindingRule ByHand = new("import-by-hand", FindingLevel.Error, "An addition cannot be written", "The place stands in another file of the contract, or cannot be changed in place.", "Make the addition by hand.");

    /// <summary>Something on a page is not understood.</summary>
    public static readonly FindingRule NotUnderstood = new("import-not-understood", FindingLevel.Warning, "Something on the page is not understood", "A word or a row of a table is none that is known, or the page leaves open where something is sent. Nothing is guessed: what the message names is left out.", "Say it on the page, or complete the draft by hand.");

    /// <summary>All rules.</summary>
    public static IReadOnlyList<FindingRule> All { get; } = [MissingOperation, Missing, Type, Required, Format, Gone, ByHand, NotUnderstood];
}
