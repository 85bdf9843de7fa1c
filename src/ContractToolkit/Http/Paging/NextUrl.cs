using System.Text.Json;
using ContractToolkit.Envelopes;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>Finds the URL of the next page in an answer, and follows it on the server of the client only: wherever else it leads, it would take the
/// credentials of the call there.</summary>
/// <param name="expression">Where it stands: <c>$response.body#/next</c>, <c>$response.header.Link</c>, or a header that holds nothing else.</param>
internal sealed class NextUrl(string expression)
{
    private const string Header = "$response.header.";
    private const string Body = "$response.body#";

    private readonly HashSet<string> followed = new(StringComparer.Ordinal);

    /// <summary>The URL of the next page; null behind the last.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="address">The address that the client itself calls the operation at.</param>
    /// <exception cref="ContractViolationException">It is no URL, leads to another server, or was followed already.</exception>
    public Uri? Find(ApiAnswer answer, Uri address)
    {
        string? text = expression.StartsWith(Header, StringComparison.Ordinal) ? InHeader(answer, expression[Header.Length..]) : InBody(answer);
        if (string.IsNullOrEmpty(text)) return null;
        Uri page = answer.Sent?.Url ?? address;
        followed.Add(WithoutFragment(page));
        if (!Uri.TryCreate(page, text, out Uri? next)) throw Refused(answer, "what stands there for the next page is no URL");
        if (!IsSameServer(next, address)) throw Refused(answer, $"the next page is said to be at {Place(next)}, but only {Place(address)} is called: its URL is not followed");
        next = new Uri(WithoutFragment(next));
        return followed.Add(next.AbsoluteUri) ? next : throw Refused(answer, "the server gives the same next page again: its pages would never end");
    }

    private string? InHeader(ApiAnswer answer, string name)
    {
        if (answer.Headers[name] is not { } value) return null;
        if (!name.Equals("Link", StringComparison.OrdinalIgnoreCase)) return value.Trim();
        try
        {
            return LinkHeader.Find(value, "next");
        }
        catch (FormatException error)
        {
            throw Refused(answer, $"the Link header cannot be read: {error.Message}");
        }
    }

    private string? InBody(ApiAnswer answer)
    {
        ReadOnlySpan<byte> found = JsonPath.Find(answer.Body.Span, expression[Body.Length..]);
        if (found.IsEmpty) return null;
        JsonValue value = JsonValue.Parse(found);
        if (value.Kind is JsonValueKind.Null or JsonValueKind.False) return null;
        return value.Kind == JsonValueKind.String ? value.GetString() : throw Refused(answer, "what stands there for the next page is no URL");
    }

    // User names in it would be sent, and show in logs.
    private static bool IsSameServer(Uri next, Uri address) =>
        next.IsAbsoluteUri && next.UserInfo.Length == 0 && next.Scheme == address.Scheme && next.Port == address.Port && next.IdnHost.Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static string WithoutFragment(Uri uri) => uri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, System.UriFormat.UriEscaped);

    // Without path and query, which may hold secrets.
    private static string Place(Uri uri) => uri.GetComponents(UriComponents.SchemeAndServer, System.UriFormat.UriEscaped);

    private ContractViolationException Refused(ApiAnswer answer, string problem) =>
        ContractViolationException.One(answer, expression.StartsWith(Body, StringComparison.Ordinal) ? expression[Body.Length..] : "", "x-contract-paging", problem);
}
