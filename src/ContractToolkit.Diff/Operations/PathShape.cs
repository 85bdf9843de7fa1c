using System.Text.RegularExpressions;

namespace ContractToolkit.Diff.Operations;

/// <summary>Path templates apart from the names of their parameters.</summary>
internal static class PathShape
{
    private static readonly Regex Parameter = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The template with every parameter written as <c>{}</c>.</summary>
    public static string Of(string template) => Parameter.Replace(template, "{}");

    /// <summary>The names of the parameters, in order.</summary>
    public static string[] Names(string template) =>
        [.. Parameter.Matches(template).Cast<Match>().Select(match => match.Value.Substring(1, match.Length - 2))];
}
