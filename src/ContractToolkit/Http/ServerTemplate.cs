namespace ContractToolkit.Http;

/// <summary>A value for a variable of a server's URL template.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Value">Its value.</param>
/// <param name="Allowed">The values that the contract allows; empty where it allows any.</param>
public readonly record struct ServerValue(string Name, string Value, string[] Allowed);

/// <summary>Makes URLs from the templates of a contract's servers.</summary>
public static class ServerTemplate
{
    /// <summary>Puts values into a template.</summary>
    /// <exception cref="ArgumentException">A value is not among those that are allowed, or the result is no absolute URL.</exception>
    public static Uri Expand(string template, params ServerValue[] values)
    {
        string url = template;
        foreach ((string name, string value, string[] allowed) in values)
        {
            if (allowed.Length > 0 && !allowed.Contains(value))
            {
                throw new ArgumentException($"'{value}' is not allowed for '{name}': {string.Join(", ", allowed)}.", name);
            }

            url = url.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return Uri.TryCreate(url, UriKind.Absolute, out Uri? uri)
            ? uri
            : throw new ArgumentException($"'{url}' is no absolute URL: set {nameof(ClientOptions)}.{nameof(ClientOptions.BaseAddress)} yourself.", nameof(template));
    }
}
