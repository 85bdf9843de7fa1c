using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace ContractToolkit.TestSupport;

/// <summary>Shows where two texts differ: changed lines with a few lines around them.</summary>
public static class TextDifference
{
    private const int Around = 3;
    private const int MostLines = 120;

    /// <summary>The changed lines, marked <c>-</c> (accepted) and <c>+</c> (received), each with its line number.</summary>
    public static string Show(string accepted, string received)
    {
        List<DiffPiece> lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(accepted, received, ignoreWhitespace: false).Lines;
        bool[] shown = new bool[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Type == ChangeType.Unchanged) continue;
            for (int near = Math.Max(0, i - Around); near <= Math.Min(lines.Count - 1, i + Around); near++) shown[near] = true;
        }

        if (!shown.Contains(true)) return "The texts differ only in the characters that end their lines, or at the end.";
        return Render(lines, shown);
    }

    /// <summary>The first lines of a text.</summary>
    public static string Excerpt(string text)
    {
        string[] lines = text.Split('\n');
        string rest = lines.Length > MostLines ? $"\n... {lines.Length - MostLines} more lines" : "";
        return string.Join('\n', lines.Take(MostLines)) + rest;
    }

    private static string Render(List<DiffPiece> lines, bool[] shown)
    {
        StringBuilder text = new();
        int number = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Type != ChangeType.Deleted) number++;
            if (!shown[i]) continue;
            if (i > 0 && !shown[i - 1]) text.Append("   ...\n");
            string mark = lines[i].Type switch { ChangeType.Inserted => "+", ChangeType.Deleted => "-", _ => " " };
            text.Append($"{number,5} {mark} {lines[i].Text}\n");
        }

        return Excerpt(text.ToString());
    }
}
