using System.Text.RegularExpressions;
using ContractToolkit.Diff.Operations;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Documents;

/// <summary>Compares where operations are served: full URLs count, not how they are split between servers and paths.</summary>
internal static class ServerComparison
{
    private static readonly Regex Version = new(@"^v?([0-9]+)(?:\.[0-9]+)+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static void Run(Comparison comparison, Operation old, Operation @new)
    {
        if (old.Servers == @new.Servers && old.Path == @new.Path) return;
        IReadOnlyList<ServerUrl> before = ServerUrl.Of(old.Servers), after = ServerUrl.Of(@new.Servers);
        List<ServerUrl> gone = [.. before.Where(one => !after.Any(two => Meet(one, old, two, @new)))];
        List<ServerUrl> fresh = [.. after.Where(two => !before.Any(one => Meet(one, old, two, @new)))];
        string operation = @new.DisplayName;
        if (gone.Count == before.Count)
        {
            bool minor = before.Any(one => after.Any(two => one.Meets(two) && IsMinor(one.Path + old.Path, two.Path + @new.Path)));
            comparison.Add("api-server-changed", $"served at {Words(after)}, before at {Words(before)}", "#/servers", "#/servers", operation, minor ? FindingLevel.Warning : null);
            return;
        }

        foreach (ServerUrl url in gone) Add(comparison, "api-server-removed", $"no longer served at `{url.Authority}{url.Path}`", operation);
        foreach (ServerUrl url in fresh) Add(comparison, "api-server-added", $"served at `{url.Authority}{url.Path}` too", operation);
    }

    private static bool Meet(ServerUrl one, Operation old, ServerUrl two, Operation @new) =>
        one.Meets(two) && PathShape.Of(one.Path + old.Path) == PathShape.Of(two.Path + @new.Path);

    // Only a minor version in the path is another: APIs that put it there serve the older ones too.
    private static bool IsMinor(string before, string after)
    {
        string[] old = PathShape.Of(before).Split('/'), now = PathShape.Of(after).Split('/');
        return old.Length == now.Length && old.Zip(now, (one, two) => one == two || (Major(one) is { } major && major == Major(two))).All(same => same);
    }

    private static string? Major(string segment)
    {
        Match match = Version.Match(segment);
        return match.Success ? match.Groups[1].Value : null;
    }

    private static string Words(IReadOnlyList<ServerUrl> urls) => string.Join(", ", urls.Take(3).Select(url => $"`{url.Authority}{url.Path}`"));

    private static void Add(Comparison comparison, string rule, string sentence, string operation) =>
        comparison.Add(rule, sentence, "#/servers", "#/servers", operation);
}
