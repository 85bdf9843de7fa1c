using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Binds the method that gives the items of all pages.</summary>
internal sealed class PagingBinder(TypeBinder types, SchemaTable schemas)
{
    private const string Remarks = "Gives the items of all pages, from the page that is asked for to the last. A page is asked for when its items are needed.";

    /// <summary>The method beside the one that gives a single page; null where there are no pages.</summary>
    /// <param name="named">The operation.</param>
    /// <param name="page">The method that gives one page, its body sent in the preferred way.</param>
    public ClientMethod? Bind(NamedOperation named, ClientMethod page)
    {
        PagedItems? paged = PagedItems.Of(named.Operation, named.Answers, schemas, out string? problem);
        TypeReference? list = paged is null ? null : types.Reference(paged.Items);
        if (paged is not null && list is not { Kind: TypeKind.List, Element: not null }) problem = $"what stands at '{paged.Rule.Items}' of the answer is no list in C#";
        if (problem is not null) types.Report(CSharpRules.PagesWithoutItems.At($"{named.Operation.DisplayName} gets no method for the items of all pages: {problem}.", Place(named.Operation)));
        if (paged is null || list?.Element is null || problem is not null) return null;
        return page with
        {
            Name = named.Others[PagedItems.Suffix] + "Async",
            Returns = $"Sys::Collections.Generic.IAsyncEnumerable<{list.Element.AnnotatedName}>",
            Send = "Ct::Http.PagedCalls.ItemsAsync",
            Paging = Rules(paged, BodyVariant.Of(named.Operation.RequestBody, schemas).FirstOrDefault()) + ", " + (list with { IsNullable = true }).AnnotatedCodecExpression + ".Read",
            Remarks = page.Remarks is null ? Remarks : page.Remarks + "\n\n" + Remarks,
        };
    }

    private string Rules(PagedItems paged, BodyVariant? body)
    {
        PagingRule rule = paged.Rule;
        List<string> members = rule.Position is { } position ? ["Position = " + Literal.String(position.ToString())] : [];
        if (rule.Style != PagingStyle.Page) members.Add("Style = Ct::Http.PagingStyle." + rule.Style);
        if (rule.First != 0) members.Add("First = " + CodeWriter.Number(rule.First));
        if (paged.IsText(body, schemas)) members.Add("IsText = true");
        if (rule.Size is { } size) members.Add("Size = " + Literal.String(size.ToString()));
        if (rule.Items.Length > 0) members.Add("Items = " + Literal.String(rule.Items));
        if (rule.Next is { } next) members.Add("Next = " + Literal.String(next));
        if (rule.More is { } more) members.Add("More = " + Literal.String(more));
        if (rule.Total is { } total) members.Add("Total = " + Literal.String(total));
        return "new() { " + string.Join(", ", members) + " }";
    }

    private static DocumentPlace Place(Operation operation)
    {
        int hash = operation.Pointer.IndexOf('#');
        return new DocumentPlace(hash <= 0 ? "" : operation.Pointer.Substring(0, hash), operation.Pointer.Substring(hash + 1) + "/x-contract-paging", default);
    }
}
