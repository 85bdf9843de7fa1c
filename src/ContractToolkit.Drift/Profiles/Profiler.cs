using ContractToolkit.Exchange;
using ContractToolkit.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Counts exchanges into a profile. Not safe to share between threads: each thread has its own, and the profiles are merged.</summary>
public sealed class Profiler
{
    private readonly CompiledContract contract;
    private readonly ExchangeValidator? validator;
    private readonly HashSet<string> servers;
    private readonly HashSet<string> secretParameters;
    private readonly Dictionary<CompiledOperation, OperationCounter> operations = [];

    /// <summary>Makes a profiler.</summary>
    /// <param name="contract">The contract that says which operation a call belongs to.</param>
    /// <param name="validate">Whether each exchange is checked too, so that the profile counts violations.</param>
    public Profiler(CompiledContract contract, bool validate = true)
        : this(contract, new TrafficProfile(), validate)
    {
    }

    internal Profiler(CompiledContract contract, TrafficProfile profile, bool validate = true)
    {
        this.contract = contract;
        Profile = profile;
        validator = validate ? new ExchangeValidator(contract, new ExchangeValidatorOptions { CheckSecurity = false }) : null;
        servers = ServerHosts.Of(contract.Contract);
        secretParameters = [.. new RedactionRules().For(contract.Contract).Query];
    }

    /// <summary>What was counted so far.</summary>
    public TrafficProfile Profile { get; }

    /// <summary>Counts an exchange.</summary>
    public void Add(HttpExchange exchange)
    {
        Profile.Exchanges++;
        RequestTarget target = RequestTarget.Parse(exchange.Request.Url);
        RouteMatch route = contract.Router.Route(exchange.Request.Method, target);
        if (SideTraffic.Kind(exchange, target, route.Operation is not null) is { } kind)
        {
            Profile.Aside[kind] = Profile.Aside.GetValueOrDefault(kind) + 1;
            return;
        }

        HostProfile? host = Profile.Hosts.Get(target.Origin, servers.Contains(target.Origin));
        if (host is not null) host.Calls++;
        if (route.Operation is not { } operation)
        {
            Profile.Undeclared.Add($"{exchange.Request.Method} {target.Origin}{target.Path} {exchange.Response?.Status ?? 0}");
            return;
        }

        if (host is not null) host.Matched++;
        OperationCounter counter = Counter(operation);
        bool wellFormed = validator is not null && exchange.Error is null && AddViolations(counter.Profile, operation, exchange, route);
        counter.Add(exchange, target, wellFormed);
    }

    private OperationCounter Counter(CompiledOperation operation)
    {
        if (!operations.TryGetValue(operation, out OperationCounter? counter))
        {
            operations.Add(operation, counter = new OperationCounter(operation, Profile.Operation(operation.Name), Profile.Places, secretParameters));
        }

        return counter;
    }

    /// <summary>Counts violations; true where the response's body was found to conform, and so to be well-formed.</summary>
    private bool AddViolations(OperationProfile profile, CompiledOperation operation, HttpExchange exchange, RouteMatch route)
    {
        IReadOnlyList<Finding> request = validator!.ValidateRequest(exchange.Request, route);
        ResponseVerdict? response = exchange.Response is { } answer ? validator.ValidateResponse(operation, answer, exchange.Request.Method) : null;
        if (request.Count + (response?.Findings.Count ?? 0) > 0)
        {
            foreach (string key in request.Concat(response?.Findings ?? []).Where(finding => finding.Level == FindingLevel.Error).Select(Key).Distinct())
            {
                profile.Violations[key] = profile.Violations.GetValueOrDefault(key) + 1;
            }
        }

        return response is { BodyCheck: BodyCheck.Full, Findings.Count: 0, MediaType.Format: BodyFormat.Json };
    }

    private static string Key(Finding finding) => $"{finding.Id} {finding.Cause ?? finding.Document?.Pointer}";
}
