using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ContractToolkit.Drift.Import.Merging;

/// <summary>Finds where in the text of a YAML or JSON document a new member or item can be written.</summary>
internal sealed class TextPlaces(string text, YamlNode root)
{
    private readonly int[] lines = Starts(text);

    /// <summary>Follows a pointer as far as it goes; the rest of its segments names what is not there.</summary>
    public (YamlNode Node, string[] Missing) Find(string pointer)
    {
        YamlNode node = root;
        string[] segments = JsonPointer.Split(pointer);
        for (int i = 0; i < segments.Length; i++)
        {
            YamlNode? next = node switch
            {
                YamlMappingNode map => Member(map, segments[i]),
                YamlSequenceNode list when int.TryParse(segments[i], out int index) && index >= 0 && index < list.Children.Count => list.Children[index],
                _ => null,
            };
            if (next is null) return (node, segments[i..]);
            node = next;
        }

        return (node, []);
    }

    /// <summary>The member of a mapping; null where there is none.</summary>
    public static YamlNode? Member(YamlMappingNode map, string name)
    {
        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            if (key is YamlScalarNode scalar && scalar.Value == name) return value;
        }

        return null;
    }

    /// <summary>The column, from zero, that the members or items of a block start at.</summary>
    public static int Indent(YamlNode node) => (int)node.Start.Column - 1;

    /// <summary>Whether the node is written in brackets.</summary>
    public static bool IsFlow(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Style == YamlDotNet.Core.Events.MappingStyle.Flow,
        YamlSequenceNode list => list.Style == YamlDotNet.Core.Events.SequenceStyle.Flow,
        _ => true,
    };

    /// <summary>The offset of the line behind the last line of a block.</summary>
    public int EndOfBlock(YamlNode block)
    {
        int indent = Indent(block), last = (int)block.Start.Line - 1;
        bool list = block is YamlSequenceNode;
        for (int i = last + 1; i < lines.Length; i++)
        {
            ReadOnlySpan<char> line = Line(i);
            ReadOnlySpan<char> trimmed = line.TrimStart(' ');
            if (trimmed.IsWhiteSpace() || trimmed[0] == '#') continue;
            int column = line.Length - trimmed.Length;
            bool marker = column == 0 && (line.StartsWith("---") || line.StartsWith("..."));
            if (marker || column < indent || (list && column == indent && trimmed[0] != '-')) break;
            last = i;
        }

        return last + 1 < lines.Length ? lines[last + 1] : text.Length;
    }

    /// <summary>The offset behind the last child of a node in brackets, or behind its opening bracket. The parser does not tell where the node ends.</summary>
    public int EndOfFlow(YamlNode node)
    {
        int depth = 0, end = (int)node.Start.Index;
        for (int i = end; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '"' or '\'' && IsOpening(i)) i = EndOfQuote(i);
            else if (c is '{' or '[') depth++;
            else if (c is '}' or ']' && --depth == 0) return end + 1;
            else if (c == '#' && char.IsWhiteSpace(text[i - 1])) i = Math.Max(i, text.IndexOf('\n', i) - 1);
            if (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] != ',' && c != '#') end = i;
        }

        return end + 1;
    }

    /// <summary>Whether a quote opens a text, and does not stand within a plain one.</summary>
    private bool IsOpening(int at) => at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is ',' or ':' or '{' or '[';

    private int EndOfQuote(int at)
    {
        char quote = text[at];
        for (int i = at + 1; i < text.Length; i++)
        {
            if (quote == '"' && text[i] == '\\') i++;
            else if (text[i] == quote && quote == '\'' && i + 1 < text.Length && text[i + 1] == quote) i++;
            else if (text[i] == quote) return i;
        }

        return text.Length - 1;
    }

    private ReadOnlySpan<char> Line(int index)
    {
        int end = index + 1 < lines.Length ? lines[index + 1] : text.Length;
        return text.AsSpan(lines[index], end - lines[index]).TrimEnd('\n');
    }

    private static int[] Starts(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' && i + 1 < text.Length) starts.Add(i + 1);
        }

        return [.. starts];
    }
}
