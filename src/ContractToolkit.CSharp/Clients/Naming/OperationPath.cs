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
}
