using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Documents;

/// <summary>Writes a draft as YAML 1.2 in block style; short scalars plain where that cannot be misread.</summary>
public static partial class YamlText
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a draft.</summary>
    /// <param name="node">The draft.</param>
    /// <param name="indent">The number of spaces in front of each line.</param>
    public static string Write(DraftNode node, int indent = 0)
    {
        StringBuilder text = new();
        Block(text, node, indent);
        return text.ToString();
    }

    private static void Block(StringBuilder text, DraftNode node, int indent)
    {
        if (node is DraftMap map)
        {
            foreach ((string name, DraftNode value) in map.Members) Entry(text, new string(' ', indent) + Scalar(name) + ":", value, indent);
        }
        else if (node is DraftList list)
        {
            foreach (DraftNode item in list.Items) Item(text, item, indent);
        }
        else
        {
            text.Append(' ', indent).Append(Inline(node)).Append('\n');
        }
    }

    private static void Entry(StringBuilder text, string head, DraftNode value, int indent)
    {
        text.Append(head);
        if (value is DraftText { Text: var long_ } && long_.Contains('\n') && CanFold(long_))
        {
            text.Append(long_.EndsWith('\n') ? " |\n" : " |-\n");
            foreach (string line in long_.TrimEnd('\n').Split('\n')) text.Append(line.Length == 0 ? "" : new string(' ', indent + 2)).Append(line).Append('\n');
        }
        else if (value is DraftMap { Count: > 0 } or DraftList { Items.Count: > 0 })
        {
            text.Append('\n');
            Block(text, value, indent + 2);
        }
        else
        {
            text.Append(' ').Append(Inline(value)).Append('\n');
        }
    }

    private static void Item(StringBuilder text, DraftNode item, int indent)
    {
        if (item is DraftMap { Count: > 0 } or DraftList { Items.Count: > 0 })
        {
            StringBuilder inner = new();
            Block(inner, item, indent + 2);
            text.Append(' ', indent).Append("- ").Append(inner.ToString().AsSpan(indent + 2));
        }
        else
        {
            text.Append(' ', indent).Append("- ").Append(Inline(item)).Append('\n');
        }
    }

    private static string Inline(DraftNode node) => node switch
    {
        DraftMap => "{}",
        DraftList => "[]",
        DraftRaw raw => raw.Json,
        DraftText text => Scalar(text.Text),
        _ => "",
    };

    private static string Scalar(string text)
    {
        if (Plain().IsMatch(text) && !Typed().IsMatch(text) && !text.EndsWith(' ') && !text.Contains(": ") && !text.Contains(" #") && !text.EndsWith(':')) return text;
        return text.Contains('\'') || text.Any(IsEscaped) ? Quoted(text) : "'" + text + "'";
    }

    private static string Quoted(string text) =>
        JsonSerializer.Serialize(text, Relaxed).Replace("\u0085", "\\u0085", StringComparison.Ordinal).Replace("\u2028", "\\u2028", StringComparison.Ordinal)
            .Replace("\u2029", "\\u2029", StringComparison.Ordinal).Replace("\uFEFF", "\\uFEFF", StringComparison.Ordinal);

    /// <summary>What a YAML reader takes for the end of a line, or drops, unless it is escaped.</summary>
    private static bool IsEscaped(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF';

    /// <summary>Whether a block scalar gives the text back unchanged.</summary>
    private static bool CanFold(string text) =>
        !text.StartsWith(' ') && !text.StartsWith('\n') && !text.EndsWith("\n\n", StringComparison.Ordinal) && !text.Any(c => IsEscaped(c) && c != '\n')
        && text.Split('\n').All(line => !line.EndsWith(' '));

    [GeneratedRegex(@"^[\p{L}\p{Nd}_/$.(][^\p{Cc}\u2028\u2029\uFEFF]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();

    /// <summary>What a YAML reader of any version may take for something else than a string.</summary>
    [GeneratedRegex(@"^([-+.0-9].*|0[xo].*|~|true|false|null|yes|no|on|off|y|n)\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Typed();
}
