using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>The beginning of an answer, for a finding's evidence.</summary>
internal static class AnswerExcerpt
{
    private const int Longest = 600;

    public static string Of(ExchangeResponse response)
    {
        StringBuilder text = new();
        text.Append(FormattableString.Invariant($"{response.Status}"));
        if (response.ContentType is { } type) text.Append(' ').Append(type);
        int length = Math.Min(Longest, response.Body.Length);
        if (length > 0) text.Append('\n').Append(Encoding.UTF8.GetString(response.Body.Span[..length]));
        if (response.Body.Length > length) text.Append(FormattableString.Invariant($"... ({response.Body.Length - length} more bytes)"));
        return text.ToString();
    }
}
