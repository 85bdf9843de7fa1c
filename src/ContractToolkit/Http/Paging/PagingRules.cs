namespace ContractToolkit.Http;

/// <summary>How an operation gives its items in pages: <c>x-contract-paging</c>, as generated code states it.</summary>
public sealed class PagingRules
{
    /// <summary>What the request says to get the next page.</summary>
    public PagingStyle Style { get; init; }

    /// <summary>Where it says so: a runtime expression such as <c>$request.query.page</c> or <c>$request.body#/page_num</c>; empty for <see cref="PagingStyle.Url"/>.</summary>
    public string Position { get; init; } = "";

    /// <summary>The number of the first page, or the offset of the first item.</summary>
    public long First { get; init; }

    /// <summary>Whether a number in a JSON body is written as a string.</summary>
    public bool IsText { get; init; }

    /// <summary>Where the request says how many items a page shall have; null where it cannot.</summary>
    public string? Size { get; init; }

    /// <summary>The pointer of the items in the body of the answer.</summary>
    public string Items { get; init; } = "";

    /// <summary>The pointer of the cursor of the next page; for <see cref="PagingStyle.Url"/> a runtime expression of its URL, such as
    /// <c>$response.body#/links/next</c> or <c>$response.header.Link</c>.</summary>
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
