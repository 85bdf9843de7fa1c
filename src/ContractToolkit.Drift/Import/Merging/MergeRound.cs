using System.Text;
using ContractToolkit.Drift.Import.Documents;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ContractToolkit.Drift.Import.Merging;

/// <summary>Additions that are written into one reading of a document, because none of them moves or makes the place of another.</summary>
internal sealed class MergeRound(MergeText before)
{
    private readonly List<Insertion> insertions = [];
    private readonly HashSet<(YamlNode, string)> made = [];
    private readonly HashSet<YamlNode> bracketed = new(ReferenceEqualityComparer.Instance);

    /// <summary>The additions that this round writes.</summary>
    public List<DocumentEdit> Taken { get; } = [];

    /// <summary>The additions that cannot be written.</summary>
    public List<DocumentEdit> Refused { get; } = [];

    /// <summary>Takes an addition; false where it has to wait for the next round, or is refused.</summary>
    public bool TryAdd(DocumentEdit edit)
    {
        (YamlNode node, string[] rest) = before.Places.Find(edit.Pointer.TrimStart('#'));
        string[] missing = edit.Name is null ? rest : [.. rest, edit.Name];
        bool item = missing.Length == 0 && node is YamlSequenceNode;
        if (!item && (missing.Length == 0 || node is not YamlMappingNode))
        {
            Refused.Add(edit);
            return false;
        }

        // What an earlier addition of this round makes is not there yet.
        if (!item && made.Contains((node, missing[0]))) return false;
        if (!item && TextPlaces.Member((YamlMappingNode)node, missing[0]) is not null)
        {
            Taken.Add(edit);
            return true;
        }

        if (TextPlaces.IsFlow(node) && !bracketed.Add(node)) return false;
        if (!item) made.Add((node, missing[0]));
        DraftNode innermost = edit.Name is null && missing.Length > 0 ? new DraftList { Items = { edit.Node } } : edit.Node;
        DraftNode added = missing.Skip(1).Reverse().Aggregate(innermost, (inner, name) => new DraftMap().With(name, inner));
        insertions.Add(item ? Item((YamlSequenceNode)node, added) : Member((YamlMappingNode)node, missing[0], added));
        Taken.Add(edit);
        return true;
    }

    /// <summary>The document with the additions; null where it would say anything else than before and the additions: the guard against a place that was misjudged.</summary>
    public MergeText? Finish()
    {
        if (insertions.Count == 0) return before;
        if (MergeText.Read(Write()) is not { } after) return null;
        try
        {
            DraftNode expected = before.Draft(toChange: true);
            bool placed = Taken.TrueForAll(edit => DraftPointer.Add(expected, edit));
            return placed && FlowText.Write(expected) == FlowText.Write(after.Draft(toChange: false)) ? after : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private string Write()
    {
        StringBuilder text = new();
        int from = 0;
        // Where several blocks end at one line, the inner ones go on first; additions to one block keep their order.
        foreach (Insertion insertion in insertions.OrderBy(insertion => insertion.At).ThenByDescending(insertion => insertion.Indent))
        {
            text.Append(before.Text, from, insertion.At - from);
            if (insertion.IsLines && text.Length > 0 && text[^1] != '\n') text.Append('\n');
            text.Append(insertion.Text);
            from = insertion.At;
        }

        return text.Append(before.Text, from, before.Text.Length - from).ToString();
    }

    private Insertion Member(YamlMappingNode map, string name, DraftNode value) => TextPlaces.IsFlow(map)
        ? InBrackets(map, map.Children.Count, $"{FlowText.Quote(name)}: {FlowText.Write(value)}")
        : InBlock(map, YamlText.Write(new DraftMap().With(name, value), TextPlaces.Indent(map)));

    private Insertion Item(YamlSequenceNode list, DraftNode value) => TextPlaces.IsFlow(list)
        ? InBrackets(list, list.Children.Count, FlowText.Write(value))
        : InBlock(list, YamlText.Write(new DraftList { Items = { value } }, TextPlaces.Indent(list)));

    private Insertion InBlock(YamlNode block, string lines) => new(before.Places.EndOfBlock(block), TextPlaces.Indent(block), lines, IsLines: true);

    private Insertion InBrackets(YamlNode node, int count, string added)
    {
        int at = before.Places.EndOfFlow(node), start = (int)node.Start.Index;
        bool lines = count > 0 && before.Text.AsSpan(start, at - start).Contains('\n');
        YamlNode? first = node switch { YamlMappingNode map => map.Children.FirstOrDefault().Key, YamlSequenceNode list => list.Children.FirstOrDefault(), _ => null };
        string front = count == 0 ? "" : lines ? ",\n" + new string(' ', (int)first!.Start.Column - 1) : ", ";
        // Of brackets within brackets the inner ones end first, and stand further to the right.
        return new Insertion(at, start, front + added, IsLines: false);
    }

    private readonly record struct Insertion(int At, int Indent, string Text, bool IsLines);
}
