using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>What a reference leads to, or why it leads nowhere.</summary>
/// <param name="Target">The target; missing where there is none.</param>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Resolution(Node Target, ReadingRule? Rule = null, string? Message = null)
{
    public static Resolution Failed(ReadingRule rule, string message) => new(default, rule, message);
}
