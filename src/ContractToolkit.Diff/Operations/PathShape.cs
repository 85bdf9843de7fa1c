using System.Text.RegularExpressions;

namespace ContractToolkit.Diff.Operations;

/// <summary>Path templates apart from the names of their parameters.</summary>
internal static class PathShape
{
    private static readonly Regex Parameter = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The template with every parameter written as <c>{}</c>, without a slash at its end.</summary>
    public static string Of(string template)
    {
        string shape = Parameter.Replace(template, "{}");
        return shape.Length > 1 && shape[shape.Length - 1] == '/' ? shape.Substring(0, shape.Length - 1) : shape;
    }

    /// <summary>The names of the parameters, in order.</summary>
    public static string[] Names(string template) =>
        [.. Parameter.Matches(template).Cast<Match>().Select(match => match.Value.Substring(1, match.Length - 2))];
}
