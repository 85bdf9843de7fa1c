using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Tells whether a request carries anything in the places where an operation's credentials stand; recordings show no more, for they hide the values.</summary>
internal sealed class CredentialScreen
{
    private readonly List<List<(ParameterLocation In, byte[] Name)>> alternatives = [];

    private CredentialScreen(CompiledOperation operation)
    {
        foreach (SecurityAlternative alternative in operation.Security) alternatives.Add([.. alternative.Schemes.Select(Place)]);
    }

    /// <summary>The screen of an operation; null where anybody may call, or where credentials do not travel in the request's text.</summary>
    public static CredentialScreen? Of(CompiledOperation operation) =>
        operation.Security.Count == 0 || operation.Security.Any(alternative => alternative.Schemes.IsEmpty || !alternative.Unknown.IsEmpty || alternative.Schemes.Any(scheme => scheme.Kind == SecuritySchemeKind.MutualTls))
            ? null : new CredentialScreen(operation);

    /// <summary>Whether all places of one alternative are filled.</summary>
    public bool Accepts(RecordedMessage request, ReadOnlySpan<byte> query)
    {
        foreach (List<(ParameterLocation In, byte[] Name)> places in alternatives)
        {
            bool all = true;
            foreach ((ParameterLocation place, byte[] name) in places) all &= IsFilled(place, name, request, query);
            if (all) return true;
        }

        return false;
    }

    private static bool IsFilled(ParameterLocation place, byte[] name, RecordedMessage request, ReadOnlySpan<byte> query) => place switch
    {
        ParameterLocation.Query => Has(query, name, (byte)'&'),
        ParameterLocation.Cookie => request.Find("Cookie"u8) is { } cookies && Has(cookies.Span, name, (byte)';'),
        // RFC 6750 lets a token stand in the query too.
        _ => request.Find(name) is { IsEmpty: false } || (name.AsSpan().SequenceEqual("Authorization"u8) && Has(query, "access_token"u8, (byte)'&')),
    };

    private static bool Has(ReadOnlySpan<byte> pairs, ReadOnlySpan<byte> name, byte separator)
    {
        for (ReadOnlySpan<byte> rest = pairs; !rest.IsEmpty;)
        {
            int end = rest.IndexOf(separator);
            ReadOnlySpan<byte> pair = (end < 0 ? rest : rest[..end]).TrimStart((byte)' ');
            if (pair.StartsWith(name) && pair.Length > name.Length + 1 && pair[name.Length] == (byte)'=') return true;
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return false;
    }

    private static (ParameterLocation In, byte[] Name) Place(SecurityScheme scheme) => scheme.Kind == SecuritySchemeKind.ApiKey
        ? (scheme.In ?? ParameterLocation.Header, System.Text.Encoding.UTF8.GetBytes(scheme.ParameterName ?? ""))
        : (ParameterLocation.Header, "Authorization"u8.ToArray());
}
