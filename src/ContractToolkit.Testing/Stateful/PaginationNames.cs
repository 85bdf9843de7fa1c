using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>The parameters by which an operation is paged, recognised by their usual names.</summary>
/// <param name="Size">How many items a page has.</param>
/// <param name="Place">Where the page begins; null where that is not known.</param>
/// <param name="CountsPages">Whether the place counts pages rather than items.</param>
internal sealed record PaginationNames(Parameter Size, Parameter? Place, bool CountsPages)
{
    private static readonly HashSet<string> Sizes = ["limit", "perpage", "pagesize", "itemsperpage", "resultsperpage", "maxresults", "maxitems", "pagelimit", "first", "top", "rows"];
    private static readonly HashSet<string> Offsets = ["offset", "skip", "startindex", "startat"];
    private static readonly HashSet<string> Pages = ["page", "pagenumber", "pageno", "pagenum", "currentpage"];

    /// <summary>The paging of an operation; null where none is recognised.</summary>
    public static PaginationNames? Of(CompiledOperation operation, SchemaTable schemas)
    {
        Parameter? size = Find(operation, Sizes, schemas);
        if (size is null) return null;
        Parameter? offset = Find(operation, Offsets, schemas);
        Parameter? page = Find(operation, Pages, schemas);
        return new(size, offset ?? page, offset is null && page is not null);
    }

    private static Parameter? Find(CompiledOperation operation, HashSet<string> names, SchemaTable schemas) => operation.Operation.Parameters.FirstOrDefault(parameter =>
        parameter is { In: ParameterLocation.Query, Schema: { } schema } && names.Contains(Plain(parameter.Name)) && schemas.Follow(schema).Types.HasFlag(SchemaTypes.Integer));

    private static string Plain(string name) => name.TrimStart('$').Replace("_", "").Replace("-", "").ToLowerInvariant();
}
