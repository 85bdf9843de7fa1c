using System.Globalization;
using ContractToolkit.Drift.Import.Calls;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Finds paths and methods that the contract does not have, and gives them templates.</summary>
internal static class UndeclaredDrift
{
    public static void Add(DriftReport report, OperationRouter router, TrafficProfile profile)
    {
        Func<string, bool> isOther = OtherHosts(profile);
        List<UndeclaredTraffic> calls = [.. profile.Undeclared.Kept.Select(Parse)];
        ReportOthers(report, [.. calls.Where(call => isOther(call.Origin))]);
        // What the server does not have either is no gap of the contract; what never got an answer says nothing.
        calls.RemoveAll(call => isOther(call.Origin) || call.Status is 0 or 404 or 410 or 501);
        ILookup<bool, UndeclaredTraffic> byPath = calls.ToLookup(call => router.Route(call.Method, call.Path).Outcome == RouteOutcome.MethodNotAllowed);
        foreach (IGrouping<(string?, string), UndeclaredTraffic> group in byPath[true].Where(call => call.Status != 405).GroupBy(call => (router.Route(call.Method, call.Path).Template, call.Method)))
        {
            Report(report, DriftRules.UndeclaredMethod, group.Key.Item2, group.Key.Item1 ?? group.First().Path, [.. group]);
        }

        Dictionary<string, string> templates = PathTemplates.Infer(byPath[false].Select(call => call.Path));
        foreach (IGrouping<(string Template, string Method), UndeclaredTraffic> group in byPath[false].GroupBy(call => (Template: templates[call.Path], call.Method)))
        {
            Report(report, DriftRules.UndeclaredPath, group.Key.Method, group.Key.Template, [.. group]);
        }
    }

    /// <summary>Tells hosts of other services: no call of theirs fits, and the contract's own host is known.</summary>
    private static Func<string, bool> OtherHosts(TrafficProfile profile)
    {
        HashSet<string> own = [.. profile.Hosts.Declared.Select(host => host.Key), .. profile.Hosts.All.Where(host => host.Value.Matched > 0).Select(host => host.Key)];
        return origin => own.Count > 0 && origin.Length > 0 && !own.Contains(origin);
    }

    private static void ReportOthers(DriftReport report, List<UndeclaredTraffic> calls)
    {
        if (calls.Count == 0) return;
        string[] hosts = [.. calls.Select(call => call.Origin).Distinct().Order(StringComparer.Ordinal)];
        string named = string.Join(", ", hosts.Take(3)) + (hosts.Length > 3 ? FormattableString.Invariant($" and {hosts.Length - 3} more") : "");
        report.Add(DriftRules.OtherHost, "/servers", null, $"Left out: {Quantities.Counted(calls.Sum(call => call.Count), "call")} to {named}.");
    }

    private static void Report(DriftReport report, FindingRule rule, string method, string template, List<UndeclaredTraffic> calls)
    {
        long count = calls.Sum(call => call.Count);
        string statuses = string.Join(", ", calls.Select(call => call.Status).Distinct().Order());
        string message = $"{method} {template} is outside the contract: {Quantities.Counted(count, "call")}, answered {statuses}.";
        report.Add(rule, "/paths", method + " " + template, message, UndeclaredMend.Of(method, template, calls, report.Contract.Version));
    }

    private static UndeclaredTraffic Parse(KeyValuePair<string, UndeclaredCall> entry)
    {
        int first = entry.Key.IndexOf(' '), last = entry.Key.LastIndexOf(' ');
        RequestTarget target = RequestTarget.Parse(entry.Key[(first + 1)..last]);
        return new UndeclaredTraffic(entry.Key[..first], target.Origin, target.Path, int.TryParse(entry.Key.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : 0, entry.Value.Count, entry.Value);
    }
}

/// <summary>The calls of one method and address with one status, all outside the contract.</summary>
internal sealed record UndeclaredTraffic(string Method, string Origin, string Path, int Status, long Count, UndeclaredCall Seen);
