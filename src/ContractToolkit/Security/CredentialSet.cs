using ContractToolkit.Http;

namespace ContractToolkit.Security;

/// <summary>The secrets of one message, kept apart from it until it leaves.</summary>
internal sealed class CredentialSet
{
    /// <summary>Where a message carries its set on the way to the <see cref="CredentialHandler"/>.</summary>
    public static readonly HttpRequestOptionsKey<CredentialSet> Key = new("ContractToolkit.Credentials");

    private readonly List<(SecurityScheme Scheme, Credential Source, string Secret)> secrets = [];

    /// <summary>Whether a handler has put them into the message.</summary>
    public bool Applied { get; private set; }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => secrets.Count == 0;

    /// <summary>Adds a secret.</summary>
    public void Add(SecurityScheme scheme, Credential source, string secret)
    {
        if (secret.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
        {
            throw new InvalidOperationException($"The credential of '{scheme.Name}' holds a line end or NUL.");
        }

        secrets.Add((scheme, source, secret));
    }

    /// <summary>Tells the sources that the server refused their secrets. True where asking again may help.</summary>
    public bool Refuse()
    {
        bool again = false;
        foreach ((_, Credential source, string secret) in secrets) again |= source.Refuse(secret);
        return again;
    }

    /// <summary>A text of the server's in which no secret of the call is left.</summary>
    public string Redact(string text)
    {
        foreach ((_, _, string secret) in secrets)
        {
            if (secret.Length > 0) text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Puts the secrets into a message, and gives what takes them out again.</summary>
    public Action Apply(HttpRequestMessage message)
    {
        Applied = true;
        Uri? before = message.RequestUri;
        List<(string Name, string[] Values)> headers = [];
        foreach ((SecurityScheme scheme, _, string secret) in secrets)
        {
            if (scheme.Place == CredentialPlace.Query) message.RequestUri = WithQuery(message.RequestUri!, scheme.ParameterName, secret);
            else SetHeader(message, scheme, secret, headers);
        }

        return () => Restore(message, before, headers);
    }

    private static Uri WithQuery(Uri uri, string name, string secret)
    {
        string text = Without(uri.OriginalString, PercentEncoding.Escape(name) + "=");
        string separator = text.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        return new Uri(text + separator + PercentEncoding.Escape(name) + "=" + PercentEncoding.Escape(secret));
    }

    /// <summary>A server may repeat the whole query in the URL of the next page, the secret among it.</summary>
    private static string Without(string url, string start)
    {
        int query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0 || url.IndexOf(start, query, StringComparison.Ordinal) < 0) return url;
        string[] kept = [.. url[(query + 1)..].Split('&').Where(pair => !pair.StartsWith(start, StringComparison.Ordinal))];
        return kept.Length == 0 ? url[..query] : url[..(query + 1)] + string.Join('&', kept);
    }

    private static void SetHeader(
        HttpRequestMessage message, SecurityScheme scheme, string secret, List<(string Name, string[] Values)> before)
    {
        string name = scheme.Place == CredentialPlace.Cookie ? "Cookie" : scheme.ParameterName;
        string value = scheme.Prefix + secret;
        string[] present = message.Headers.TryGetValues(name, out IEnumerable<string>? values) ? [.. values] : [];
        before.Add((name, present));
        if (scheme.Place == CredentialPlace.Cookie)
        {
            value = scheme.ParameterName + "=" + PercentEncoding.Escape(secret);
            if (present.Length > 0) value = string.Join("; ", present) + "; " + value;
        }

        message.Headers.Remove(name);
        if (!message.Headers.TryAddWithoutValidation(name, value))
        {
            throw new InvalidOperationException($"The credential of '{scheme.Name}' cannot be sent as the header '{name}'.");
        }
    }

    private static void Restore(HttpRequestMessage message, Uri? uri, List<(string Name, string[] Values)> headers)
    {
        message.RequestUri = uri;
        for (int i = headers.Count - 1; i >= 0; i--)
        {
            message.Headers.Remove(headers[i].Name);
            if (headers[i].Values.Length > 0) message.Headers.TryAddWithoutValidation(headers[i].Name, headers[i].Values);
        }
    }
}
