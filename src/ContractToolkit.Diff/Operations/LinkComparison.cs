using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>Compares the links of two versions of a response.</summary>
internal static class LinkComparison
{
    public static void Run(Comparison comparison, string operation, Response before, Response after)
    {
        foreach (Link old in before.Links)
        {
            if (after.Links.FirstOrDefault(each => each.Name == old.Name) is not { } now)
            {
                comparison.Add("link-removed", $"link `{old.Name}` removed for status {after.Status}", old.Pointer, after.Pointer, operation);
            }
            else if (old.Target != now.Target || old.Parameters != now.Parameters || old.RequestBody != now.RequestBody)
            {
                comparison.Add("link-changed", $"link `{old.Name}` of status {after.Status} changed", old.Pointer, now.Pointer, operation);
            }
        }

        foreach (Link now in after.Links.Where(each => before.Links.All(old => old.Name != each.Name)))
        {
            comparison.Add("link-added", $"link `{now.Name}` added for status {after.Status}", before.Pointer, now.Pointer, operation);
        }
    }
}
