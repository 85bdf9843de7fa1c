using System.Net.Http.Headers;
using ContractToolkit.Exchange;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.Mocking;

/// <summary>Which header fields pass a proxy.</summary>
internal static class ForwardedFields
{
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase) { "Host", "Content-Length", "Expect" };

    // What the proxy can unpack to check it.
    private static readonly string[] Codings = ["gzip", "deflate", "br", "identity"];

    /// <summary>Writes the fields of a request onto the message for the target.</summary>
    public static void Write(ExchangeRequest request, HttpRequestMessage message)
    {
        HashSet<string>? named = Nominated(request.Headers.Combined("Connection"));
        foreach (HeaderField field in request.Headers)
        {
            if (IsOwn(field.Name) || named?.Contains(field.Name) == true) continue;
            string value = field.Name.Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase) ? KnownCodings(field.Value) : field.Value;
            if (!message.Headers.TryAddWithoutValidation(field.Name, value)) message.Content?.Headers.TryAddWithoutValidation(field.Name, value);
        }

        message.Headers.TryAddWithoutValidation("Via", "1.1 contract-proxy");
    }

    /// <summary>The fields of an answer that go to the client.</summary>
    public static EquatableArray<HeaderField> Read(HttpResponseMessage answer)
    {
        HashSet<string>? named = Nominated(answer.Headers.NonValidated.TryGetValues("Connection", out HeaderStringValues values) ? string.Join(',', values) : null);
        var fields = new List<HeaderField>();
        foreach ((string name, HeaderStringValues all) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (IsOwn(name) || named?.Contains(name) == true) continue;
            foreach (string value in all) fields.Add(new HeaderField(name, value));
        }

        return fields.ToEquatableArray();
    }

    /// <summary>Writes the head of an answer to the client.</summary>
    public static void Write(ExchangeResponse answer, long? length, HttpResponse response)
    {
        response.StatusCode = answer.Status;
        foreach (HeaderField field in answer.Headers) response.Headers.Append(field.Name, field.Value);
        if (answer.Status is >= 200 and not 204) response.ContentLength = length;
    }

    /// <summary>Whether each side of the proxy writes the field itself.</summary>
    private static bool IsOwn(string name) => ConnectionFields.Contains(name) || Own.Contains(name);

    private static HashSet<string>? Nominated(string? connection) =>
        connection is null ? null : new HashSet<string>(connection.Split(',', StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);

    private static string KnownCodings(string accepted)
    {
        string known = string.Join(", ", accepted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(coding => Codings.Contains(coding.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase)));
        return known.Length == 0 ? "identity" : known;
    }
}
