using System.Globalization;
using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Where the answer to HEAD contradicts those to GET. What is left out is no contradiction: a server may omit what it knows only while it writes the content.</summary>
internal static class HeadDifference
{
    /// <summary>What differs, with the cause that findings are grouped by; null where nothing does.</summary>
    /// <param name="first">An answer to GET.</param>
    /// <param name="second">Another, equal one: a field that differs between the two says nothing.</param>
    /// <param name="head">The answer to HEAD.</param>
    /// <param name="isDeclared">Whether the contract has the method; where it has not, a server may refuse it.</param>
    public static (string Message, string Cause)? Between(CaseResult first, CaseResult second, CaseResult head, bool isDeclared)
    {
        if (first.Exchange.Response is not { } get || second.Exchange.Response is not { } again || head.Exchange.Response is not { } answer) return null;
        if (get.Status != again.Status || answer.Status == 429) return null;
        if (answer.Status != get.Status)
        {
            bool fails = answer.Status is >= 500 and not 501;
            return isDeclared || fails || answer.Status < 400 ? (string.Create(CultureInfo.InvariantCulture, $"GET is answered {get.Status}, and HEAD {answer.Status}."), "status") : null;
        }

        if (answer.ContentType is not null && MediaTypeName.Parse(answer.ContentType)?.Essence is var type && MediaTypeName.Parse(get.ContentType)?.Essence is var own && type != own)
        {
            return ($"GET has the Content-Type '{get.ContentType}', and HEAD '{answer.ContentType}'.", "Content-Type");
        }

        if (Same(get, again, "ETag") is { } tag && answer.Headers.Combined("ETag") is { } other && tag != other) return ($"GET has the ETag {tag}, and HEAD {other}.", "ETag");
        return Length(get, again) is { } length && answer.Headers.Combined("Content-Length") is { } said && answer.Headers.Combined("Content-Encoding") is null && said != length
            ? ($"GET has a content of {length} bytes, and HEAD says Content-Length: {said}.", "Content-Length") : null;
    }

    private static string? Same(ExchangeResponse first, ExchangeResponse second, string field) => first.Headers.Combined(field) is { } value && value == second.Headers.Combined(field) ? value : null;

    private static string? Length(ExchangeResponse first, ExchangeResponse second) =>
        first.Body.Length == second.Body.Length && first.Headers.Combined("Content-Encoding") is null && first.Headers.Combined("Transfer-Encoding") is null
            ? first.Body.Length.ToString(CultureInfo.InvariantCulture) : null;
}
