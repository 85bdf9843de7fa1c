using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Finds the raw values of a parameter in a request, decoded; lists come apart.</summary>
internal static class RequestParts
{
    public static IEnumerable<string> Raw(ExchangeRequest request, Parameter parameter, CompiledOperation operation) => parameter.In switch
    {
        ParameterLocation.Query => Query(request, parameter),
        ParameterLocation.QueryString => RequestTarget.Parse(request.Url).Query is { Length: > 0 } query ? [query] : [],
        ParameterLocation.Header => request.Headers.Combined(parameter.Name) is { } value ? Split(value) : [],
        ParameterLocation.Cookie => Cookies(request).Where(cookie => cookie.Name == parameter.Name).Select(cookie => cookie.Value),
        _ => Path(request, parameter, operation),
    };

    private static IEnumerable<string> Query(ExchangeRequest request, Parameter parameter)
    {
        if (RequestTarget.Parse(request.Url).Query is not { } query) yield break;
        foreach (string pair in query.Split('&'))
        {
            int equals = pair.IndexOf('=');
            string name = PercentCoding.Decode(equals < 0 ? pair : pair[..equals], plusIsSpace: true);
            bool mine = name == parameter.Name || (parameter.Style == ParameterStyle.DeepObject && name.StartsWith(parameter.Name + "[", StringComparison.Ordinal));
            if (!mine) continue;
            string value = equals < 0 ? "" : PercentCoding.Decode(pair[(equals + 1)..], plusIsSpace: true);
            foreach (string part in Split(value)) yield return part;
        }
    }

    private static IEnumerable<string> Path(ExchangeRequest request, Parameter parameter, CompiledOperation operation)
    {
        string[] template = operation.Operation.Path.Trim('/').Split('/');
        string[] segments = RequestTarget.Parse(request.Url).Path.Trim('/').Split('/');
        int offset = segments.Length - template.Length;
        int at = Array.FindIndex(template, segment => segment.Contains("{" + parameter.Name + "}", StringComparison.Ordinal));
        if (at >= 0 && offset >= 0) yield return PercentCoding.Decode(segments[at + offset]);
    }

    private static IEnumerable<(string Name, string Value)> Cookies(ExchangeRequest request) =>
        (request.Headers.Find("Cookie") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair.Length > 1 ? pair[1] : ""));

    private static IEnumerable<string> Split(string value) => value.Contains(',') ? value.Split(',').Select(part => part.Trim()) : [value];
}
