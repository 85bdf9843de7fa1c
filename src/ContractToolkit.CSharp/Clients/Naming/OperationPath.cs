using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Takes an operation's path apart for names.</summary>
internal static class OperationPath
{
    /// <summary>The segments, those of a query in the path included.</summary>
    public static string[] Segments(Operation operation) => operation.Path.Split('/', '?', '#', '&');

    /// <summary>Whether a segment says nothing about what the operation does: <c>api</c>, <c>rest</c>, a version.</summary>
    public static bool IsPrefix(string segment)
    {
        if (OperationWords.Same(segment, "api") || OperationWords.Same(segment, "rest")) return true;
        return segment.Length > 1 && segment[0] is 'v' or 'V' && segment.Skip(1).All(c => char.IsDigit(c) || c == '.');
    }

    /// <summary>The names of the places in the path, without the operator of RFC 6570's reserved expansion (<c>{+name}</c>).</summary>
    public static IEnumerable<string> Places(Operation operation)
    {
        int open = operation.Path.IndexOf('{');
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (open >= 0 && operation.Path.IndexOf('}', open) is int close and > 0)
        {
            string name = operation.Path.Substring(open + 1, close - open - 1).TrimStart('+');
            if (name.Length > 0 && seen.Add(name)) yield return name;
            open = operation.Path.IndexOf('{', close);
        }
    }

    /// <summary>Whether a place asks for reserved expansion, so that a value may hold several segments.</summary>
    public static bool IsReserved(Operation operation, string name) => operation.Path.IndexOf("{+" + name + "}", StringComparison.Ordinal) >= 0;
}
