using System.Net;
using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Tables;

/// <summary>Takes the blocks out of Markdown, tables of HTML within it included.</summary>
internal static partial class MarkdownBlocks
{
    /// <summary>The blocks of a text.</summary>
    public static List<PageBlock> Read(string text)
    {
        string[] lines = text.Split('\n');
        List<PageBlock> blocks = [];
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0) continue;
            if (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal)) i = Code(lines, i, blocks);
            else if (line.Contains("<table", StringComparison.OrdinalIgnoreCase)) i = Html(lines, i, blocks);
            else if (i + 1 < lines.Length && line.Contains('|') && IsDelimiter(lines[i + 1])) i = Table(lines, i, blocks);
            else if (Heading().Match(line) is { Success: true } heading) blocks.Add(new PageBlock.Heading(i + 1, Plain(heading.Groups[2].Value), heading.Groups[1].Length));
            else if (i + 1 < lines.Length && Underline().IsMatch(lines[i + 1]) && !line.StartsWith('|')) blocks.Add(new PageBlock.Heading(++i, Plain(line), lines[i].StartsWith('=') ? 1 : 2));
            else if (!Underline().IsMatch(line)) blocks.Add(new PageBlock.Paragraph(i + 1, Plain(Bullet().Replace(line, "")), IsBold(Bullet().Replace(line, ""))));
        }

        return blocks;
    }

    /// <summary>Whether a text has a table of either kind.</summary>
    public static bool HasTable(string text) => text.Contains("<table", StringComparison.OrdinalIgnoreCase) || text.Split('\n').Any(IsDelimiter);

    private static int Code(string[] lines, int start, List<PageBlock> blocks)
    {
        string fence = lines[start].Trim()[..3];
        int end = start + 1;
        while (end < lines.Length && !lines[end].TrimStart().StartsWith(fence, StringComparison.Ordinal)) end++;
        blocks.Add(new PageBlock.Code(start + 2, string.Join('\n', lines[(start + 1)..Math.Min(end, lines.Length)])));
        return end;
    }

    private static int Html(string[] lines, int start, List<PageBlock> blocks)
    {
        int end = start;
        while (end + 1 < lines.Length && !lines[end].Contains("</table", StringComparison.OrdinalIgnoreCase)) end++;
        blocks.AddRange(HtmlBlocks.Read(string.Join('\n', lines[start..(end + 1)]), start + 1));
        return end;
    }

    private static int Table(string[] lines, int start, List<PageBlock> blocks)
    {
        List<TableRow> rows = [new(start + 1, Cells(lines[start]))];
        int at = start + 2;
        for (; at < lines.Length && lines[at].Contains('|'); at++) rows.Add(new(at + 1, Cells(lines[at])));
        blocks.Add(new PageBlock.Table(start + 1, rows));
        return at - 1;
    }

    private static List<string> Cells(string line)
    {
        string row = line.Trim();
        if (row.StartsWith('|')) row = row[1..];
        List<string> cells = [];
        int start = 0;
        bool inCode = false;
        int lastMark = row.LastIndexOf('`');
        for (int i = 0; i <= row.Length; i++)
        {
            if (i < row.Length && row[i] == '`') inCode = !inCode;
            if (i < row.Length && (row[i] != '|' || (i > 0 && row[i - 1] == '\\') || (inCode && lastMark > i))) continue;
            if (i < row.Length || start < row.Length) cells.Add(Plain(row[start..i].Replace("\\|", "|", StringComparison.Ordinal).Trim(' ', '\t', '\r')));
            start = i + 1;
        }

        return cells;
    }

    /// <summary>A text without the marks of Markdown and HTML; no-break spaces stay.</summary>
    private static string Plain(string text)
    {
        string plain = Tag().Replace(LineBreak().Replace(text, "\n"), "");
        plain = Link().Replace(plain, "$1");
        plain = plain.Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Replace("\\_", "_", StringComparison.Ordinal).Replace("\\*", "*", StringComparison.Ordinal);
        return WebUtility.HtmlDecode(plain).Trim(' ', '\t', '\r', '\n');
    }

    private static bool IsBold(string line) => line.StartsWith("**", StringComparison.Ordinal) && line.TrimEnd(' ', ':', '：').EndsWith("**", StringComparison.Ordinal) && line.IndexOf("**", 2, StringComparison.Ordinal) >= line.TrimEnd(' ', ':', '：').Length - 2;

    private static bool IsDelimiter(string line) => line.Contains('-') && line.Contains('|') && Delimiter().IsMatch(line.Trim());

    [GeneratedRegex(@"^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$", RegexOptions.NonBacktracking)]
    private static partial Regex Delimiter();

    [GeneratedRegex(@"^(#{1,6})\s*(.+?)\s*#*$", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(=+|-{3,})\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^([-*+]|[0-9]+[.)])\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"</?(?:a|abbr|b|big|br|center|code|del|div|em|font|i|img|ins|kbd|mark|p|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"\[([^\[\]]*)\]\([^()\s]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
