namespace ContractToolkit.Drift.Import.Pages;

/// <summary>Walks the lines of a saved page; blank lines are passed over, the original text of samples is kept.</summary>
internal sealed class PageLines(string text)
{
    private readonly string[] lines = text.Replace("\r\n", "\n").Split('\n');

    /// <summary>The index of the current line.</summary>
    public int Index { get; private set; }

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
    public string Current => AtEnd ? "" : lines[Index].Trim();

    /// <summary>The number of the current line, from 1.</summary>
    public int Number => AtEnd ? lines.Length : Index + 1;

    /// <summary>The next line that is not blank, trimmed; empty at the end.</summary>
    public string Following
    {
        get
        {
            for (int i = Index + 1; i < lines.Length; i++)
            {
                if (!string.IsNullOrWhiteSpace(lines[i])) return lines[i].Trim();
            }

            return "";
        }
    }

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
