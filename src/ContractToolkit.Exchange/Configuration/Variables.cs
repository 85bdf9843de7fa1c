using System.Text;

namespace ContractToolkit.Exchange;

/// <summary>Fills <c>${NAME}</c> and <c>${NAME:-otherwise}</c> from the environment; <c>$${</c> stands for <c>${</c> itself.</summary>
public static class Variables
{
    /// <summary>The text filled in; null, with the name, where a variable is not set.</summary>
    public static string? Fill(string text, Func<string, string?> environment, out string? missing)
    {
        missing = null;
        if (!text.Contains("${", StringComparison.Ordinal)) return text;
        StringBuilder filled = new();
        int at = 0;
        while (text.IndexOf("${", at, StringComparison.Ordinal) is int open and >= 0)
        {
            int close = text.IndexOf('}', open);
            if (close < 0) break;
            bool literal = open > at && text[open - 1] == '$';
            filled.Append(text, at, (literal ? open - 1 : open) - at);
            if (literal) filled.Append(text, open, close + 1 - open);
            else if (Value(text[(open + 2)..close], environment) is { } value) filled.Append(value);
            else
            {
                missing = text[(open + 2)..close];
                return null;
            }

            at = close + 1;
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }

    private static string? Value(string expression, Func<string, string?> environment)
    {
        int otherwise = expression.IndexOf(":-", StringComparison.Ordinal);
        string name = otherwise < 0 ? expression : expression[..otherwise];
        return environment(name) is { Length: > 0 } value ? value : otherwise < 0 ? null : expression[(otherwise + 2)..];
    }
}
