using System.Text;
using ContractToolkit.Drift.Import.Documents;
using YamlDotNet.RepresentationModel;

namespace ContractToolkit.Drift.Import.Merging;

/// <summary>
/// Writes additions into the text of a document. Every byte that was there stays: comments, order, quoting. What an addition would replace is left alone.
/// </summary>
public static class DocumentMerge
{
    /// <summary>Applies additions.</summary>
    /// <param name="text">The document, YAML or JSON.</param>
    /// <param name="edits">The additions.</param>
    public static MergedDocument Apply(string text, IEnumerable<DocumentEdit> edits)
    {
        bool windows = text.Contains("\r\n", StringComparison.Ordinal);
        string current = windows ? text.Replace("\r\n", "\n") : text;
        List<DocumentEdit> refused = [];
        foreach (DocumentEdit edit in edits)
        {
            // One after the other, each in the text that the one before has left: the places move.
            if (edit.Pointer.IndexOf('#') > 0) refused.Add(edit);
            else if (Written(current, edit) is { } next) current = next;
            else refused.Add(edit);
        }

        return new MergedDocument(windows ? current.Replace("\n", "\r\n") : current, refused);
    }

    /// <summary>The text with an addition; the same text where it is there already; null where it cannot be written in place.</summary>
    private static string? Written(string text, DocumentEdit edit)
    {
        if (Root(text) is not { } root) return null;
        TextPlaces places = new(text, root);
        (YamlNode node, string[] rest) = places.Find(edit.Pointer.TrimStart('#'));
        string[] missing = edit.Name is null ? rest : [.. rest, edit.Name];
        DraftNode innermost = edit.Name is null && missing.Length > 0 ? new DraftList { Items = { edit.Node } } : edit.Node;
        DraftNode added = missing.Skip(1).Reverse().Aggregate(innermost, (inner, name) => new DraftMap().With(name, inner));
        string? result;
        if (missing.Length == 0 && node is YamlSequenceNode list) result = Item(text, places, list, added);
        else if (missing.Length > 0 && node is YamlMappingNode map) result = TextPlaces.Member(map, missing[0]) is null ? Member(text, places, map, missing[0], added) : text;
        else return null;
        return result is not null && Holds(text, result, edit) ? result : null;
    }

    private static string? Member(string text, TextPlaces places, YamlMappingNode map, string name, DraftNode value)
    {
        if (TextPlaces.IsFlow(map)) return InBrackets(text, places, map, map.Children.Count, $"{FlowText.Quote(name)}: {FlowText.Write(value)}");
        return InBlock(text, places, map, YamlText.Write(new DraftMap().With(name, value), TextPlaces.Indent(map)));
    }

    private static string Item(string text, TextPlaces places, YamlSequenceNode list, DraftNode value)
    {
        if (TextPlaces.IsFlow(list)) return InBrackets(text, places, list, list.Children.Count, FlowText.Write(value));
        return InBlock(text, places, list, YamlText.Write(new DraftList { Items = { value } }, TextPlaces.Indent(list)));
    }

    private static string InBlock(string text, TextPlaces places, YamlNode block, string lines)
    {
        int at = places.EndOfBlock(block);
        bool open = at == text.Length && !text.EndsWith('\n');
        return string.Concat(text.AsSpan(0, at), open ? "\n" : "", lines, text.AsSpan(at));
    }

    private static string InBrackets(string text, TextPlaces places, YamlNode node, int count, string added)
    {
        int at = places.EndOfFlow(node);
        bool lines = count > 0 && text.AsSpan((int)node.Start.Index, at - (int)node.Start.Index).Contains('\n');
        YamlNode? first = node switch { YamlMappingNode map => map.Children.FirstOrDefault().Key, YamlSequenceNode list => list.Children.FirstOrDefault(), _ => null };
        string before = count == 0 ? "" : lines ? ",\n" + new string(' ', (int)first!.Start.Column - 1) : ", ";
        return string.Concat(text.AsSpan(0, at), before, added, text.AsSpan(at));
    }

    /// <summary>Whether the new text says what the old one said and the addition, nothing else: the guard against a place that was misjudged.</summary>
    private static bool Holds(string before, string after, DocumentEdit edit)
    {
        if (Root(before) is not { } old || Root(after) is not { } now) return false;
        int budget = DraftYaml.MaxNodes * 40, second = budget;
        DraftNode expected = DraftYaml.Convert(old, ref budget);
        return DraftPointer.Add(expected, edit) && FlowText.Write(expected) == FlowText.Write(DraftYaml.Convert(now, ref second));
    }

    private static YamlNode? Root(string text)
    {
        try
        {
            YamlStream stream = [];
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1 ? stream.Documents[0].RootNode : null;
        }
        catch (YamlDotNet.Core.YamlException)
        {
            return null;
        }
    }
}

/// <summary>A document with additions.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Refused">The additions that could not be written in place.</param>
public sealed record MergedDocument(string Text, IReadOnlyList<DocumentEdit> Refused);
