using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Where calls lead, by method and address. Addresses repeat, whole or but for ids, so each is taken apart once, as long as there are not too many.</summary>
internal sealed class KnownRoutes(CompiledContract contract, Func<RequestTarget, RouteMatch, KnownRoute> make)
{
    private const int Remembered = 8192;
    private readonly Utf8Table<KnownRoute> known = new();
    private readonly KnownShapes shapes = new(contract.Router, make);
    // Templates such as "/a?action=b" are told apart by the query.
    private readonly bool needsQuery = contract.Operations.Any(operation => operation.Operation.Path.Contains('?'));
    private byte[] key = new byte[512];

    /// <summary>The route of a call.</summary>
    /// <param name="exchange">The call.</param>
    /// <param name="query">The raw query; empty where there is none.</param>
    /// <param name="pathConforms">Whether the values in the path surely conform.</param>
    public KnownRoute Find(RecordedExchange exchange, out ReadOnlySpan<byte> query, out bool pathConforms)
    {
        ReadOnlySpan<byte> method = exchange.Method.Span, url = exchange.Url.Span;
        int fragment = url.IndexOf((byte)'#');
        if (fragment >= 0) url = url[..fragment];
        int question = url.IndexOf((byte)'?');
        query = question < 0 ? default : url[(question + 1)..];
        ReadOnlySpan<byte> address = question < 0 || needsQuery ? url : url[..question];
        if (!needsQuery && shapes.Find(method, address, out pathConforms) is { } shaped) return shaped;
        KnownRoute route = Find(method, address);
        pathConforms = route.PathConforms;
        return route;
    }

    private KnownRoute Find(ReadOnlySpan<byte> method, ReadOnlySpan<byte> address)
    {
        int length = method.Length + 1 + address.Length;
        if (key.Length < length) key = new byte[length * 2];
        method.CopyTo(key);
        key[method.Length] = (byte)' ';
        address.CopyTo(key.AsSpan(method.Length + 1));
        int hint = -1;
        ReadOnlySpan<byte> call = key.AsSpan(0, length);
        if (known.TryFind(call, ref hint, out KnownRoute? route)) return route!;
        RequestTarget target = RequestTarget.Parse(Encoding.UTF8.GetString(address));
        route = make(target, contract.Router.Route(Encoding.UTF8.GetString(method), target));
        if (known.Count >= Remembered) known.Clear();
        known.Add(call, route);
        return route;
    }
}

/// <summary>What is known of the calls of one address, or of all addresses of one shape.</summary>
/// <param name="Target">The address taken apart.</param>
/// <param name="Match">What the router found; null where the values in the path differ from call to call.</param>
/// <param name="Host">Counts the calls to the host; null where the profile has no room for it.</param>
/// <param name="Counter">Counts the calls of the operation; null where the contract has none.</param>
/// <param name="PathConforms">Whether the values in the path surely conform.</param>
internal sealed record KnownRoute(RequestTarget Target, RouteMatch? Match, HostProfile? Host, OperationCounter? Counter, bool PathConforms);
