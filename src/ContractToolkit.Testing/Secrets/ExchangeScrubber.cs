using System.Text.Json;
using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Makes exchanges fit for reports: credentials are masked by their place (security schemes, token members) and by their value.</summary>
internal sealed class ExchangeScrubber
{
    private static readonly string[] SecretHeaders = ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"];
    private readonly SecretScrubber secrets;
    private readonly HashSet<string> queryNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> headerNames = new(SecretHeaders, StringComparer.OrdinalIgnoreCase);

    // Each costs a search through every text of a report.
    private const int MostLearned = 2000;
    private readonly Redactor? places;
    private readonly string[][] pointers;
    private int learned;

    public ExchangeScrubber(CompiledContract contract, SecretScrubber secrets, RedactionRules? rules = null)
    {
        RedactionRules all = (rules ?? new RedactionRules { Headers = [], Query = [], Pointers = [] }).For(contract.Contract);
        if (!all.Pointers.IsEmpty) places = new Redactor(all);
        pointers = [.. all.Pointers.Select(JsonPointer.Split)];
        headerNames.UnionWith(all.Headers);
        queryNames.UnionWith(all.Query);
        this.secrets = secrets;
        foreach (OpenApi.SecurityScheme scheme in contract.Contract.SecuritySchemes)
        {
            if (scheme.ParameterName is not { } name) continue;
            if (scheme.In == OpenApi.ParameterLocation.Query) queryNames.Add(name);
            if (scheme.In == OpenApi.ParameterLocation.Header) headerNames.Add(name);
        }
    }

    public HttpExchange Scrub(HttpExchange exchange) => ScrubValues(places?.Redact(exchange) ?? exchange);

    /// <summary>Learns the values that an answer has in secret places, so that no message quotes them.</summary>
    public void Learn(ExchangeResponse? response)
    {
        if (pointers.Length == 0 || learned >= MostLearned || response is not { Body.Length: > 1 } || response.Body.Span[0] is not ((byte)'{' or (byte)'[')) return;
        try
        {
            using JsonDocument document = JsonDocument.Parse(response.Body);
            foreach (string[] pointer in pointers)
            {
                JsonElement value = document.RootElement;
                bool found = pointer.All(segment => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(segment, out value));
                if (!found || value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) continue;
                secrets.Add(value.ToString());
                learned++;
            }
        }
        catch (JsonException)
        {
            // No JSON has no members.
        }
    }

    private HttpExchange ScrubValues(HttpExchange exchange) => exchange with
    {
        Request = Scrub(exchange.Request),
        Response = exchange.Response is { } response ? Scrub(response) : null,
        Error = exchange.Error is { } error ? error with { Message = secrets.Scrub(error.Message) } : null,
    };

    public ExchangeRequest Scrub(ExchangeRequest request) => request with
    {
        Url = ScrubUrl(request.Url),
        Headers = Scrub(request.Headers),
        Body = secrets.Scrub(request.Body),
    };

    public ExchangeResponse Scrub(ExchangeResponse response) =>
        response with { Headers = Scrub(response.Headers), Body = secrets.Scrub(response.Body) };

    private EquatableArray<HeaderField> Scrub(EquatableArray<HeaderField> fields) =>
        fields.Select(field => headerNames.Contains(field.Name) ? field with { Value = SecretScrubber.Mask } : field with { Value = secrets.Scrub(field.Value) }).ToEquatableArray();

    private string ScrubUrl(string url)
    {
        int mark = url.IndexOf('?');
        if (mark < 0 || queryNames.Count == 0) return secrets.Scrub(url);
        string[] pairs = url[(mark + 1)..].Split('&');
        for (int i = 0; i < pairs.Length; i++)
        {
            int equals = pairs[i].IndexOf('=');
            if (equals > 0 && queryNames.Contains(PercentCoding.Decode(pairs[i][..equals], plusIsSpace: true))) pairs[i] = pairs[i][..equals] + "=" + SecretScrubber.Mask;
        }

        return secrets.Scrub(url[..(mark + 1)] + string.Join('&', pairs));
    }
}
