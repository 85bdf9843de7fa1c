using System.Text.Json.Nodes;

namespace ContractToolkit.Mocking;

/// <summary>The authentication of a request, folder or collection.</summary>
/// <param name="Name">The name of the scheme; null where no authentication is asked for.</param>
/// <param name="Scheme">It as a security scheme of OpenAPI.</param>
internal sealed record PostmanSecurity(string? Name, JsonObject? Scheme)
{
    /// <summary>What an element says itself; null where it says nothing, and inherits.</summary>
    public static PostmanSecurity? Of(JsonObject element)
    {
        JsonNode? auth = (element["request"] as JsonObject)?["auth"] ?? element["auth"];
        return PostmanJson.Text(auth, "type") is not { } type ? null : type switch
        {
            "noauth" => new(null, null),
            "apikey" => ApiKey(auth!),
            "basic" or "bearer" or "digest" or "hawk" => Http(type, type),
            "jwt" => Http(type, "bearer"),
            "ntlm" => Http(type, "ntlm"),
            "oauth1" => Http(type, "oauth"),
            "awsv4" => Http(type, "aws4-hmac-sha256"),
            "edgegrid" => Http(type, "eg1-hmac-sha256"),
            "oauth2" => new(type, new JsonObject
            {
                ["type"] = "oauth2",
                ["flows"] = new JsonObject { ["clientCredentials"] = new JsonObject { ["tokenUrl"] = "https://example.invalid/token", ["scopes"] = new JsonObject() } },
            }),
            _ => null,
        };
    }

    private static PostmanSecurity Http(string name, string scheme) => new(name, new JsonObject { ["type"] = "http", ["scheme"] = scheme });

    private static PostmanSecurity ApiKey(JsonNode auth)
    {
        string key = Setting(auth, "key") ?? "X-API-Key";
        string place = Setting(auth, "in") == "query" ? "query" : "header";
        return new($"apikey-{place}-{key}", new JsonObject { ["type"] = "apiKey", ["in"] = place, ["name"] = key });
    }

    // A list of keys and values (2.1), or an object (2.0).
    private static string? Setting(JsonNode auth, string name)
    {
        if (auth["apikey"] is JsonObject members) return PostmanJson.Text(members, name);
        foreach ((string key, JsonObject field) in PostmanJson.Fields(auth, "apikey"))
        {
            if (key == name) return PostmanJson.Text(field, "value");
        }

        return null;
    }
}
