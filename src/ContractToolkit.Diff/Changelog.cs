using System.Text;

namespace ContractToolkit.Diff;

/// <summary>Writes what changed as a changelog in Markdown: for the users of an API, by what it means to them.</summary>
public static class Changelog
{
    private const int MostOperations = 3;

    /// <summary>Writes the changelog.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="title">The title of the contract.</param>
    /// <param name="oldVersion">The version of the older contract.</param>
    /// <param name="newVersion">The version of the newer contract.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(DiffResult result, string title, string oldVersion, string newVersion, TextWriter output)
    {
        output.Write($"# {Text(title)}: {Text(oldVersion)} to {Text(newVersion)}\n");
        if (result.Changes.IsEmpty) output.Write("\nNothing changed.\n");
        Section(result, FindingLevel.Error, "Breaking", output);
        Section(result, FindingLevel.Warning, "May break", output);
        Section(result, FindingLevel.Info, "Compatible", output);
    }

    private static void Section(DiffResult result, FindingLevel level, string heading, TextWriter output)
    {
        Change[] changes = [.. result.Changes.Where(change => change.Level == level)];
        if (changes.Length == 0) return;
        output.Write($"\n## {heading}\n\n");
        foreach (Change change in changes) output.Write($"- {Operations(change)}{Text(change.Sentence)} ({string.Join("; also ", change.EachWay.Select(way => way.RuleId))})\n");
    }

    private static string Operations(Change change)
    {
        if (change.Operations.IsEmpty || change.Operations.Any(operation => change.Sentence.StartsWith(operation, StringComparison.Ordinal))) return "";
        string named = string.Join(", ", change.Operations.Take(MostOperations).Select(operation => $"**{Text(operation)}**"));
        int more = change.Operations.Count - MostOperations;
        return named + (more > 0 ? FormattableString.Invariant($" and {more} more: ") : ": ");
    }

    // Text of a document never becomes markup, but for the marks of code that our own sentences hold.
    private static string Text(string text)
    {
        StringBuilder result = new(text.Length + 8);
        foreach (char c in text)
        {
            if (c is '\\' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '&') result.Append('\\');
            result.Append(char.IsControl(c) ? ' ' : c);
        }

        return result.ToString();
    }
}
