using System.Text;

namespace ContractToolkit.Drift.Import.Documents;

/// <summary>Makes operation ids from what is certain: the method and the path.</summary>
public static class OperationNames
{
    /// <summary>An id such as <c>postLeadsDetails</c>.</summary>
    public static string FromPath(string method, string path)
    {
        StringBuilder name = new(method.ToLowerInvariant());
        bool upper = true;
        foreach (char c in path)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                upper = true;
                continue;
            }

            name.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return name.ToString();
    }
}
