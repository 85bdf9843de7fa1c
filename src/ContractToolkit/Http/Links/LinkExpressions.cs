using System.Text;
using ContractToolkit.Envelopes;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>Evaluates the runtime expressions of links (OpenAPI, "Runtime Expressions").</summary>
public static class LinkExpressions
{
    // A plain null would be taken for the JSON value null.
    private static JsonValue? Nothing => default;

    /// <summary>The value that an expression finds in an answer and the request that led to it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="expression">An expression such as <c>$response.body#/id</c>, or a text with expressions in braces.</param>
    /// <exception cref="LinkUnresolvedException">It finds nothing.</exception>
    public static JsonValue Link(this ApiAnswer answer, string expression) => expression.StartsWith('$')
        ? Find(answer, expression) ?? throw new LinkUnresolvedException(answer.Operation, expression)
        : JsonValue.From(Fill(answer, expression));

    private static string Fill(ApiAnswer answer, string template)
    {
        var text = new StringBuilder();
        int done = 0;
        for (int open = template.IndexOf("{$", StringComparison.Ordinal); open >= 0; open = template.IndexOf("{$", done, StringComparison.Ordinal))
        {
            int close = template.IndexOf('}', open);
            if (close < 0) break;
            text.Append(template, done, open - done).Append(Text(Link(answer, template[(open + 1)..close])));
            done = close + 1;
        }

        return text.Append(template, done, template.Length - done).ToString();
    }

    private static string Text(JsonValue value) => value.Kind == System.Text.Json.JsonValueKind.String ? value.GetString() : value.ToString();

    private static JsonValue? Find(ApiAnswer answer, string expression) => expression switch
    {
        "$statusCode" => (long)answer.Status,
        "$method" => answer.Sent is { } sent ? JsonValue.From(sent.Method) : Nothing,
        "$url" => answer.Sent?.Url is { } url ? JsonValue.From(url.AbsoluteUri) : Nothing,
        _ when After(expression, "$response.body") is { } pointer => At(answer.Body, pointer),
        _ when After(expression, "$response.header.") is { } name => answer.Headers[name] is { } text ? JsonValue.From(text) : Nothing,
        _ when After(expression, "$request.body") is { } pointer => At(answer.Sent?.Request.Body?.Bytes ?? default, pointer),
        _ when After(expression, "$request.") is { } part => answer.Sent?.Request.Find(part),
        _ => Nothing,
    };

    private static string? After(string expression, string start) =>
        expression.StartsWith(start, StringComparison.Ordinal) ? expression[start.Length..] : null;

    private static JsonValue? At(ReadOnlyMemory<byte> json, string fragment)
    {
        if (json.IsEmpty || (fragment.Length > 0 && fragment[0] != '#')) return null;
        try
        {
            string pointer = fragment.Length == 0 ? "" : Uri.UnescapeDataString(fragment[1..]);
            ReadOnlySpan<byte> found = JsonPath.Find(json.Span, pointer);
            return found.IsEmpty ? Nothing : JsonValue.Parse(found);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or JsonReadException)
        {
            return null;
        }
    }
}
