using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ContractToolkit.Drift.Import.Documents;

/// <summary>Makes drafts of YAML.</summary>
internal static partial class DraftYaml
{
    /// <summary>The most nodes that are made of one page's block; aliases could make any number of a few bytes.</summary>
    public const int MaxNodes = 100_000;

    /// <summary>The draft of a text; null where it is no YAML.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lineOffset">The line, in its file, before the text's first.</param>
    public static DraftNode? Load(string text, int lineOffset = 0)
    {
        try
        {
            YamlStream stream = [];
            using StringReader reader = new(text);
            stream.Load(reader);
            int budget = MaxNodes;
            return stream.Documents.Count == 0 ? null : Convert(stream.Documents[0].RootNode, ref budget, lineOffset);
        }
        catch (YamlException)
        {
            return null;
        }
    }

    /// <summary>The draft of a node.</summary>
    /// <exception cref="YamlException">There are more nodes than the budget allows.</exception>
    public static DraftNode Convert(YamlNode node, ref int budget, int lineOffset = 0)
    {
        if (--budget < 0) throw new YamlException("too many nodes");
        DraftNode draft = Content(node, ref budget, lineOffset);
        draft.Line = (int)node.Start.Line + lineOffset;
        return draft;
    }

    private static DraftNode Content(YamlNode node, ref int budget, int lineOffset)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                DraftMap map = new();
                foreach ((YamlNode name, YamlNode value) in mapping.Children) map[(name as YamlScalarNode)?.Value ?? name.ToString()] = Convert(value, ref budget, lineOffset);
                return map;
            case YamlSequenceNode sequence:
                DraftList list = new();
                foreach (YamlNode item in sequence.Children) list.Items.Add(Convert(item, ref budget, lineOffset));
                return list;
            case YamlScalarNode { Style: ScalarStyle.Plain } plain when IsTyped(plain.Value):
                return new DraftRaw(plain.Value is "" or null or "~" ? "null" : plain.Value);
            default:
                return new DraftText((node as YamlScalarNode)?.Value ?? "");
        }
    }

    private static bool IsTyped(string? text) => text is null or "" or "~" or "null" or "true" or "false" || Number().IsMatch(text);

    [GeneratedRegex("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
