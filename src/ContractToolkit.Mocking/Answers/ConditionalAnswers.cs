using System.Globalization;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Conditional and range requests (RFC 9110 sections 13 and 14) over bodies that have an entity tag.</summary>
internal static class ConditionalAnswers
{
    public static MockAnswer Apply(ExchangeRequest request, MockAnswer answer)
    {
        if (answer.Status != 200 || request.Method is not ("GET" or "HEAD") || answer.Headers.Find("ETag") is not { } tag) return answer;
        if (request.Headers.Combined("If-None-Match") is { } known && Lists(known, tag)) return answer with { Status = 304, Body = default, Origin = "not modified" };
        if (request.Headers.Combined("If-Match") is { } wanted && !Lists(wanted, tag)) return Problems.Answer(412, "precondition", "Precondition failed", "The entity tag is another one.", operation: answer.Operation);
        if (request.Method != "GET" || request.Headers.Find("Range") is not { } range || answer.Body.IsEmpty) return answer;
        return request.Headers.Find("If-Range") is { } condition && condition != tag ? answer : Cut(answer, range);
    }

    private static bool Lists(string header, string tag) =>
        header.Trim() == "*" || header.Split(',').Any(one => one.Trim() is { } t && (t == tag || t == "W/" + tag));

    // One range is served; several, or what can't be read, are answered by the whole, as the RFC allows.
    private static MockAnswer Cut(MockAnswer answer, string range)
    {
        if (!range.StartsWith("bytes=", StringComparison.Ordinal) || range.Contains(',')) return answer;
        string[] ends = range["bytes=".Length..].Split('-');
        if (ends.Length != 2) return answer;
        long length = answer.Body.Length;
        long? first = Number(ends[0]);
        long? last = Number(ends[1]);
        if ((first is null && last is null) || last < first) return answer; // Invalid, and so to be ignored.
        long from = first ?? Math.Max(0, length - last!.Value);
        long to = first is null ? length - 1 : Math.Min(last ?? (length - 1), length - 1);
        if (from > to || from >= length)
        {
            return Problems.Answer(416, "range", "Range not satisfiable", "The range is outside the body.", operation: answer.Operation)
                .With("Content-Range", FormattableString.Invariant($"bytes */{length}"));
        }

        return (answer with { Status = 206, Body = answer.Body.Slice((int)from, (int)(to - from + 1)) })
            .With("Content-Range", FormattableString.Invariant($"bytes {from}-{to}/{length}"));
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;
}
