using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractToolkit.Exchange;

/// <summary>Takes secrets out of exchanges before they are shown or stored.</summary>
public sealed class Redactor
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Marker = "REDACTED";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };
    private readonly HashSet<string> headers;
    private readonly HashSet<string> query;
    private readonly string[][] pointers;
    private readonly string[] secrets;

    /// <summary>Makes a redactor.</summary>
    public Redactor(RedactionRules rules)
    {
        headers = new HashSet<string>(rules.Headers, StringComparer.OrdinalIgnoreCase);
        query = new HashSet<string>(rules.Query, StringComparer.OrdinalIgnoreCase);
        pointers = [.. rules.Pointers.Select(JsonPointer.Split)];
        // A short text would tear holes into everything; the percent-encoded form travels in URLs and forms.
        secrets = [.. rules.Secrets.Where(secret => secret.Length >= 4)
            .SelectMany(secret => new[] { secret, PercentCoding.Encode(secret), JsonText.Quote(secret)[1..^1] }).Distinct().OrderByDescending(secret => secret.Length)];
    }

    /// <summary>The exchange without its secrets.</summary>
    public HttpExchange Redact(HttpExchange exchange) => exchange with
    {
        Request = exchange.Request with
        {
            Url = Url(exchange.Request.Url),
            Headers = Fields(exchange.Request.Headers),
            Body = Body(exchange.Request.Body, exchange.Request.ContentType),
        },
        Response = exchange.Response is { } response ? response with { Headers = Fields(response.Headers), Body = Body(response.Body, response.ContentType) } : null,
        Error = exchange.Error is { } error ? error with { Message = Text(error.Message) } : null,
    };

    /// <summary>A URL without the values of secret parameters and without user information.</summary>
    public string Url(string url)
    {
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        int at = scheme < 0 ? -1 : url.IndexOf('@', scheme);
        int slash = scheme < 0 ? -1 : url.IndexOfAny(['/', '?', '#'], scheme + 3);
        if (at > 0 && (slash < 0 || at < slash)) url = url[..(scheme + 3)] + Marker + url[at..];
        int question = url.IndexOf('?');
        if (question < 0) return Text(url);
        int hash = url.IndexOf('#', question);
        string fields = hash < 0 ? url[(question + 1)..] : url[(question + 1)..hash];
        return Text(url[..(question + 1)] + Form(fields) + (hash < 0 ? "" : url[hash..]));
    }

    /// <summary>A text without the known secrets.</summary>
    public string Text(string text)
    {
        foreach (string secret in secrets) text = text.Replace(secret, Marker, StringComparison.Ordinal);
        return text;
    }

    private string Form(string fields) => string.Join('&', fields.Split('&').Select(field =>
    {
        int equals = field.IndexOf('=');
        return equals > 0 && query.Contains(PercentCoding.Decode(field[..equals], true)) ? field[..(equals + 1)] + Marker : field;
    }));

    private EquatableArray<HeaderField> Fields(EquatableArray<HeaderField> fields) =>
        fields.Select(field => new HeaderField(field.Name, headers.Contains(field.Name) ? Header(field) : Text(field.Value))).ToEquatableArray();

    // The authentication scheme stays, so that a recording can still be checked for it.
    private static string Header(HeaderField field)
    {
        int space = field.Value.IndexOf(' ');
        bool scheme = space > 0 && field.Name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase) && field.Value.AsSpan(0, space).IndexOfAny("=,;:") < 0;
        return scheme ? field.Value[..(space + 1)] + Marker : Marker;
    }

    private ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> body, string? contentType)
    {
        if (body.IsEmpty) return body;
        MediaTypeName? type = MediaTypeName.Parse(contentType);
        if (type is { IsJson: true } or null && Json(body) is { } json) return json;
        if (type is { Essence: "application/x-www-form-urlencoded" }) return Encoding.UTF8.GetBytes(Text(Form(Encoding.UTF8.GetString(body.Span))));
        if (secrets.Length == 0) return body;
        // Latin-1 keeps every byte, so that binary bodies survive the search.
        string text = Encoding.Latin1.GetString(body.Span);
        string clean = text;
        foreach (string secret in secrets) clean = clean.Replace(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret)), Marker, StringComparison.Ordinal);
        return clean == text ? body : Encoding.Latin1.GetBytes(clean);
    }

    private byte[]? Json(ReadOnlyMemory<byte> body)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(body.Span, documentOptions: new JsonDocumentOptions { MaxDepth = 512 });
        }
        catch (JsonException)
        {
            return null;
        }

        bool changed = false;
        foreach (string[] pointer in pointers) changed |= Replace(root, pointer);
        string text = changed ? root!.ToJsonString(Relaxed) : Encoding.UTF8.GetString(body.Span);
        return Encoding.UTF8.GetBytes(Text(text));
    }

    private static bool Replace(JsonNode? root, string[] pointer)
    {
        if (pointer.Length == 0) return false;
        foreach (string segment in pointer[..^1]) root = root is JsonObject members && members.TryGetPropertyValue(segment, out JsonNode? next) ? next : null;
        if (root is not JsonObject parent || !parent.TryGetPropertyValue(pointer[^1], out JsonNode? value) || value is null) return false;
        parent[pointer[^1]] = Marker;
        return true;
    }
}
