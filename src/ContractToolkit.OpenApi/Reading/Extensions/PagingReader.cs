using System.Globalization;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>x-contract-paging</c>.</summary>
internal sealed class PagingReader(ReadingContext context)
{
    private static readonly (string Member, PagingStyle Style)[] Styles = [("page", PagingStyle.Page), ("offset", PagingStyle.Offset), ("cursor", PagingStyle.Cursor)];

    private readonly RuleValues values = new(context);

    /// <summary>Reads the rule of an operation; null where there is none, or none that could be followed.</summary>
    /// <param name="node">The extension.</param>
    /// <param name="parameters">The parameters of the operation.</param>
    public PagingRule? Read(Node node, EquatableArray<Parameter> parameters)
    {
        if (!node.Exists || !values.IsObject(node)) return null;
        values.CheckMembers(node, "page", "offset", "cursor", "first", "size", "items", "next", "more", "total");
        (string Member, PagingStyle Style)[] given = Array.FindAll(Styles, style => node[style.Member].Exists);
        string? items = values.Pointer(node["items"]);
        bool byUrl = given.Length == 0 && NextExpressions.IsExpression(node["next"]);
        if (given.Length != 1 && !byUrl) values.Malformed(node, "'x-contract-paging' has one of 'page', 'offset' and 'cursor', or a 'next' that gives a URL: $response.body#/POINTER or $response.header.NAME");
        if (!node["items"].Exists) values.Malformed(node, "'x-contract-paging' has no 'items'");
        if ((given.Length != 1 && !byUrl) || items is null) return null;
        return byUrl ? ByUrl(node, parameters, items) : InRequest(node, parameters, items, given[0]);
    }

    private PagingRule? InRequest(Node node, EquatableArray<Parameter> parameters, string items, (string Member, PagingStyle Style) given)
    {
        CheckNext(node, given.Style);
        if (Place(node[given.Member], parameters) is not { } position) return null;
        return new PagingRule
        {
            Style = given.Style, Position = position, First = First(node["first"], given.Style == PagingStyle.Page ? 1 : 0), Size = Place(node["size"], parameters), Items = items,
            Next = values.Pointer(node["next"]), More = values.Pointer(node["more"]), Total = values.Pointer(node["total"]),
        };
    }

    private PagingRule? ByUrl(Node node, EquatableArray<Parameter> parameters, string items)
    {
        CheckFirst(node);
        string next = node["next"].Text;
        if (NextExpressions.Problem(next) is { } problem)
        {
            values.Malformed(node["next"], problem);
            return null;
        }

        return new PagingRule { Style = PagingStyle.Url, Size = Place(node["size"], parameters), Items = items, Next = next, More = values.Pointer(node["more"]), Total = values.Pointer(node["total"]) };
    }

    private void CheckNext(Node node, PagingStyle style)
    {
        bool cursor = style == PagingStyle.Cursor;
        if (cursor && !node["next"].Exists) values.Malformed(node, "'cursor' needs 'next', the pointer of the next cursor in the answer");
        if (!cursor && node["next"].Exists) values.Malformed(node["next"], "'next' goes with 'cursor', or alone where it gives a URL");
        if (cursor) CheckFirst(node);
    }

    private void CheckFirst(Node node)
    {
        if (node["first"].Exists) values.Malformed(node["first"], "'first' goes with 'page' and 'offset' only");
    }

    private int First(Node node, int usual)
    {
        if (!node.Exists) return usual;
        if (node.Kind == NodeKind.Number && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int first)) return first;
        values.Malformed(node, $"'first' takes a whole number, found {NodeText.Describe(node)}");
        return usual;
    }

    private RequestPlace? Place(Node node, EquatableArray<Parameter> parameters)
    {
        const string query = "$request.query.";
        const string body = "$request.body#/";
        if (!node.Exists) return null;
        string text = node.Text ?? string.Empty;
        if (text.StartsWith(body, StringComparison.Ordinal)) return new RequestPlace(null, text.Substring(body.Length - 1));
        if (!text.StartsWith(query, StringComparison.Ordinal) || text.Length == query.Length)
        {
            values.Malformed(node, $"'{node.Name}' takes $request.query.NAME or $request.body#/NAME, found {NodeText.Describe(node)}");
            return null;
        }

        string name = text.Substring(query.Length);
        if (parameters.Any(parameter => parameter.In == ParameterLocation.Query && parameter.Name == name)) return new RequestPlace(name, null);
        values.Malformed(node, $"'{node.Name}' names the query parameter '{name}', which the operation does not have");
        return null;
    }
}
