using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Output;

/// <summary>The rules of <c>contract validate</c>.</summary>
internal static class ValidateRules
{
    public static FindingRule Instance { get; } = new(
        "instance", FindingLevel.Error, "An instance does not conform",
        "A JSON value satisfies the schema that it is judged by.",
        "Mend the instance or the schema; the message names the value, the cause names the keyword.");

    public static IReadOnlyList<FindingRule> All { get; } = [Instance];
}
