using System.Text;
using System.Text.Json;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Fills the runtime expressions of a callback's URL (OpenAPI, "Runtime Expressions") from a request and its answer.</summary>
internal static class RuntimeUrl
{
    /// <summary>The URL; null where an expression has no value.</summary>
    /// <param name="template">The callback's key, such as <c>{$request.body#/url}?id={$response.body#/id}</c>, or an expression alone.</param>
    /// <param name="request">The request.</param>
    /// <param name="route">How it was routed.</param>
    /// <param name="answer">What was answered.</param>
    public static string? Fill(string template, ExchangeRequest request, RouteMatch route, MockAnswer answer)
    {
        if (template.StartsWith('$')) return Value(template, request, route, answer);
        var url = new StringBuilder();
        int at = 0;
        while (at < template.Length)
        {
            int open = template.IndexOf('{', at);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0) break;
            if (Value(template[(open + 1)..close], request, route, answer) is not { } value) return null;
            // A value that begins the URL is a URL itself; any other is a part of one.
            url.Append(template, at, open - at).Append(open == 0 ? value : PercentCoding.Encode(value));
            at = close + 1;
        }

        return url.Append(template, at, template.Length - at).ToString();
    }

    private static string? Value(string expression, ExchangeRequest request, RouteMatch route, MockAnswer answer) => expression switch
    {
        "$url" => request.Url,
        "$method" => request.Method,
        "$statusCode" => answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ when expression.StartsWith("$request.header.", StringComparison.Ordinal) => request.Headers.Find(expression["$request.header.".Length..]),
        _ when expression.StartsWith("$request.query.", StringComparison.Ordinal) => Query(request, expression["$request.query.".Length..]),
        _ when expression.StartsWith("$request.path.", StringComparison.Ordinal) => Path(route, expression["$request.path.".Length..]),
        _ when expression.StartsWith("$request.body", StringComparison.Ordinal) => Body(request.Body, request.ContentType, expression["$request.body".Length..]),
        _ when expression.StartsWith("$response.header.", StringComparison.Ordinal) => answer.Headers.Find(expression["$response.header.".Length..]),
        _ when expression.StartsWith("$response.body", StringComparison.Ordinal) => Body(answer.Body, answer.Headers.Find("Content-Type"), expression["$response.body".Length..]),
        _ => null,
    };

    private static string? Query(ExchangeRequest request, string name)
    {
        foreach (RawField field in RawField.ParseForm(RequestTarget.Parse(request.Url).Query))
        {
            if (field.Name == name) return field.Value;
        }

        return null;
    }

    private static string? Path(RouteMatch route, string name)
    {
        foreach (PathValue value in route.PathValues)
        {
            if (value.Name == name) return PercentCoding.Decode(value.Raw);
        }

        return null;
    }

    private static string? Body(ReadOnlyMemory<byte> body, string? contentType, string fragment)
    {
        if (fragment.Length == 0) return Encoding.UTF8.GetString(body.Span);
        if (!fragment.StartsWith('#') || body.IsEmpty) return null;
        if (MediaTypeName.Parse(contentType) is { Essence: "application/x-www-form-urlencoded" })
        {
            foreach (RawField field in RawField.ParseForm(Encoding.UTF8.GetString(body.Span)))
            {
                if ("/" + field.Name == fragment[1..]) return field.Value;
            }

            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return JsonValues.At(document.RootElement, fragment[1..]) is { } value ? ParameterWriter.Text(value) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
