using System.Text.RegularExpressions;
using ContractToolkit.Drift.Import.Merging;
using ContractToolkit.Drift.Import.Pages;

namespace ContractToolkit.Drift.Import.Tables;

/// <summary>Reads documentation pages whose parameters stand in tables, of HTML or of Markdown. What they do not say is not made up: it is told.</summary>
internal sealed partial class TablePageReader
{
    private readonly string file;
    private readonly List<Finding> findings;
    private readonly List<PageOperation> operations = [];
    private readonly OperationHead head = new();
    private readonly MemberPlacing placing;
    private readonly List<(int Level, string Text, bool IsTitle)> open = [];
    private string heading = "";
    private SectionKind section;
    private bool answersNext;

    private TablePageReader(string file, List<Finding> findings)
    {
        this.file = file;
        this.findings = findings;
        placing = new MemberPlacing(new MemberRows(Report), Report);
    }

    /// <summary>Whether a text may be such a page.</summary>
    public static bool Recognises(string text) => MarkdownBlocks.HasTable(text);

    /// <summary>Reads the operations of a page, in order; none where no table of it belongs to an operation.</summary>
    /// <param name="source">The page.</param>
    /// <param name="findings">What was not understood.</param>
    public static IReadOnlyList<PageOperation> Read(ImportSource source, List<Finding> findings)
    {
        List<Finding> own = [];
        TablePageReader reader = new(source.File, own);
        foreach (PageBlock block in WholeHtml().IsMatch(source.Text) ? HtmlBlocks.Read(source.Text) : MarkdownBlocks.Read(source.Text)) reader.Add(block);
        reader.EndOperation();
        bool hasTables = reader.operations.Any(operation => operation.Parameters.Count > 0 || operation.Request is { Members.Count: > 0 } || operation.Responses.Any(response => response.Body.Members.Count > 0));
        if (!hasTables) return [];
        findings.AddRange(own.OrderBy(finding => finding.Document!.Position.Line));
        return reader.operations;
    }

    private PageOperation? Current => operations.Count == 0 ? null : operations[^1];

    private void Add(PageBlock block)
    {
        switch (block)
        {
            case PageBlock.Heading heading:
                AddHeading(heading);
                break;
            case PageBlock.Paragraph paragraph:
                AddText(paragraph);
                break;
            case PageBlock.Code code:
                AddSample(code);
                break;
            case PageBlock.Table table:
                AddTable(table);
                break;
        }
    }

    private void AddHeading(PageBlock.Heading block)
    {
        while (open.Count > 0 && open[^1].Level >= block.Level) open.RemoveAt(open.Count - 1);
        SectionKind? kind = SectionWords.Of(block.Text);
        bool isAnswer = kind is null && SectionWords.Status(block.Text) is not null && section == SectionKind.Response;
        bool isTitle = kind is null && !isAnswer && !OperationHead.IsLabel(block.Text);
        if (head.Add(block.Text) is { } found)
        {
            Begin(block.Line, found.Method, found.Url);
            return;
        }

        open.Add((block.Level, block.Text, isTitle));
        (section, heading) = (kind ?? (isAnswer ? section : SectionKind.Other), block.Text);
        answersNext = section == SectionKind.Response;
    }

    private void AddText(PageBlock.Paragraph block)
    {
        string text = block.Text;
        if (head.Add(text) is { } found)
        {
            Begin(block.Line, found.Method, found.Url);
            return;
        }

        if ((block.IsEmphasised || text.EndsWith(':') || text.EndsWith('：')) && SectionWords.Of(text) is { } kind)
        {
            (section, heading) = (kind, text);
            answersNext = kind == SectionKind.Response;
        }
        else if (Current is { } operation)
        {
            if (MediaType().Match(text) is { Success: true } media && section is not (SectionKind.Response or SectionKind.ResponseHeader)) operation.Media = media.Groups[1].Value.ToLowerInvariant();
            if (section == SectionKind.Response && text.Length < 60 && SectionWords.Status(text) is not null) (heading, answersNext) = (text, true);
        }
    }

    private void Begin(int line, string method, string url)
    {
        string path = url[Math.Max(url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? 0 : url.IndexOf('/'), 0)..], server = "";
        if (Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
        {
            server = url[..(url.IndexOf("://", StringComparison.Ordinal) + 3)] + url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/', '?')[0];
            path = url[server.Length..];
        }

        path = ColonName().Replace(path.Split('?', '#')[0], "/{$1}");
        // A sample call of the operation itself begins no other.
        if (Current is { } before && before.Method == method && IsCallOf(path, before.Path)) return;
        EndOperation();
        string title = open.FindLast(heading => heading.IsTitle).Text ?? "";
        operations.Add(new PageOperation { Title = title, Method = method, Path = path.Length == 0 ? "/" : path, Line = line, Server = server.Length == 0 ? null : server });
        section = SectionKind.Other;
    }

    private static bool IsCallOf(string path, string template)
    {
        string[] called = path.Split('/'), parts = template.Split('/');
        return called.Length == parts.Length && called.Zip(parts, (call, part) => call == part || part.StartsWith('{')).All(fits => fits);
    }

    private void AddSample(PageBlock.Code code)
    {
        string text = code.Text.Trim();
        if (head.Add(text.Split('\n')[0].Trim()) is { } found)
        {
            Begin(code.Line, found.Method, found.Url);
            AddCall(text);
            return;
        }

        if (text.StartsWith("curl ", StringComparison.Ordinal)) AddCall(text);
        if (Current is not { } operation || text.Length == 0 || text[0] is not ('{' or '[')) return;
        if (section is SectionKind.Request or SectionKind.Body) (operation.Request ??= new PageBody()).Sample ??= text;
        else if (section == SectionKind.Response) Answer(operation).Sample ??= text;
    }

    /// <summary>What a sample call shows beside method and address: the type of its body, and the body behind a blank line.</summary>
    private void AddCall(string text)
    {
        if (Current is not { } operation || MediaType().Match(text) is not { Success: true } media) return;
        operation.Media ??= media.Groups[1].Value.ToLowerInvariant();
        int blank = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (blank > 0 && text[blank..].TrimStart() is ['{' or '[', ..] body && operation.Method is "POST" or "PUT" or "PATCH") (operation.Request ??= new PageBody()).Sample ??= body.Trim();
    }

    private void AddTable(PageBlock.Table table)
    {
        if (table.Rows.Count == 0) return;
        Column[]? columns = MemberRows.Columns(table);
        if (columns is null)
        {
            foreach (TableRow row in table.Rows) AddFacts(row);
            if (section is not (SectionKind.Other or SectionKind.Errors or SectionKind.Response) && table.Rows.Count > 1) Report(table.Line, $"the table under '{heading}' has no column that is known to hold names");
            return;
        }

        if (Current is not { } operation)
        {
            if (section is not (SectionKind.Other or SectionKind.Errors)) Report(table.Line, "the table stands before any method and address, so nothing is known to have it");
            return;
        }

        if (section == SectionKind.Response) placing.AddBody(Answer(operation), table, columns);
        else placing.Add(operation, section, heading, table, columns);
    }

    /// <summary>A table of facts, such as one with method and address, holds a label and a value a row.</summary>
    private void AddFacts(TableRow row)
    {
        string[] cells = [.. row.Cells.Select(cell => cell.Trim(' ', '\u00A0', '\n', '\t', '\r')).Where(cell => cell.Length > 0)];
        string text = cells.Length == 2 ? cells[0].TrimEnd(':', '：') + ": " + cells[1] : string.Join(' ', cells);
        if (head.Add(text) is { } found) Begin(row.Line, found.Method, found.Url);
    }

    /// <summary>The body of the answer that a heading speaks of. A page that describes one answer and names no status means the successful one.</summary>
    private PageBody Answer(PageOperation operation)
    {
        string? status = SectionWords.Status(heading);
        if (answersNext || operation.Responses.Count == 0)
        {
            answersNext = false;
            if (operation.Responses.Find(response => response.Status == (status ?? "200")) is { Body: { } known }) return known;
            operation.Responses.Add((status ?? "200", status is null ? "The page does not name the status." : SectionWords.Reason(heading), new PageBody()));
        }

        return operation.Responses[^1].Body;
    }

    private void EndOperation()
    {
        if (Current is { } operation) placing.End(operation);
    }

    private void Report(int line, string what) => findings.Add(ImportRules.NotUnderstood.At(what, new DocumentPlace(file, "", new(line, 1))));

    [GeneratedRegex(@"<(?:!doctype|html|body|h[1-6]|div|p)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex WholeHtml();

    [GeneratedRegex(@"(?:content-?type|数据格式|请求格式|提交方式)[""']?\s*[:：=]?\s*[""']?((?:application|multipart|text)/[\w.+-]+)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex MediaType();

    [GeneratedRegex(@"/:([A-Za-z_][\w]*)", RegexOptions.NonBacktracking)]
    private static partial Regex ColonName();
}
