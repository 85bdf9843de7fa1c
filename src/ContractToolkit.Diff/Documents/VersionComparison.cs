using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Documents;

/// <summary>Compares <c>info.version</c> with what was found.</summary>
internal static class VersionComparison
{
    public static void Run(Comparison comparison, bool breaking)
    {
        string before = comparison.Old.ApiVersion, after = comparison.New.ApiVersion;
        const string Place = "#/info/version";
        if (breaking && before == after) comparison.Add("api-version-not-bumped", $"there are breaking changes, but the version is still `{after}`", Place, Place, null);
        if (Parts(before) is not { } old || Parts(after) is not { } now) return;
        int order = Compare(old, now);
        if (order > 0) comparison.Add("api-version-decreased", $"version `{before}` became `{after}`", Place, Place, null);
        if (breaking && order < 0 && old[0] == now[0]) comparison.Add("api-major-version-not-bumped", $"there are breaking changes, but `{before}` became `{after}`", Place, Place, null);
    }

    private static int Compare(int[] old, int[] now)
    {
        for (int i = 0; i < 3; i++)
        {
            if (old[i] != now[i]) return old[i].CompareTo(now[i]);
        }

        return 0;
    }

    // Semantic versions only: dates and names have no major part.
    private static int[]? Parts(string version)
    {
        string[] parts = version.TrimStart('v').Split('-', '+')[0].Split('.');
        int[] numbers = new int[3];
        if (parts.Length is 0 or > 3) return null;
        for (int i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out numbers[i])) return null;
        }

        return numbers;
    }
}
