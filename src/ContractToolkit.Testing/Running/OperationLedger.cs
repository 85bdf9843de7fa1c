using ContractToolkit.Exchange;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>What a run learned about one operation. Safe for concurrent use.</summary>
internal sealed class OperationLedger(CompiledOperation operation, CoverageMeter coverage)
{
    private readonly object gate = new();
    private readonly SortedDictionary<string, int> statuses = new(StringComparer.Ordinal);
    private readonly HashSet<BodyCheck> depths = [];
    private readonly HashSet<int> conformingStatuses = [];
    private readonly HashSet<ExchangeErrorKind> errors = [];
    private int requests;
    private long checks;
    private TimeSpan duration;
    private bool accepted;

    public CompiledOperation Operation => operation;

    /// <summary>Why nothing could be sent; null where something was.</summary>
    public string? Blocked { get; set; }

    /// <summary>Why the operation was left out; null where it was not.</summary>
    public string? Skipped { get; set; }

    /// <summary>Whether it must not be called at all, not even to serve the test of another.</summary>
    public bool Forbidden { get; set; }

    /// <summary>Whether its turn came.</summary>
    public bool Visited { get; set; }

    /// <summary>The number of requests that got no answer in time.</summary>
    public int TimeOuts { get; private set; }

    /// <summary>The number of parts of the contract that were exercised.</summary>
    public int Covered => coverage.Reached;

    /// <summary>The values of the first conforming request that was taken; null where none was.</summary>
    public RequestValues? Taken { get; private set; }

    /// <summary>Whether a conforming request was taken.</summary>
    public bool Accepted => accepted;

    public void Add(CaseResult result, int checksMade)
    {
        lock (gate)
        {
            requests++;
            checks += checksMade;
            duration += result.Exchange.Timings?.Total ?? TimeSpan.Zero;
            string status = result.Status > 0 ? result.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) : "none";
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (result.Exchange.Error is { } error) errors.Add(error.Kind);
            if (result.Exchange.Error?.Kind == ExchangeErrorKind.TimedOut) TimeOuts++;
            if (result.Case.Intent == CaseIntent.Conforming && result.Status > 0) conformingStatuses.Add(result.Status);
            if (result.Case.Intent == CaseIntent.Conforming && result.Accepted)
            {
                accepted = true;
                Taken ??= result.Case.Values;
                depths.Add(result.Verdict!.BodyCheck);
            }
        }

        if (result.Case.Intent != CaseIntent.UndeclaredMethod) coverage.Add(result.Exchange, result.Verdict, result.Case.RulePointer);
    }

    /// <summary>What can be said about the operation.</summary>
    /// <param name="fails">Whether a finding that fails the build concerns it.</param>
    /// <param name="place">Where it stands in the document.</param>
    /// <param name="group">The group it is listed under.</param>
    public OperationResult Result(bool fails, DocumentPlace? place, string? group)
    {
        lock (gate)
        {
            (OperationVerdict verdict, string? reason) = Judge(fails);
            return new()
            {
                Name = operation.Name,
                OperationId = operation.Operation.OperationId,
                Group = group,
                Effect = operation.Operation.Effect.ToString().ToLowerInvariant(),
                Place = place,
                Verdict = verdict,
                Reason = reason,
                Requests = requests,
                Checks = checks,
                Duration = duration,
                Statuses = [.. statuses.Select(status => new StatusCount(status.Key, status.Value))],
                Coverage = coverage.Items(),
            };
        }
    }

    private (OperationVerdict Verdict, string? Reason) Judge(bool fails)
    {
        if (Skipped is not null) return (OperationVerdict.Skipped, Skipped);
        if (fails) return (OperationVerdict.Fails, null);
        if (!Visited) return (OperationVerdict.NotReached, null);
        if (Blocked is not null && requests == 0) return (OperationVerdict.NotTestable, Blocked);
        if (!accepted) return (OperationVerdict.NotTestable, WhyNotTestable());
        bool envelopeOnly = depths.Contains(BodyCheck.EnvelopeOnly) && !depths.Contains(BodyCheck.Full);
        return (envelopeOnly ? OperationVerdict.EnvelopeOnly : OperationVerdict.Conforms, null);
    }

    private string WhyNotTestable()
    {
        if (conformingStatuses.Count == 0) return errors.Contains(ExchangeErrorKind.Cancelled) ? "the run was stopped" : "no conforming request was answered";
        string answered = string.Join(", ", conformingStatuses.Order());
        if (conformingStatuses.All(status => status is 401 or 403)) return $"the credentials were refused throughout ({answered})";
        if (conformingStatuses.All(status => status is 404 or 410)) return $"nothing was found throughout ({answered}): real ids are needed";
        return $"no conforming request was taken ({answered})";
    }
}
