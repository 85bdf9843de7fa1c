using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Import.Calls;

/// <summary>The server of sample calls; placeholders that nothing fills in, such as <c>{{host}}</c>, become server variables.</summary>
/// <param name="Url">The address, with OpenAPI's expressions.</param>
/// <param name="Variables">The variables, each with a value that makes an address of it.</param>
public sealed record ServerTemplate(string Url, EquatableArray<ServerVariable> Variables)
{
    // Reserved so that nobody is ever called there (RFC 2606).
    private const string Nowhere = "host.invalid";

    /// <summary>The server of an address that has been cut off before its path; null where there is none.</summary>
    public static ServerTemplate? Of(string? address)
    {
        if (string.IsNullOrEmpty(address)) return null;
        // User and password of an address are credentials and stay out.
        int scheme = address.IndexOf("://", StringComparison.Ordinal), at = address.LastIndexOf('@');
        if (at >= 0) address = address[..Math.Max(scheme < 0 ? 0 : scheme + 3, 0)] + address[(at + 1)..];
        Dictionary<string, string> variables = new(StringComparer.Ordinal);
        string before = address;
        string url = PlaceholderText.Replace(address, name =>
        {
            string clean = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'));
            if (clean.Length == 0) clean = "host";
            variables.TryAdd(clean, Default(before, name, clean));
            return "{" + clean + "}";
        });
        return url.Contains("{{", StringComparison.Ordinal) ? null : new ServerTemplate(url, [.. variables.Select(variable => new ServerVariable(variable.Key, variable.Value))]);
    }

    /// <summary>The Server Object.</summary>
    public DraftMap Draft()
    {
        DraftMap server = new DraftMap().With("url", Url);
        foreach (ServerVariable variable in Variables) server.Map("variables")[variable.Name] = new DraftMap().With("default", variable.Default).With("description", "No value was given.");
        return server;
    }

    private static string Default(string address, string name, string clean)
    {
        int place = address.IndexOf("{{" + name, StringComparison.Ordinal), end = address.IndexOf("}}", Math.Max(place, 0), StringComparison.Ordinal) + 2;
        string rest = address[end..];
        bool first = place <= 0, last = rest.Length == 0;
        if (first && rest.StartsWith("://", StringComparison.Ordinal)) return "https";
        if (!first && address[place - 1] == ':') return "443";
        if (first) return "https://" + Nowhere;
        return address[..place].EndsWith("://", StringComparison.Ordinal) && (last || rest[0] == ':') ? Nowhere : clean;
    }
}

/// <summary>A variable of a server.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">The value that it has unless another is given.</param>
public sealed record ServerVariable(string Name, string Default);
