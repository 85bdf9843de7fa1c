using System.Text.Json;
using System.Text.Json.Nodes;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>The token life-cycle of a run, driven by <c>x-contract-token</c>: the credentials are put into the issuing request, and the token is taken from its answer.</summary>
internal sealed class TokenSession(TokenRule rule, CompiledOperation issuer, RunOptions options, bool inventCredentials)
{
    private DateTimeOffset? trustedUntil;

    /// <summary>The operation that issues the token.</summary>
    public CompiledOperation Issuer => issuer;

    /// <summary>The security scheme that the token feeds.</summary>
    public string Scheme => rule.Scheme;

    /// <summary>The environment variables that are needed and not set.</summary>
    public IReadOnlyList<string> Missing =>
        inventCredentials ? [] : [.. rule.Credentials.Where(credential => ValueOf(credential) is null).Select(credential => credential.Environment ?? credential.Name)];

    /// <summary>The last token; null before the first.</summary>
    public IssuedToken? Current { get; private set; }

    /// <summary>Whether a token must be asked for before the next call.</summary>
    public bool IsDue => trustedUntil is null || DateTimeOffset.UtcNow >= trustedUntil;

    /// <summary>The values of credentials that must never be shown.</summary>
    public IEnumerable<string> Secrets => rule.Credentials.Where(credential => credential.Secret).Select(ValueOf).OfType<string>();

    /// <summary>The request body with the run's credentials in their places.</summary>
    public byte[] WithCredentials(byte[]? body)
    {
        JsonNode root = Parse(body) ?? new JsonObject();
        foreach (TokenCredential credential in rule.Credentials)
        {
            if (ValueOf(credential) is { } value) Set(root, JsonPointer.Split(credential.Request), value);
        }

        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    /// <summary>Takes the token from an answer; null where there is none.</summary>
    public string? Accept(HttpExchange exchange)
    {
        if (exchange.Response is not { Status: >= 200 and < 300 } response || ReadString(response.Body, rule.Token) is not { Length: > 0 } token) return null;
        DateTimeOffset issued = exchange.Timings?.Started ?? DateTimeOffset.UtcNow;
        trustedUntil = issued + Trust(response);
        Current = new(token, (Answered(response) ?? Documented) is { } life ? DateTimeOffset.UtcNow + life : null);
        return token;
    }

    private TimeSpan Trust(ExchangeResponse response)
    {
        TimeSpan? trusted = Answered(response) ?? (rule.TrustSeconds is { } seconds ? TimeSpan.FromSeconds(seconds + rule.MarginSeconds) : Documented);
        return trusted is not { } limit ? TimeSpan.FromDays(1) : TimeSpan.FromSeconds(Math.Max(1, limit.TotalSeconds - rule.MarginSeconds));
    }

    private TimeSpan? Documented => rule.LifetimeSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private TimeSpan? Answered(ExchangeResponse response) =>
        rule.LifetimeMember is { } member && double.TryParse(ReadString(response.Body, member), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double number) && number is >= 0 and < 1e12
            ? TimeSpan.FromSeconds(rule.LifetimeInMilliseconds ? number / 1000 : number) : null;

    private string? ValueOf(TokenCredential credential)
    {
        string? value = credential.Environment is { } variable ? options.Environment(variable) : null;
        return !string.IsNullOrEmpty(value) ? value : inventCredentials ? "contract-check-" + credential.Name : null;
    }

    private static JsonNode? Parse(byte[]? body)
    {
        try
        {
            return body is null ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Set(JsonNode root, string[] path, string value)
    {
        JsonNode? current = root;
        for (int i = 0; i < path.Length - 1 && current is JsonObject parent; i++) current = parent[path[i]] ??= new JsonObject();
        if (current is JsonObject last && path.Length > 0) last[path[^1]] = value;
    }

    private static string? ReadString(ReadOnlyMemory<byte> body, string pointer)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement value = document.RootElement;
            foreach (string segment in JsonPointer.Split(pointer))
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(segment, out value)) return null;
            }

            return value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A token that an answer brought.</summary>
/// <param name="Token">The token.</param>
/// <param name="Ends">When its life ends; null where that is unknown.</param>
internal sealed record IssuedToken(string Token, DateTimeOffset? Ends);
