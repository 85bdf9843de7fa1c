using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Calls;

/// <summary>Placeholders such as <c>{{host}}</c> within texts.</summary>
internal static partial class PlaceholderText
{
    /// <summary>The text with its placeholders replaced, each once; one for which there is null stays.</summary>
    public static string Replace(string text, Func<string, string?> value) => Placeholder().Replace(text, match => value(match.Groups[1].Value.Trim()) ?? match.Value);

    [GeneratedRegex(@"\{\{([^{}]*)\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
