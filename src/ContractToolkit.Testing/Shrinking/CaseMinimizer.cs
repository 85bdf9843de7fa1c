using ContractToolkit.Exchange;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>
/// Makes the request of a finding as small as it can be while the same check keeps failing for the same cause: same rule, same operation,
/// same place in the contract, so that the search never ends at another fault.
/// </summary>
internal sealed class CaseMinimizer(RunContext context, CaseRunner runner)
{
    private const int MostRequests = 80;

    /// <summary>The smallest case found with its result; the given one where nothing smaller fails alike.</summary>
    public async Task<CaseResult> MinimizeAsync(CaseResult failing, Finding finding, OperationLedger ledger, CancellationToken cancellation)
    {
        string cause = Fingerprint.Of(finding);
        CaseResult smallest = failing;
        int budget = MostRequests;
        bool progress = true;
        while (progress && budget > 0)
        {
            progress = false;
            foreach (RequestValues candidate in RequestShrinker.Smaller(smallest.Case.Operation, smallest.Case.Values, removeOnly: finding.Id == ValidRejectedCheck.Id))
            {
                if (cancellation.IsCancellationRequested || budget == 0) return smallest;
                if (!MeansTheSame(smallest.Case, candidate)) continue;
                budget--;
                CaseResult? result = await runner.SendAsync(smallest.Case with { Values = candidate }, ledger, cancellation).ConfigureAwait(false);
                if (result is null || !runner.Findings(result).Any(other => Fingerprint.Of(context.Secrets.Scrub(other)) == cause)) continue;
                smallest = result;
                progress = true;
                break;
            }
        }

        return smallest;
    }

    // A conforming request stays conforming, and a violating one keeps breaking the same rule at the same place and no other.
    private bool MeansTheSame(TestCase test, RequestValues candidate)
    {
        IReadOnlyList<Finding>? faults = context.Factory.Faults(test.Operation, candidate);
        if (faults is null) return false;
        return test.Intent switch
        {
            CaseIntent.Conforming => faults.Count == 0,
            CaseIntent.Violating => faults.Count > 0 && BreaksTheSame(test, candidate, faults),
            _ => true,
        };
    }

    private bool BreaksTheSame(TestCase test, RequestValues candidate, IReadOnlyList<Finding> faults)
    {
        string?[] causes = [.. (context.Factory.Faults(test.Operation, test.Values) ?? []).Select(fault => fault.Cause).Distinct()];
        if (!faults.Select(fault => fault.Cause).Distinct().SequenceEqual(causes)) return false;
        bool isNamed = causes is [{ } only] && only == test.RulePointer;
        return isNamed || test.BrokenPlace is not { } place || test.Values.Body is not { } before || (candidate.Body is { } after && BrokenPlace.IsKept(before, after, place));
    }
}
