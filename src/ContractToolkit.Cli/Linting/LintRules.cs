namespace ContractToolkit.Cli.Linting;

/// <summary>The rules that only the linter has; those of the reader come with the document.</summary>
internal static class LintRules
{
    public static FindingRule ExampleContradicts { get; } = new(
        "lint-example", FindingLevel.Error, "An example contradicts its schema",
        "Every example satisfies the schema it stands beside (OpenAPI, Example Object): tools send it, and people copy it.",
        "Mend the example or the schema; a vendor's own sample that must stay as it is belongs under `x-contract-documented-examples`.");

    public static FindingRule InventoryMissing { get; } = new(
        "lint-inventory", FindingLevel.Error, "Contract and inventory disagree",
        "Every operation of the contract stands exactly once in its inventory, with its method and path, and every entry with a path is in the contract.",
        "Add the entry, or correct its path, method or operationId.");

    public static FindingRule SecondOpinion { get; } = new(
        "lint-second-opinion", FindingLevel.Warning, "Microsoft.OpenApi objects",
        "The validation rules of Microsoft.OpenApi, an independent reader, have something to say about the document.",
        "See the message; where it is wrong about the specification, ignore it.");

    public static IReadOnlyList<FindingRule> All { get; } = [ExampleContradicts, InventoryMissing, SecondOpinion];
}
