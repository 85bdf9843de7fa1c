using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Output;

/// <summary>The rules of <c>contract validate</c>.</summary>
internal static class ValidateRules
{
    public static FindingRule Instance { get; } = new(
        "instance", FindingLevel.Error, "An instance does not conform",
        "A JSON value satisfies the schema that it is judged by.",
        "Mend the instance or the schema; the message names the value, the cause names the keyword.");

    public static FindingRule RepeatedName { get; } = new(
        "repeated-name", FindingLevel.Warning, "A name stands twice in an object",
        "The names in an object are unique (RFC 8259, section 4: SHOULD); readers differ in which value counts.",
        "Mend what writes the instance.");

    public static IReadOnlyList<FindingRule> All { get; } = [Instance, RepeatedName];
}
