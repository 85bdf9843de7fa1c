using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Traffic;

/// <summary>Says in a few sentences what a profile holds, and what recordings held that it does not count as calls.</summary>
internal static class TrafficNotes
{
    public static IEnumerable<string> Of(TrafficProfile profile, CompiledContract contract)
    {
        yield return FormattableString.Invariant($"{Quantities.Counted(profile.Exchanges, "exchange")}, {profile.Operations.Count} of {Quantities.Counted(contract.Operations.Count, "operation")} seen, {Quantities.Counted(profile.Undeclared.Total, "call")} outside the contract");
        if (SideTraffic.Sentence(profile.Aside) is { } aside) yield return aside;
        long unanswered = profile.Operations.Values.Sum(operation => operation.Unanswered);
        if (unanswered > 0) yield return Quantities.Counted(unanswered, "call") + " without a recorded answer";
        if (profile.Places.Reached) yield return FormattableString.Invariant($"bodies have more places than the {profile.Places.Max} that a profile keeps; the deepest were left out");
    }

    /// <summary>The line that says what cannot be read, and where.</summary>
    public static string Of(Finding problem) => $"{problem.Document!.File}:{problem.Document.Position}: {problem.Message}";
}
