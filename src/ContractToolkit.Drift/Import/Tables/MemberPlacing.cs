using System.Text.RegularExpressions;
using ContractToolkit.Drift.Import.Pages;

namespace ContractToolkit.Drift.Import.Tables;

/// <summary>Places the rows of tables: as parameters, as members of a body, or, where the page does not say which, at the end of the operation.</summary>
/// <param name="rows">Reads the rows.</param>
/// <param name="report">Told what is left out, with its line.</param>
internal sealed partial class MemberPlacing(MemberRows rows, Action<int, string> report)
{
    /// <summary>Gives the rows of a table to the part of the request that its section names.</summary>
    public void Add(PageOperation operation, SectionKind section, string heading, PageBlock.Table table, Column[] columns)
    {
        switch (section)
        {
            case SectionKind.Query or SectionKind.Header or SectionKind.Path or SectionKind.Cookie:
                string location = section.ToString().ToLowerInvariant();
                foreach ((PageMember member, string? place) in rows.Read(table, columns, nests: false)) AddParameter(operation, place ?? location, member);
                break;
            case SectionKind.Body:
                AddBody(operation.Request ??= new PageBody(), table, columns);
                break;
            case SectionKind.Request when columns.Contains(Column.Place):
                foreach ((PageMember member, string? place) in rows.Read(table, columns, nests: false))
                {
                    if (place is null) report(member.Line, $"it is not said where '{member.Name}' is sent, so it is left out");
                    else AddParameter(operation, place, member);
                }

                break;
            case SectionKind.Request:
                // Where it goes may be told further down, by a sample or a media type.
                operation.Unplaced.Add((table, columns));
                break;
            case SectionKind.Errors:
                break;
            case SectionKind.ResponseHeader:
                report(table.Line, "headers of answers are not imported");
                break;
            default:
                report(table.Line, $"it is not said whether the table under '{heading}' is of the request or of the answer, so it is left out");
                break;
        }
    }

    /// <summary>Gives the rows of a table to a body.</summary>
    public void AddBody(PageBody body, PageBlock.Table table, Column[] columns) => body.Members.AddRange(rows.Read(table, columns, nests: true).Select(row => row.Member));

    /// <summary>Places what waited for the end of its operation, and declares what the path names and no table does.</summary>
    public void End(PageOperation operation)
    {
        foreach ((PageBlock.Table table, Column[] columns) in operation.Unplaced) PlaceTable(operation, table, columns);
        operation.Unplaced.Clear();
        if (operation.Request is { } request) request.MediaType ??= operation.Media;
        foreach ((_, _, PageBody body) in operation.Responses) SampleNesting.Restore(body, report);
        foreach (Match name in PathName().Matches(operation.Path))
        {
            if (!operation.Parameters.Any(known => known.In == "path" && known.Member.Name == name.Groups[1].Value)) operation.Parameters.Add(("path", new PageMember { Line = operation.Line, Name = name.Groups[1].Value, Type = "any" }));
        }
    }

    private void PlaceTable(PageOperation operation, PageBlock.Table table, Column[] columns)
    {
        bool inBody = operation.Method is "POST" or "PUT" or "PATCH" && (operation.Media is not null || operation.Request is not null);
        if (inBody)
        {
            (operation.Request ??= new PageBody()).Members.AddRange(rows.Read(table, columns, nests: true).Select(row => row.Member).Where(member => !IsInPath(operation, member)));
            return;
        }

        foreach ((PageMember member, _) in rows.Read(table, columns, nests: false))
        {
            if (operation.Method is "GET" or "HEAD" or "DELETE" || IsInPath(operation, member)) AddParameter(operation, "query", member);
            else report(member.Line, $"it is not said where {operation.Method} sends '{member.Name}' (the query, or a body of which type), so it is left out");
        }
    }

    private static bool IsInPath(PageOperation operation, PageMember member)
    {
        if (!operation.Path.Contains("{" + member.Name + "}", StringComparison.Ordinal)) return false;
        AddParameter(operation, "query", member);
        return true;
    }

    private static void AddParameter(PageOperation operation, string place, PageMember member)
    {
        if (place == "body")
        {
            (operation.Request ??= new PageBody()).Members.Add(member);
            return;
        }

        bool isHeader = place == "header";
        if (isHeader && member.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
        {
            string? named = new[] { member.Example, member.Default, member.Description }.OfType<string>().Select(text => AnyMediaType().Match(text)).FirstOrDefault(match => match.Success)?.Value;
            operation.Media ??= named;
            return;
        }

        // OpenAPI says these by other means.
        if (isHeader && (member.Name.Equals("Accept", StringComparison.OrdinalIgnoreCase) || member.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))) return;
        string location = place == "query" && operation.Path.Contains("{" + member.Name + "}", StringComparison.Ordinal) ? "path" : place;
        if (!operation.Parameters.Any(known => known.In == location && known.Member.Name == member.Name)) operation.Parameters.Add((location, member));
    }

    [GeneratedRegex(@"(?:application|multipart|text)/[\w.+-]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex AnyMediaType();

    [GeneratedRegex(@"\{([^{}/]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex PathName();
}
