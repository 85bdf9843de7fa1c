using ContractToolkit.OpenApi.JsonPaths;
using ContractToolkit.OpenApi.Nodes;
using ContractToolkit.OpenApi.Trees;

namespace ContractToolkit.OpenApi.Tests.JsonPaths;

/// <summary>Queries over texts written in tests.</summary>
internal static class Queries
{
    public static TreeNode Tree(string json) => new TreeCopy(new NodeLimits(512, 1_000_000, 1_000_000), TestContext.Current.CancellationToken).Of(Sample.Text(json).Root);

    /// <summary>What a query selects, as one JSON array.</summary>
    public static string Select(string json, string query) =>
        "[" + string.Join(",", JsonPath.Parse(query).Select(Tree(json), TestContext.Current.CancellationToken).Select(node => TreeText.Write(node))) + "]";
}
