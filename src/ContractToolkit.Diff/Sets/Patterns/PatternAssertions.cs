using ContractToolkit.Patterns;

namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>Where a pattern asserts something about a place instead of taking text.</summary>
internal static class PatternAssertions
{
    /// <summary>Whether the node consumes nothing: an assertion, or made of assertions only.</summary>
    public static bool IsZeroWidth(PatternNode node) => node switch
    {
        EdgeNode or LookNode => true,
        SequenceNode sequence => sequence.Parts.All(IsZeroWidth),
        ChoiceNode choice => choice.Branches.All(IsZeroWidth),
        _ => false,
    };

    /// <summary>Whether an assertion stands anywhere inside.</summary>
    public static bool HasAssertion(PatternNode node) => node switch
    {
        EdgeNode or LookNode => true,
        SequenceNode sequence => sequence.Parts.Any(HasAssertion),
        ChoiceNode choice => choice.Branches.Any(HasAssertion),
        RepeatNode repeat => HasAssertion(repeat.Inner),
        _ => false,
    };

    /// <summary>Whether <c>^</c> stands anywhere inside.</summary>
    public static bool HasStart(PatternNode node) => node switch
    {
        EdgeNode edge => edge.IsStart,
        SequenceNode sequence => sequence.Parts.Any(HasStart),
        ChoiceNode choice => choice.Branches.Any(HasStart),
        RepeatNode repeat => HasStart(repeat.Inner),
        LookNode look => HasStart(look.Inner),
        _ => false,
    };
}
