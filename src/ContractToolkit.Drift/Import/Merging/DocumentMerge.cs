using ContractToolkit.Drift.Import.Documents;

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
        MergeText? current = MergeText.Read(windows ? text.Replace("\r\n", "\n") : text);
        List<DocumentEdit> refused = [];
        List<DocumentEdit> waiting = [];
        foreach (DocumentEdit edit in edits) (current is null || edit.Pointer.IndexOf('#') > 0 ? refused : waiting).Add(edit);
        // A large document takes long to read, so as many additions as do not touch one another are written at once.
        while (waiting.Count > 0)
        {
            MergeRound round = new(current!);
            List<DocumentEdit> later = [.. waiting.Where(edit => !round.TryAdd(edit))];
            if (round.Finish() is { } next) current = next;
            else if (round.Taken.Count > 1) OneByOne(round.Taken, ref current!, refused);
            else refused.AddRange(round.Taken);
            refused.AddRange(round.Refused);
            waiting = [.. later.Except(round.Refused)];
        }

        string result = current?.Text ?? text;
        return new MergedDocument(windows ? result.Replace("\n", "\r\n") : result, refused);
    }

    /// <summary>One of several additions went wrong: each is tried for itself.</summary>
    private static void OneByOne(IReadOnlyList<DocumentEdit> edits, ref MergeText current, List<DocumentEdit> refused)
    {
        foreach (DocumentEdit edit in edits)
        {
            MergeRound round = new(current);
            if (round.TryAdd(edit) && round.Finish() is { } next) current = next;
            else refused.Add(edit);
        }
    }
}

/// <summary>A document with additions.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Refused">The additions that could not be written in place.</param>
public sealed record MergedDocument(string Text, IReadOnlyList<DocumentEdit> Refused);
