using System.Text;
using ContractToolkit.Exchange;
using ContractToolkit.Validation;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Counts exchanges into a profile. Not safe to share between threads: each thread has its own, and the profiles are merged.</summary>
public sealed class Profiler
{
    private readonly CompiledContract contract;
    private readonly HashSet<string> servers;
    private readonly HashSet<string> secretParameters;
    private readonly Dictionary<CompiledOperation, OperationCounter> operations = [];
    private readonly KnownRoutes routes;
    private readonly RecordedExchange view = new();
    private readonly InstanceReading reading = new();
    private readonly ViolationCounter? violations;
    private readonly bool screens;

    /// <summary>Makes a profiler.</summary>
    /// <param name="contract">The contract that says which operation a call belongs to.</param>
    /// <param name="validate">Whether each exchange is checked too, so that the profile counts violations.</param>
    public Profiler(CompiledContract contract, bool validate = true)
        : this(contract, new TrafficProfile(), validate)
    {
    }

    internal Profiler(CompiledContract contract, TrafficProfile profile, bool validate = true, bool screens = true)
    {
        this.contract = contract;
        this.screens = screens;
        Profile = profile;
        violations = validate ? new ViolationCounter(contract) : null;
        servers = ServerHosts.Of(contract.Contract);
        secretParameters = [.. new RedactionRules().For(contract.Contract).Query];
        routes = new KnownRoutes(contract, Route);
    }

    /// <summary>What was counted so far.</summary>
    public TrafficProfile Profile { get; }

    /// <summary>Counts an exchange.</summary>
    public void Add(HttpExchange exchange)
    {
        view.Set(exchange);
        Add(view);
    }

    /// <summary>Counts the exchanges of a part of a recording, without making objects of them.</summary>
    /// <param name="part">The part.</param>
    /// <param name="problem">Receives what cannot be read.</param>
    public void Add(RecordingPart part, Action<Finding> problem) => part.Read(Add, problem);

    /// <summary>Counts an exchange.</summary>
    internal void Add(RecordedExchange exchange)
    {
        Profile.Exchanges++;
        KnownRoute route = routes.Find(exchange, out ReadOnlySpan<byte> query, out bool pathConforms);
        if (SideTraffic.Kind(exchange, route.Target, route.Counter is not null) is { } kind)
        {
            Profile.Aside[kind] = Profile.Aside.GetValueOrDefault(kind) + 1;
            return;
        }

        if (route.Host is { } host)
        {
            host.Calls++;
            if (route.Counter is not null) host.Matched++;
        }

        if (route.Counter is { } counter) counter.Add(exchange, route, pathConforms, query);
        else AddUndeclared(exchange, route, query);
    }

    private void AddUndeclared(RecordedExchange exchange, KnownRoute route, ReadOnlySpan<byte> query)
    {
        RecordedMessage request = exchange.Request;
        string? bodyType = request.State == BodyState.NotRecorded || request.Body.IsEmpty ? null : MediaTypes.Essence(request.ContentType is { } type ? Encoding.UTF8.GetString(type.Span) : "");
        Profile.Undeclared.Add($"{Encoding.UTF8.GetString(exchange.Method.Span)} {route.Target.Origin}{route.Target.Path} {exchange.Status}", Encoding.UTF8.GetString(query), bodyType);
    }

    private KnownRoute Route(RequestTarget target, RouteMatch match)
    {
        OperationCounter? counter = match.Operation is { } operation ? Counter(operation) : null;
        return new KnownRoute(target, match, Profile.Hosts.Get(target.Origin, servers.Contains(target.Origin)), counter, counter?.AcceptsPath(match) ?? false);
    }

    private OperationCounter Counter(CompiledOperation operation)
    {
        if (!operations.TryGetValue(operation, out OperationCounter? counter))
        {
            ExchangeScreen? screen = screens && violations is not null ? new ExchangeScreen(contract, operation) : null;
            operations.Add(operation, counter = new OperationCounter(operation, Profile.Operation(operation.Name), Profile.Places, secretParameters, reading, violations, screen));
        }

        return counter;
    }
}
