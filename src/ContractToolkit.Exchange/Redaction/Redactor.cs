using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractToolkit.Exchange;

/// <summary>
/// Takes secrets out of exchanges before they are shown or stored. What stood at a secret place is also replaced where it stands elsewhere, in
/// this exchange and in later ones. Safe to share between threads.
/// </summary>
public sealed class Redactor
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Marker = "REDACTED";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };
    private readonly KnownSecrets known;
    private readonly SecretFields headers;
    private readonly HashSet<string> query;
    private readonly SecretNames members;
    private readonly SecretPatterns patterns;
    private readonly string[][] pointers;

    /// <summary>Makes a redactor.</summary>
    public Redactor(RedactionRules rules)
    {
        known = new KnownSecrets(rules.Secrets);
        headers = new SecretFields(rules.Headers, known);
        query = new HashSet<string>(rules.Query, StringComparer.OrdinalIgnoreCase);
        members = new SecretNames(rules.Members);
        patterns = new SecretPatterns(members);
        pointers = [.. rules.Pointers.Select(JsonPointer.Split)];
    }

    /// <summary>The exchange without its secrets.</summary>
    public HttpExchange Redact(HttpExchange exchange)
    {
        // First what is secret by its place; that teaches what to look for everywhere.
        ExchangeRequest request = exchange.Request with { Url = ByPlace(exchange.Request.Url), Headers = ByPlace(exchange.Request.Headers), Body = ByPlace(exchange.Request.Body, exchange.Request.ContentType) };
        ExchangeResponse? response = exchange.Response is { } answer ? answer with { Headers = ByPlace(answer.Headers), Body = ByPlace(answer.Body, answer.ContentType) } : null;
        return exchange with
        {
            Request = request with { Url = known.Replace(request.Url), Headers = Everywhere(request.Headers), Body = known.Replace(request.Body) },
            Response = response is null ? null : response with { Headers = Everywhere(response.Headers), Body = known.Replace(response.Body) },
            Error = exchange.Error is { } error ? error with { Message = known.Replace(error.Message) } : null,
        };
    }

    /// <summary>A finding about an exchange that was redacted before, without its secrets.</summary>
    public Finding Redact(Finding finding)
    {
        string name = finding.Instance is { Pointer.Length: > 0 } place ? JsonPointer.Unescape(place.Pointer[(place.Pointer.LastIndexOf('/') + 1)..]) : "";
        bool secret = name.Length > 0 && (members.Contains(name) || query.Contains(name) || headers.Contains(name));
        return finding with
        {
            Message = secret ? $"{finding.Instance!.Pointer}: the value, which is secret, breaks {finding.Cause ?? "its schema"}." : known.Replace(finding.Message),
            Evidence = finding.Evidence.Select(evidence => evidence with { Text = known.Replace(evidence.Text) }).ToEquatableArray(),
        };
    }

    /// <summary>A URL without the values of secret parameters and without user information.</summary>
    public string Url(string url) => known.Replace(ByPlace(url));

    /// <summary>A text without the known secrets.</summary>
    public string Text(string text) => known.Replace(text);

    private string ByPlace(string url)
    {
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        int at = scheme < 0 ? -1 : url.IndexOf('@', scheme);
        int slash = scheme < 0 ? -1 : url.IndexOfAny(['/', '?', '#'], scheme + 3);
        if (at > 0 && (slash < 0 || at < slash)) url = url[..(scheme + 3)] + Marker + url[at..];
        int question = url.IndexOf('?');
        int hash = url.IndexOf('#', question + 1);
        // A token travels in the fragment of a redirect too.
        string rest = hash < 0 ? "" : "#" + Form(url[(hash + 1)..]);
        string before = hash < 0 ? url : url[..hash];
        return question < 0 ? before + rest : before[..(question + 1)] + Form(before[(question + 1)..]) + rest;
    }

    private string Form(string fields) => string.Join('&', fields.Split('&').Select(field =>
    {
        int equals = field.IndexOf('=');
        if (equals <= 0) return field;
        string name = PercentCoding.Decode(field[..equals], true);
        if (!query.Contains(name) && !members.Contains(name)) return field;
        known.Learn(PercentCoding.Decode(field[(equals + 1)..], true));
        return field[..(equals + 1)] + Marker;
    }));

    private EquatableArray<HeaderField> ByPlace(EquatableArray<HeaderField> fields) =>
        fields.Select(field => new HeaderField(field.Name, headers.Contains(field.Name) ? headers.Clean(field) : IsUrl(field) ? ByPlace(field.Value) : field.Value)).ToEquatableArray();

    private EquatableArray<HeaderField> Everywhere(EquatableArray<HeaderField> fields) =>
        known.Any ? fields.Select(field => field with { Value = known.Replace(field.Value) }).ToEquatableArray() : fields;

    private static bool IsUrl(HeaderField field) =>
        field.Name.Equals("Location", StringComparison.OrdinalIgnoreCase) || field.Name.Equals("Referer", StringComparison.OrdinalIgnoreCase) || field.Name.Equals("Content-Location", StringComparison.OrdinalIgnoreCase);

    private ReadOnlyMemory<byte> ByPlace(ReadOnlyMemory<byte> body, string? contentType)
    {
        if (body.IsEmpty) return body;
        MediaTypeName? type = MediaTypeName.Parse(contentType);
        if (type is { IsJson: true } or null && Json(body) is { } json) return json;
        if (type is { Essence: "application/x-www-form-urlencoded" }) return Encoding.UTF8.GetBytes(Form(Encoding.UTF8.GetString(body.Span)));
        string text = Encoding.Latin1.GetString(body.Span);
        string clean = patterns.Replace(text, Marker, value => known.Learn(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(value))));
        return ReferenceEquals(clean, text) ? body : Encoding.Latin1.GetBytes(clean);
    }

    private ReadOnlyMemory<byte>? Json(ReadOnlyMemory<byte> body)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(body.Span, documentOptions: new JsonDocumentOptions { MaxDepth = 512 });
            bool changed = Named(root);
            foreach (string[] pointer in pointers) changed |= Replace(root, pointer);
            return changed ? Encoding.UTF8.GetBytes(root!.ToJsonString(Relaxed)) : body;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null; // No JSON, or a member twice: the text is searched instead.
        }
    }

    private bool Named(JsonNode? node)
    {
        bool changed = false;
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items) changed |= Named(item);
        }
        else if (node is JsonObject objectNode)
        {
            foreach ((string name, JsonNode? value) in objectNode.ToArray())
            {
                changed |= value is JsonValue && members.Contains(name) ? Hide(objectNode, name, value) : Named(value);
            }
        }

        return changed;
    }

    private bool Replace(JsonNode? root, string[] pointer)
    {
        if (pointer.Length == 0) return false;
        foreach (string segment in pointer[..^1]) root = root is JsonObject objectNode && objectNode.TryGetPropertyValue(segment, out JsonNode? next) ? next : null;
        return root is JsonObject parent && parent.TryGetPropertyValue(pointer[^1], out JsonNode? value) && value is not null && Hide(parent, pointer[^1], value);
    }

    private bool Hide(JsonObject parent, string name, JsonNode value)
    {
        JsonValueKind kind = value.GetValueKind();
        if (kind is JsonValueKind.True or JsonValueKind.False) return false;
        if (kind == JsonValueKind.String) known.Learn(value.GetValue<string>());
        // A number stays a number, so that what is counted in a recording keeps its type.
        parent[name] = kind == JsonValueKind.Number ? 0 : Marker;
        return true;
    }
}
