using System.Net;

namespace ContractToolkit.Drift.Import.Pages;

/// <summary>Walks the lines of a saved page; blank lines are passed over, the original text of samples is kept.</summary>
internal sealed class PageLines
{
    private readonly string[] lines;

    private PageLines(string[] lines, int start)
    {
        this.lines = lines;
        Index = start;
    }

    /// <summary>The index of the current line.</summary>
    public int Index { get; private set; }

    /// <summary>The parts of a page that describe an operation each: from the title above its method and path to the title of the next.</summary>
    public static IEnumerable<PageLines> Operations(string text)
    {
        string[] lines = text.Replace("\r\n", "\n").Split('\n');
        List<int> starts = [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (Captions.IsMethod(Clean(lines[i])) && Captions.IsPath(NotBlank(lines, i + 1))) starts.Add(i);
        }

        for (int i = 0; i < starts.Count; i++)
        {
            int end = i + 1 < starts.Count ? TitleOf(lines, starts[i + 1], starts[i]) : lines.Length;
            yield return new PageLines(lines[..end], TitleOf(lines, starts[i], i > 0 ? starts[i - 1] : -1));
        }
    }

    /// <summary>The line above a head that is not blank; the head itself where it is the first.</summary>
    private static int TitleOf(string[] lines, int head, int after)
    {
        for (int i = head - 1; i > after; i--)
        {
            if (!string.IsNullOrWhiteSpace(lines[i])) return i;
        }

        return head;
    }

    /// <summary>A line without blanks around it, its character references resolved.</summary>
    private static string Clean(string line)
    {
        string trimmed = line.Trim();
        return trimmed.Contains('&') ? WebUtility.HtmlDecode(trimmed).Trim() : trimmed;
    }

    private static string NotBlank(string[] lines, int from)
    {
        for (int i = from; i < lines.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i])) return Clean(lines[i]);
        }

        return "";
    }

    /// <summary>Whether there are no more lines.</summary>
    public bool AtEnd
    {
        get
        {
            while (Index < lines.Length && string.IsNullOrWhiteSpace(lines[Index])) Index++;
            return Index >= lines.Length;
        }
    }

    /// <summary>The current line, trimmed.</summary>
    public string Current => AtEnd ? "" : Clean(lines[Index]);

    /// <summary>The number of the current line, from 1.</summary>
    public int Number => AtEnd ? lines.Length : Index + 1;

    /// <summary>The next line that is not blank, trimmed; empty at the end.</summary>
    public string Following => NotBlank(lines, Index + 1);

    /// <summary>Takes the current line.</summary>
    public string Take()
    {
        string line = Current;
        Index++;
        return line;
    }

    /// <summary>Takes a JSON text that starts at the current line: up to where its brackets close, or to where the page stops being JSON.</summary>
    public string TakeJson()
    {
        int start = Index, depth = 0;
        bool inString = false;
        for (; Index < lines.Length; Index++)
        {
            string line = lines[Index];
            if (depth > 0 && Captions.Modified(line.Trim()) is not null) break;
            for (int i = 0; i < line.Length; i++)
            {
                if (inString && line[i] == '\\') i++;
                else if (line[i] == '"') inString = !inString;
                else if (!inString && line[i] is '{' or '[') depth++;
                else if (!inString && line[i] is '}' or ']') depth--;
            }

            // A string never runs over the end of a line; a page that was cut may leave one open.
            inString = false;
            if (depth <= 0)
            {
                Index++;
                break;
            }
        }

        return string.Join('\n', lines[start..Math.Min(Index, lines.Length)]).Trim();
    }
}
