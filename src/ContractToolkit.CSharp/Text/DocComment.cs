using System.Globalization;
using System.Text;

namespace ContractToolkit.CSharp.Text;

/// <summary>Writes XML documentation comments from a document's prose. The text never ends the comment, and is always well-formed XML.</summary>
public static class DocComment
{
    private const int MaxLength = 2000;

    /// <summary>Writes <c>&lt;summary&gt;</c> if there is text.</summary>
    public static void Summary(CodeWriter writer, string? text) => Element(writer, "summary", "", text);

    /// <summary>Writes <c>&lt;remarks&gt;</c> if there is text.</summary>
    public static void Remarks(CodeWriter writer, string? text) => Element(writer, "remarks", "", text);

    /// <summary>Writes <c>&lt;returns&gt;</c> if there is text.</summary>
    public static void Returns(CodeWriter writer, string? text) => Element(writer, "returns", "", text);

    /// <summary>Writes <c>&lt;param&gt;</c>; <paramref name="name"/> is the C# name.</summary>
    public static void Param(CodeWriter writer, string name, string? text) =>
        Element(writer, "param", " name=\"" + name.TrimStart('@') + "\"", text);

    /// <summary>The text as XML character data on one line or several, each of them free of line ends of any kind.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = new List<string>();
        foreach (string raw in Cut(Prose.WithoutHtml(text)).Split('\n', '\r', '\u0085', '\u2028', '\u2029', '\f', '\v'))
        {
            string line = Escape(raw.Trim());
            bool repeatedBlank = line.Length == 0 && (lines.Count == 0 || lines[lines.Count - 1].Length == 0);
            if (!repeatedBlank) lines.Add(line);
        }

        while (lines.Count > 0 && lines[lines.Count - 1].Length == 0) lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static void Element(CodeWriter writer, string name, string attributes, string? text)
    {
        if (text is null) return;
        if (IsOneLine(text))
        {
            OneLine(writer, name, attributes, text.Trim());
            return;
        }

        IReadOnlyList<string> lines = Lines(text);
        if (lines.Count == 0) return;
        if (lines.Count == 1)
        {
            OneLine(writer, name, attributes, lines[0]);
            return;
        }

        writer.Line("/// <", name + attributes, ">");
        foreach (string line in lines) writer.Line(line.Length == 0 ? "///" : "/// " + line);
        writer.Line("/// </", name, ">");
    }

    private static void OneLine(CodeWriter writer, string name, string attributes, string line)
    {
        if (line.Length == 0) return;
        writer.StartLine().Piece("/// <").Piece(name).Piece(attributes).Piece(">").Piece(line).Piece("</").Piece(name).Piece(">").EndLine();
    }

    /// <summary>Whether the text stands on one line as it is, as most do.</summary>
    private static bool IsOneLine(string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' or > '~' or '<' or '>' or '&') return false;
        }

        return text.Length <= MaxLength;
    }

    private static string Cut(string text) => text.Length <= MaxLength ? text : text.Substring(0, MaxLength) + " ...";

    private static string Escape(string line)
    {
        StringBuilder? escaped = null;
        for (int i = 0; i < line.Length; i++)
        {
            string? replacement = Replacement(line, i);
            if (replacement is null)
            {
                escaped?.Append(line[i]);
                continue;
            }

            escaped ??= new StringBuilder(line, 0, i, line.Length + 16);
            escaped.Append(replacement);
        }

        return escaped?.ToString() ?? line;
    }

    private static string? Replacement(string line, int index)
    {
        char c = line[index];
        return c switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '\t' => " ",
            < ' ' or '\u007f' or '\ufffe' or '\uffff' => "",
            < '\u007f' => null,
            _ when char.IsHighSurrogate(c) => index + 1 < line.Length && char.IsLowSurrogate(line[index + 1]) ? null : "",
            _ when char.IsLowSurrogate(c) => index > 0 && char.IsHighSurrogate(line[index - 1]) ? null : "",
            _ => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control ? "" : null,
        };
    }
}
