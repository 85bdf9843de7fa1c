using System.Text;

namespace ContractToolkit.OpenApi.Nodes;

/// <summary>
/// Mends what other YAML parsers let pass and YamlDotNet refuses: blank lines of spaces at the start of a block scalar,
/// as long as its first line is indented or longer; and a text in double quotes that goes on further to the left than it may.
/// No line is added or removed, so that places stay what they are.
/// </summary>
internal static class YamlRepair
{
    /// <summary>How often a text is mended: each time it is parsed from its beginning.</summary>
    public const int Most = 50;

    /// <summary>The text without what stopped the parser; null where that cannot be mended.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Why it was refused.</param>
    /// <param name="notes">Receives what the user should know of the mend.</param>
    public static string? Mend(string text, IReadOnlyList<SyntaxProblem> problems, List<SyntaxProblem> notes)
    {
        foreach (SyntaxProblem problem in problems)
        {
            if (problem.Message.Contains("extra spaces in first line")) return EmptyBlankLines(text) is { } mended && mended != text ? mended : null;
            if (!problem.Message.Contains("scalar, found wrong indentation")) continue;
            if (IndentQuoted(text, problem.Offset) is not { } indented) return null;
            notes.Add(new SyntaxProblem(SyntaxProblemKind.Indentation, "a quoted text goes on in a line that is not indented further than what it stands in; it is read as if it were", problem.Offset));
            return indented;
        }

        return null;
    }

    /// <summary>The text with the lines of one quoted scalar moved to the right, which changes nothing of its value; null where none starts there.</summary>
    private static string? IndentQuoted(string text, int start)
    {
        if (start >= text.Length || text[start] != '"') return null;
        int column = start - (text.LastIndexOf('\n', start) + 1);
        StringBuilder indented = new(text, 0, start + 1, text.Length + (8 * column));
        for (int i = start + 1; i < text.Length; i++)
        {
            indented.Append(text[i]);
            if (text[i] == '\n') indented.Append(' ', column);
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is not ('\n' or '\r')) indented.Append(text[++i]);
            else if (text[i] == '"') return indented.Append(text, i + 1, text.Length - i - 1).ToString();
        }

        return null;
    }

    private static string EmptyBlankLines(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length - 1; i++)
        {
            if (IsHeader(lines[i])) i = EmptyBlankLines(lines, i + 1) - 1;
        }

        StringBuilder mended = new(text.Length);
        for (int i = 0; i < lines.Length; i++) mended.Append(i == 0 ? string.Empty : "\n").Append(lines[i]);
        return mended.ToString();
    }

    private static int EmptyBlankLines(string[] lines, int from)
    {
        int content = from;
        while (content < lines.Length && IsBlank(lines[content])) content++;
        for (int i = from; i < content; i++) lines[i] = lines[i].EndsWith("\r", StringComparison.Ordinal) ? "\r" : string.Empty;
        return content;
    }

    private static bool IsBlank(string line) => line.Trim(' ', '\r').Length == 0;

    // A line that ends like 'key: |', '- >-' or 'key: |2+'.
    private static bool IsHeader(string line)
    {
        string trimmed = line.TrimEnd(' ', '\r').TrimEnd('+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return trimmed.Length > 1 && trimmed[trimmed.Length - 1] is '|' or '>' && trimmed[trimmed.Length - 2] == ' ';
    }
}
