using ContractToolkit.Diff.Operations;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Documents;

/// <summary>Compares where operations are served: full URLs count, not how they are split between servers and paths.</summary>
internal static class ServerComparison
{
    public static void Run(Comparison comparison, Operation old, Operation @new)
    {
        if (old.Servers == @new.Servers && old.Path == @new.Path) return;
        IReadOnlyList<ServerUrl> before = ServerUrl.Of(old.Servers), after = ServerUrl.Of(@new.Servers);
        List<ServerUrl> gone = [.. before.Where(one => !after.Any(two => Meet(one, old, two, @new)))];
        List<ServerUrl> fresh = [.. after.Where(two => !before.Any(one => Meet(one, old, two, @new)))];
        string operation = @new.DisplayName;
        if (gone.Count == before.Count)
        {
            Add(comparison, "api-server-changed", $"served at {Words(after)}, before at {Words(before)}", operation);
            return;
        }

        foreach (ServerUrl url in gone) Add(comparison, "api-server-removed", $"no longer served at `{url.Authority}{url.Path}`", operation);
        foreach (ServerUrl url in fresh) Add(comparison, "api-server-added", $"served at `{url.Authority}{url.Path}` too", operation);
    }

    private static bool Meet(ServerUrl one, Operation old, ServerUrl two, Operation @new) =>
        one.Meets(two) && PathShape.Of(one.Path + old.Path) == PathShape.Of(two.Path + @new.Path);

    private static string Words(IReadOnlyList<ServerUrl> urls) => string.Join(", ", urls.Take(3).Select(url => $"`{url.Authority}{url.Path}`"));

    private static void Add(Comparison comparison, string rule, string sentence, string operation) =>
        comparison.Add(rule, sentence, "#/servers", "#/servers", operation);
}
