using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>Compares <c>x-contract-paging</c>.</summary>
internal static class PagingComparison
{
    /// <summary>What was edited, one sentence for each member.</summary>
    public static IEnumerable<string> Edits(PagingRule? before, PagingRule? after)
    {
        if (before is null || after is null)
        {
            if (before is not null) yield return "its items are no longer said to come in pages";
            if (after is not null) yield return "its items are said to come in pages now";
            yield break;
        }

        foreach ((string what, string? old, string? now) in Members(before, after))
        {
            if (old != now) yield return $"paging: {what} is {now ?? "no longer given"}, before {old ?? "not given"}";
        }
    }

    private static IEnumerable<(string What, string? Old, string? Now)> Members(PagingRule before, PagingRule after) =>
    [
        ("what asks for the next page", Position(before), Position(after)),
        ("the first", First(before), First(after)),
        ("the place of the page's size", before.Size?.ToString(), after.Size?.ToString()),
        ("the place of the items", Pointer(before.Items), Pointer(after.Items)),
        ("the place of the next cursor or URL", Pointer(before.Next), Pointer(after.Next)),
        ("the place that says whether more follow", Pointer(before.More), Pointer(after.More)),
        ("the place of the number of all items", Pointer(before.Total), Pointer(after.Total)),
    ];

    private static string Position(PagingRule rule) => rule.Position is null ? "the URL that the answer gives" : $"{rule.Style.ToString().ToLowerInvariant()} {rule.Position}";

    // Cursors and URLs have no first one.
    private static string? First(PagingRule rule) => rule.Style is PagingStyle.Cursor or PagingStyle.Url ? null : rule.First.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Pointer(string? pointer) => pointer is "" ? "the whole body" : pointer;
}
