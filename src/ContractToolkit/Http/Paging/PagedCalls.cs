using System.Runtime.CompilerServices;
using ContractToolkit.Envelopes;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>Makes the calls of operations that give their items in pages, one when its items are needed.</summary>
public static class PagedCalls
{
    /// <summary>All items from the page that the request asks for to the last.</summary>
    /// <param name="transport">What makes the calls.</param>
    /// <param name="request">Makes the request of the first page, anew for each call.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="rules">How it gives its items in pages.</param>
    /// <param name="read">Reads the items of a page.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ApiException">As for a call; also where the server answers the same page or cursor again, which would never end, or gives a
    /// next page on another server.</exception>
    public static async IAsyncEnumerable<TItem> ItemsAsync<T, TItem>(
        ApiTransport transport, Func<ApiRequest> request, ApiOperation<T> operation, PagingRules rules, JsonRead<EquatableArray<TItem>?> read,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ApiOperation<EquatableArray<TItem>?> pages = Pages(operation, rules, read);
        PagePosition position = new(rules);
        while (!position.IsEnd)
        {
            ApiRequest next = request();
            position.Apply(next);
            (EquatableArray<TItem>? items, ApiAnswer answer) = await transport.ExchangeAsync(next, pages, cancellationToken).ConfigureAwait(false);
            foreach (TItem item in items ?? default) yield return item;
            position.Advance(next, (items ?? default).Count, answer, transport.AddressOf(next, pages));
        }
    }

    /// <summary>The operation, giving nothing but the items of its answers.</summary>
    private static ApiOperation<EquatableArray<TItem>?> Pages<T, TItem>(ApiOperation<T> operation, PagingRules rules, JsonRead<EquatableArray<TItem>?> read) =>
        new(operation.Name, operation.Method, operation.Path)
        {
            Effect = operation.Effect, Security = operation.Security, Server = operation.Server, Failures = operation.Failures,
            Envelope = Around(operation.Envelope, rules.Items),
            Successes = Array.ConvertAll(operation.Successes, reply => reply.Reading(read)),
        };

    /// <summary>The envelope whose payload is the items.</summary>
    private static EnvelopeRules? Around(EnvelopeRules? envelope, string items)
    {
        if (envelope is null) return items.Length == 0 ? null : new EnvelopeRules { Data = items };
        return new EnvelopeRules { Code = envelope.Code, Message = envelope.Message, Data = items, Success = envelope.Success, Meanings = envelope.Meanings };
    }
}
