using ContractToolkit.Diff.Schemas;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff;

/// <summary>Turns drafts into changes: places, order, levels and the ignore list of the options.</summary>
internal static class ResultBuilder
{
    public static DiffResult Build(Comparison comparison, DiffOptions options)
    {
        Dictionary<string, int> order = Order(comparison);
        List<Change> changes = [];
        foreach (ChangeDraft draft in comparison.Changes())
        {
            string[] operations = [.. draft.Operations.OrderBy(name => order.TryGetValue(name, out int place) ? place : int.MaxValue).ThenBy(name => name, StringComparer.Ordinal)];
            changes.Add(new()
            {
                Rule = draft.Rule,
                Level = options.Levels.TryGetValue(draft.Rule.Id, out FindingLevel level) ? level : draft.Level,
                Direction = draft.Rule.Direction,
                Operations = operations.ToEquatableArray(),
                OldPlace = draft.OldPointer is null ? null : Locate(comparison.OldDocument, draft.OldPointer),
                NewPlace = draft.NewPointer is null ? null : Locate(comparison.NewDocument, draft.NewPointer),
                Sentence = draft.Sentence,
                Witness = draft.Witness,
                Undecided = draft.Undecided,
                Member = draft.Member,
                Cause = draft.NewPointer ?? draft.OldPointer,
            });
        }

        IgnoreList ignore = new(options);
        List<Change> kept = [], ignored = [];
        foreach (Change change in changes.OrderByDescending(change => change.Level).ThenBy(First).ThenBy(change => change.Cause, StringComparer.Ordinal)
            .ThenBy(change => change.RuleId, StringComparer.Ordinal).ThenBy(change => change.Sentence, StringComparer.Ordinal))
        {
            (ignore.Takes(change) ? ignored : kept).Add(change);
        }

        return new(EditJoin.Join(kept).ToEquatableArray(), ignored.ToEquatableArray(), ignore.Stale.ToEquatableArray());

        int First(Change change) => change.Operations.IsEmpty ? -1 : order.TryGetValue(change.Operations[0], out int place) ? place : int.MaxValue;
    }

    private static Dictionary<string, int> Order(Comparison comparison)
    {
        Dictionary<string, int> order = new(StringComparer.Ordinal);
        foreach (Operation operation in comparison.New.Operations.Concat(comparison.New.Webhooks).Concat(comparison.Old.Operations))
        {
            if (!order.ContainsKey(operation.DisplayName)) order.Add(operation.DisplayName, order.Count);
        }

        return order;
    }

    // The element itself, or else the nearest one around it that is there.
    private static DocumentPlace Locate(ContractDocument document, string pointer)
    {
        DocumentPlace place = document.Locate(pointer);
        for (int cut = pointer.LastIndexOf('/'); !place.Position.IsKnown && cut > 0; cut = pointer.LastIndexOf('/', cut - 1))
        {
            place = document.Locate(pointer.Substring(0, cut));
        }

        return place;
    }
}
