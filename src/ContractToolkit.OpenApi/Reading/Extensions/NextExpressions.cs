using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>The runtime expressions that name the URL of the next page in an answer.</summary>
internal static class NextExpressions
{
    private const string Body = "$response.body#";
    private const string Header = "$response.header.";

    /// <summary>Whether a value is meant as one.</summary>
    public static bool IsExpression(Node node) => node.IsString && node.Text.StartsWith("$", StringComparison.Ordinal);

    /// <summary>What is wrong with one; null where it is right.</summary>
    public static string? Problem(string expression)
    {
        if (expression.StartsWith(Body + "/", StringComparison.Ordinal)) return null;
        bool isHeader = expression.StartsWith(Header, StringComparison.Ordinal) && expression.Length > Header.Length;
        if (!isHeader) return $"'next' takes {Body}/POINTER or {Header}NAME, found '{expression}'";
        string name = expression.Substring(Header.Length);
        return name.All(c => c is > ' ' and < '\u007f' && "()<>@,;:\\\"/[]?={}".IndexOf(c) < 0) ? null : $"'{name}' is no name of a header";
    }
}
