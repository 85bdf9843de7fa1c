using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>
/// Finds the operation of a request. Concrete paths go before templated ones, segment by segment from the left, and a segment with more
/// literal text before one with less, as the specification's path precedence asks. Paths are served below the base paths of their servers and,
/// where nothing fits there, without them.
/// </summary>
public sealed class OperationRouter
{
    private readonly RouteNode withBase = new();
    private readonly RouteNode withoutBase = new();
    private readonly Lazy<RouteVocabulary> vocabulary;

    /// <summary>Builds the routes of these operations.</summary>
    public OperationRouter(IEnumerable<CompiledOperation> operations)
    {
        foreach (CompiledOperation operation in operations)
        {
            foreach (string basePath in ServerPaths.Of(operation.Operation)) withBase.Add(basePath + operation.Operation.Path, operation);
            withoutBase.Add(operation.Operation.Path, operation);
        }

        vocabulary = new(() => new RouteVocabulary(withBase, withoutBase));
    }

    /// <summary>The words of the routes.</summary>
    internal RouteVocabulary Vocabulary => vocabulary.Value;

    /// <summary>Finds the operation for a method and a request target (an absolute URL, or a path with its query).</summary>
    /// <param name="method">The method as sent; compared with regard to case, as RFC 9110 says.</param>
    /// <param name="url">The target; its host is not looked at.</param>
    public RouteMatch Route(string method, string url) => Route(method, RequestTarget.Parse(url));

    /// <summary>Finds the operation for a method and a target that is already taken apart.</summary>
    public RouteMatch Route(string method, in RequestTarget target)
    {
        var search = new RouteSearch(method, target.Path, target.Query);
        search.Run(withBase);
        if (search.Found is null)
        {
            search.Run(withoutBase);
        }

        return search.ToMatch();
    }
}
