using System.Text;

namespace ContractToolkit.OpenApi.Nodes;

/// <summary>
/// Mends what other YAML parsers let pass and YamlDotNet refuses: blank lines of spaces at the start of a block scalar,
/// as long as its first line is indented or longer. No line is added or removed, so that places stay what they are.
/// </summary>
internal static class YamlRepair
{
    /// <summary>Whether the parser's message is about what can be mended.</summary>
    public static bool CanMend(string message) => message.Contains("extra spaces in first line");

    /// <summary>The text with those blank lines emptied.</summary>
    public static string Mend(string text)
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
