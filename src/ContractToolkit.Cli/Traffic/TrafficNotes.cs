using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Traffic;

/// <summary>Says in a few sentences what a profile holds, and what recordings held that it does not count as calls.</summary>
internal static class TrafficNotes
{
    public static IEnumerable<string> Of(TrafficProfile profile, CompiledContract contract)
    {
        yield return FormattableString.Invariant($"{profile.Exchanges} exchanges, {profile.Operations.Count} of {contract.Operations.Count} operations seen, {profile.Undeclared.Total} calls outside the contract");
        if (profile.Aside.Count > 0) yield return "left aside: " + string.Join(", ", profile.Aside.Select(kind => FormattableString.Invariant($"{kind.Value} {Name(kind.Key)}")));
        long unanswered = profile.Operations.Values.Sum(operation => operation.Unanswered);
        if (unanswered > 0) yield return FormattableString.Invariant($"{unanswered} calls without a recorded answer");
        if (profile.Places.Reached) yield return FormattableString.Invariant($"bodies have more places than the {profile.Places.Max} that a profile keeps; the deepest were left out");
    }

    private static string Name(string kind) => kind switch
    {
        "preflight" => "CORS preflights",
        "page" => "parts of web pages",
        "websocket" => "web sockets",
        _ => "addresses that are not HTTP",
    };
}
