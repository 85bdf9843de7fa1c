namespace ContractToolkit.OpenApi;

/// <summary><c>x-contract-paging</c>: how an operation gives its items in pages. See <c>docs/extensions.md</c>.</summary>
public sealed record PagingRule
{
    /// <summary>What the request says to get the next page.</summary>
    public required PagingStyle Style { get; init; }

    /// <summary>Where it says so; null for <see cref="PagingStyle.Url"/>.</summary>
    public RequestPlace? Position { get; init; }

    /// <summary>The number of the first page, or the offset of the first item.</summary>
    public int First { get; init; }

    /// <summary>Where the request says how many items a page shall have; null where it cannot.</summary>
    public RequestPlace? Size { get; init; }

    /// <summary>The pointer of the items in the body of the answer.</summary>
    public required string Items { get; init; }

    /// <summary>For <see cref="PagingStyle.Cursor"/> the pointer of the cursor of the next page; for <see cref="PagingStyle.Url"/> the runtime expression of its URL,
    /// <c>$response.body#/POINTER</c> or <c>$response.header.NAME</c>; else null.</summary>
    public string? Next { get; init; }

    /// <summary>The pointer of a boolean: whether more items follow.</summary>
    public string? More { get; init; }

    /// <summary>The pointer of the number of all items.</summary>
    public string? Total { get; init; }
}

/// <summary>What a request says to get the next page.</summary>
public enum PagingStyle
{
    /// <summary>The number of the page.</summary>
    Page,

    /// <summary>The number of items to leave out.</summary>
    Offset,

    /// <summary>What the answer before gave to go on with.</summary>
    Cursor,

    /// <summary>Nothing: the next page has a URL of its own, which the answer before gave.</summary>
    Url,
}

/// <summary>A value in a request: a query parameter, or a member of the body.</summary>
/// <param name="Query">The name of the parameter; null for a member of the body.</param>
/// <param name="Body">The JSON pointer of the member; null for a parameter.</param>
public sealed record RequestPlace(string? Query, string? Body)
{
    /// <summary>The runtime expression (OpenAPI, "Runtime Expressions").</summary>
    public override string ToString() => Query is null ? "$request.body#" + Body : "$request.query." + Query;
}
