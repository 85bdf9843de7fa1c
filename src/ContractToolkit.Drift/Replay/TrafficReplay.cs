using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Replay;

/// <summary>
/// Replays recorded calls against two versions of a contract, without sending anything: a call breaks where the older version accepts its
/// request and the newer one does not.
/// </summary>
public sealed class TrafficReplay
{
    private readonly ExchangeValidator oldValidator;
    private readonly ExchangeValidator newValidator;
    private readonly CompiledContract old;
    private readonly CompiledContract @new;
    private readonly Dictionary<string, OperationReplay> operations = new(StringComparer.Ordinal);

    /// <summary>Prepares the replay.</summary>
    /// <param name="old">The older contract.</param>
    /// <param name="new">The newer contract.</param>
    public TrafficReplay(CompiledContract old, CompiledContract @new)
    {
        ExchangeValidatorOptions options = new() { CheckSecurity = false };
        this.old = old;
        this.@new = @new;
        oldValidator = new(old, options);
        newValidator = new(@new, options);
    }

    /// <summary>The calls looked at.</summary>
    public long Calls { get; private set; }

    /// <summary>The calls that break.</summary>
    public long Broken { get; private set; }

    /// <summary>The calls that the older contract does not accept either, which nothing can be said about.</summary>
    public long Unjudged { get; private set; }

    /// <summary>The counts by operation, as <c>METHOD /path</c> of both versions.</summary>
    public IReadOnlyDictionary<string, OperationReplay> Operations => operations;

    /// <summary>Takes in a recorded call; what a browser asks before one is none.</summary>
    public void Add(HttpExchange exchange)
    {
        if (exchange.Request.IsPreflight) return;
        Calls++;
        RouteMatch before = old.Router.Route(exchange.Request.Method, exchange.Request.Url), after = @new.Router.Route(exchange.Request.Method, exchange.Request.Url);
        if (before.Operation is not { } operation || oldValidator.ValidateRequest(exchange.Request, before).Any(IsError))
        {
            Unjudged++;
            return;
        }

        Finding? reason = newValidator.ValidateRequest(exchange.Request, after).FirstOrDefault(IsError);
        if (reason is not null) Broken++;
        foreach (string name in new[] { operation.Operation.DisplayName, after.Operation?.Operation.DisplayName }.OfType<string>().Distinct())
        {
            if (!operations.TryGetValue(name, out OperationReplay? counts)) operations.Add(name, counts = new());
            counts.Calls++;
            if (reason is null) continue;
            counts.Broken++;
            counts.Reason ??= reason;
        }
    }

    private static bool IsError(Finding finding) => finding.Level == FindingLevel.Error;
}

/// <summary>How the recorded calls of one operation fare.</summary>
public sealed class OperationReplay
{
    /// <summary>The calls that the older contract accepts.</summary>
    public long Calls { get; internal set; }

    /// <summary>Those that the newer one rejects.</summary>
    public long Broken { get; internal set; }

    /// <summary>What the newer contract says of the first call that breaks; null where none does.</summary>
    public Finding? Reason { get; internal set; }
}
