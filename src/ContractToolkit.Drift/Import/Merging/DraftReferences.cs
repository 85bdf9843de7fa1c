using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Import.Merging;

/// <summary>Finds references in drafts, and what they lead to.</summary>
internal static class DraftReferences
{
    /// <summary>The local references of a draft, at any depth.</summary>
    public static IEnumerable<string> In(DraftNode node) => node switch
    {
        DraftMap map => map.Members.SelectMany(member => member is { Key: "$ref", Value: DraftText { Text: ['#', '/', ..] } text } ? [text.Text] : In(member.Value)),
        DraftList list => list.Items.SelectMany(In),
        _ => [],
    };

    /// <summary>What a local reference leads to; null where there is nothing.</summary>
    public static DraftNode? Target(DraftMap root, string reference)
    {
        DraftNode? node = root;
        foreach (string segment in JsonPointer.Split(reference[1..])) node = (node as DraftMap)?[segment];
        return node;
    }
}
