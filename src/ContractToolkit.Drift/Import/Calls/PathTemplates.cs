using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Calls;

/// <summary>Infers path templates from concrete paths: segments that look like ids, and segments that vary where the rest stays.</summary>
public static partial class PathTemplates
{
    private const int ManyValues = 5;
    private const int ManyWords = 20;

    /// <summary>The template of each path.</summary>
    public static Dictionary<string, string> Infer(IEnumerable<string> paths)
    {
        Dictionary<string, string[]> current = paths.Distinct().ToDictionary(path => path, path => path.Split('/').Select(Replace).ToArray());
        int longest = current.Values.Select(segments => segments.Length).DefaultIfEmpty().Max();
        for (int i = 0; i < longest; i++) Merge(current, i);
        Dictionary<string, string> named = current.GroupBy(pair => string.Join('/', pair.Value)).ToDictionary(group => group.Key, group => Named(group.First().Value, [.. group.Select(pair => pair.Key.Split('/'))]));
        return current.ToDictionary(pair => pair.Key, pair => named[string.Join('/', pair.Value)]);
    }

    /// <summary>The parameters of a template, in order.</summary>
    public static IEnumerable<string> Parameters(string template) => Placeholder().Matches(template).Select(match => match.Groups[1].Value);

    private static void Merge(Dictionary<string, string[]> current, int place)
    {
        var groups = current.Values.Where(segments => segments.Length > place && segments[place] != "{}")
            .GroupBy(segments => string.Join('/', segments.Select((segment, i) => i == place ? "*" : segment)));
        foreach (IGrouping<string, string[]> group in groups)
        {
            List<string> values = [.. group.Select(segments => segments[place]).Distinct()];
            // Plain words side by side are resources; only very many of them, below something that is a resource itself, are names of things.
            bool hasResourceBefore = group.First().Take(place).Any(segment => segment.Length > 0 && segment != "{}" && !Prefix().IsMatch(segment));
            int enough = values.Count(Word().IsMatch) * 2 < values.Count ? ManyValues : hasResourceBefore ? ManyWords : int.MaxValue;
            if (values.Count < enough) continue;
            foreach (string[] segments in group) segments[place] = "{}";
        }
    }

    private static string Replace(string segment) => IsId(segment) ? "{}" : segment;

    private static bool IsId(string segment) => Id().IsMatch(segment) || (segment.StartsWith('{') && segment.EndsWith('}')) || segment.StartsWith(':');

    /// <summary>The name that a placeholder carries itself, as in <c>{order}</c> or <c>:order</c>; null for any other segment.</summary>
    private static string? OwnName(string segment) => OwnNameOf().Match(segment) is { Success: true } match ? match.Groups[1].Value + match.Groups[2].Value : null;

    /// <summary>The template with its parameters named: as the paths name them, else after what stands before.</summary>
    private static string Named(string[] segments, List<string[]> paths)
    {
        HashSet<string> used = [];
        string[] named = [.. segments];
        for (int i = 0; i < named.Length; i++)
        {
            if (named[i] != "{}") continue;
            string before = i > 0 && !named[i - 1].StartsWith('{') ? Singular(named[i - 1]) : "";
            string wanted = paths.Select(path => OwnName(path[i])).FirstOrDefault(own => own is not null) ?? (before.Length > 0 ? before + "Id" : "id"), name = wanted;
            for (int n = 2; !used.Add(name); n++) name = wanted + n;
            named[i] = "{" + name + "}";
        }

        return string.Join('/', named);
    }

    private static string Singular(string segment)
    {
        string word = string.Concat(segment.Where(char.IsAsciiLetterOrDigit));
        return word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
    }

    /// <summary>Numbers, UUIDs, ULIDs and long hexadecimal or mixed tokens with digits.</summary>
    [GeneratedRegex(@"^([0-9]+|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|[0-9a-fA-F]{16,}|[0-9A-HJKMNP-TV-Z]{26}|[A-Za-z]+_[A-Za-z0-9]*[0-9][A-Za-z0-9]*|[A-Za-z_-]*[0-9][A-Za-z0-9_-]{15,})$", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    /// <summary>A word, or several joined: letters only.</summary>
    [GeneratedRegex(@"^[A-Za-z]+([-_.:][A-Za-z]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    /// <summary>What stands before the resources of an API.</summary>
    [GeneratedRegex(@"^(api|apis|rest|v[0-9]+([.][0-9]+)*([a-z]+[0-9]*)?)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(?::([A-Za-z_][\w.-]*)|\{([A-Za-z_][\w.-]*)\})$", RegexOptions.NonBacktracking)]
    private static partial Regex OwnNameOf();

    [GeneratedRegex(@"\{([^}]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
