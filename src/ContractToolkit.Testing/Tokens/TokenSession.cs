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
        trustedUntil = (exchange.Timings?.Started ?? DateTimeOffset.UtcNow) + Trust(response);
        return token;
    }

    private TimeSpan Trust(ExchangeResponse response)
    {
        int? answered = rule.LifetimeMember is { } member && int.TryParse(ReadString(response.Body, member), System.Globalization.CultureInfo.InvariantCulture, out int seconds) ? seconds : null;
        int? trusted = answered ?? rule.TrustSeconds ?? rule.LifetimeSeconds;
        return trusted is { } limit ? TimeSpan.FromSeconds(Math.Max(1, limit - 60)) : TimeSpan.FromDays(1);
    }

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
