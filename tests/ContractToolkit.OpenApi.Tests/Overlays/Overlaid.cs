using ContractToolkit.OpenApi.Overlays;

namespace ContractToolkit.OpenApi.Tests.Overlays;

using Encoding = System.Text.Encoding;

/// <summary>Overlays written in tests.</summary>
internal static class Overlaid
{
    /// <summary>Applies overlays, given as whole texts.</summary>
    public static OverlaidDocument Apply(string document, params string[] overlays) => OverlaidDocument.Apply(
        "api.yaml", Encoding.UTF8.GetBytes(document), [.. overlays.Select((text, at) => new OverlaySource($"{at + 1}.yaml", Encoding.UTF8.GetBytes(text)))], null, TestContext.Current.CancellationToken);

    /// <summary>An overlay of some actions, in YAML.</summary>
    public static string Of(string actions, string version = "1.1.0") => $"overlay: {version}\ninfo: {{ title: T, version: '1' }}\nactions:\n{actions}\n";

    /// <summary>The result; nothing may be found.</summary>
    public static string Clean(string document, params string[] overlays)
    {
        OverlaidDocument result = Apply(document, overlays);
        Assert.Empty(Said(result));
        return Json(result);
    }

    public static string Json(OverlaidDocument result) => Encoding.UTF8.GetString(result.Content.Span);

    /// <summary>The findings as lines.</summary>
    public static IEnumerable<string> Said(OverlaidDocument result) => result.Findings.Select(finding => $"{finding.Id} {finding.Document}: {finding.Message}");
}
