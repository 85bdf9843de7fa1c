using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Tables;

/// <summary>Takes the blocks out of HTML, however untidy: one pass over the text, nothing is fetched or run.</summary>
internal sealed partial class HtmlBlocks
{
    private static readonly HashSet<string> Skipped = ["script", "style", "template", "svg", "noscript"];
    private static readonly HashSet<string> Breaking = ["p", "div", "li", "ul", "ol", "section", "article", "header", "footer", "main", "dt", "dd", "blockquote", "body", "html", "head", "title", "form", "nav", "aside", "button"];

    /// <summary>The most that a cell may be stretched over: a page could ask for any number.</summary>
    private const int MaxSpan = 64;

    /// <summary>The longest tag with quotations in it; a quotation that goes on is none.</summary>
    private const int MaxTag = 4096;

    private readonly string html;
    private readonly List<PageBlock> blocks = [];
    private readonly StringBuilder text = new();
    private TableBuilder? table;
    private int nested;
    private int at;
    private int line;
    private int textLine;
    private int boldLength;
    private int boldStart = -1;
    private bool inPre;

    private HtmlBlocks(string html, int line)
    {
        this.html = html;
        this.line = textLine = line;
    }

    /// <summary>The blocks of a text whose first line has this number.</summary>
    public static List<PageBlock> Read(string html, int line = 1)
    {
        HtmlBlocks reader = new(html, line);
        reader.Run();
        return reader.blocks;
    }

    private void Run()
    {
        while (at < html.Length)
        {
            if (html[at] != '<' || !TryTag()) Append(html[at++]);
        }

        Flush();
        CloseTable();
    }

    private void Append(char c)
    {
        if (c == '\n') line++;
        if (text.Length == 0 && !char.IsWhiteSpace(c)) textLine = line;
        text.Append(c);
    }

    private bool TryTag()
    {
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0) return SkipTo("-->");
        if (at + 1 >= html.Length || !(char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?')) return false;
        int end = TagEnd(at + 1);
        string tag = html[(at + 1)..end];
        string name = TagName().Match(tag).Value.ToLowerInvariant();
        bool closes = name.StartsWith('/');
        Advance(Math.Min(end + 1, html.Length));
        if (!closes && Skipped.Contains(name)) return SkipTo("</" + name);
        if (closes) Close(name[1..]);
        else Open(name, tag);
        return true;
    }

    private int TagEnd(int from)
    {
        char quote = '\0';
        for (int i = from; i < Math.Min(html.Length, from + MaxTag); i++)
        {
            char c = html[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && html[i - 1] is '=' or ' ') quote = c;
            else if (c is '>') return i;
        }

        // A quotation that never closes is none.
        int close = html.IndexOf('>', from);
        return close < 0 ? html.Length : close;
    }

    private bool SkipTo(string end)
    {
        int found = html.IndexOf(end, at, StringComparison.OrdinalIgnoreCase);
        Advance(found < 0 ? html.Length : found + (end[^1] == '>' ? end.Length : 0));
        return true;
    }

    private void Advance(int to)
    {
        line += html.AsSpan(at, to - at).Count('\n');
        at = to;
    }

    private void Open(string name, string tag)
    {
        if (name == "table" && table is not null) nested++;
        if (nested > 0) return;
        if (table is not null && name is not "map" and not "object" && TypeWords.Of(name) is not null) text.Append('<').Append(name).Append('>'); // List<String>, unescaped
        else if (name == "br") text.Append('\n');
        else if (name is "b" or "strong") boldStart = text.Length;
        else if (table is not null) OpenInTable(name, tag);
        else if (name == "table")
        {
            Flush();
            table = new TableBuilder(line);
        }
        else if (name == "pre" || IsHeading(name) || Breaking.Contains(name))
        {
            Flush();
            inPre = name == "pre";
        }
    }

    private void OpenInTable(string name, string tag)
    {
        if (name is "tr") table!.Row(line, Taken());
        else if (name is "td" or "th") table!.Cell(Taken(), Span(ColumnSpan(), tag), Span(RowSpan(), tag), line);
        else if (Breaking.Contains(name) && text.Length > 0) text.Append('\n');
        if (Indent().Match(tag) is { Success: true } indent && text.Length < 64 && string.IsNullOrWhiteSpace(text.ToString())) text.Append('\u00A0', Math.Min(int.Parse(indent.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) / 5, 40));
    }

    private void Close(string name)
    {
        if (name == "table" && nested > 0)
        {
            nested--;
            return;
        }

        if (nested > 0) return;
        if (name is "b" or "strong" && boldStart >= 0)
        {
            boldLength += Math.Max(0, text.Length - boldStart);
            boldStart = -1;
        }

        if (table is not null)
        {
            if (name == "table") CloseTable();
            else if (name is "td" or "th" or "tr") table.EndCell(Taken());
        }
        else if (IsHeading(name)) Flush(name[1] - '0');
        else if (name == "pre" || Breaking.Contains(name)) Flush();
    }

    private void CloseTable()
    {
        if (table is null) return;
        table.EndCell(Taken());
        if (table.Rows.Count > 0) blocks.Add(new PageBlock.Table(table.Line, table.Rows));
        table = null;
    }

    private void Flush(int level = 0)
    {
        if (table is not null) return;
        bool isBold = boldLength > 0 && boldLength >= text.ToString().Trim().Length;
        bool wasPre = inPre;
        inPre = false;
        string raw = Taken();
        if (string.IsNullOrWhiteSpace(raw)) return;
        if (wasPre) blocks.Add(new PageBlock.Code(textLine, raw.Trim('\n')));
        else if (level > 0) blocks.Add(new PageBlock.Heading(textLine, Spaces().Replace(raw, " ").Trim(), level));
        else
        {
            foreach (string each in raw.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) blocks.Add(new PageBlock.Paragraph(textLine, each, isBold));
        }
    }

    private string Taken()
    {
        string taken = WebUtility.HtmlDecode(text.ToString());
        text.Clear();
        boldLength = 0;
        boldStart = -1;
        return taken;
    }

    private static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    private static int Span(Regex attribute, string tag) => attribute.Match(tag) is { Success: true } match && int.TryParse(match.Groups[1].Value, out int span) ? Math.Clamp(span, 1, MaxSpan) : 1;

    [GeneratedRegex(@"^/?[A-Za-z][A-Za-z0-9]*", RegexOptions.NonBacktracking)]
    private static partial Regex TagName();

    [GeneratedRegex(@"colspan\s*=\s*[""']?([0-9]{1,4})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ColumnSpan();

    [GeneratedRegex(@"rowspan\s*=\s*[""']?([0-9]{1,4})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex RowSpan();

    [GeneratedRegex(@"(?:padding|margin)-left\s*:\s*([0-9]{1,4})px", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Indent();

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
