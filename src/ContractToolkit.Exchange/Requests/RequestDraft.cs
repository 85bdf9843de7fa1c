using System.Text;
using System.Text.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>The parts of a request while it is written.</summary>
internal sealed class RequestDraft(CompiledOperation operation, RequestValues values)
{
    public string Path()
    {
        string template = operation.Operation.Path;
        int fragment = template.IndexOf('#');
        if (fragment >= 0) template = template[..fragment];
        var path = new StringBuilder();
        int start = 0;
        while (template.IndexOf('{', start) is int open and >= 0 && template.IndexOf('}', open) is int close and >= 0)
        {
            path.Append(Literal(template[start..open])).Append(PathValue(template[(open + 1)..close]));
            start = close + 1;
        }

        return path.Append(Literal(template[start..])).ToString();
    }

    // A URL is of ASCII; a template may be written in any script.
    private static string Literal(string text) => text.All(c => c is > ' ' and <= '~') ? text : PercentCoding.Encode(text, allowReserved: true);

    public string Query()
    {
        if (Parameters(ParameterLocation.QueryString).FirstOrDefault() is { Parameter: { } whole, Value: var data })
        {
            return "?" + WholeQuery(whole, data);
        }

        // A field that a security scheme describes too is its credential.
        HashSet<string> credentials = [.. Credentials(ParameterLocation.Query).Select(pair => pair.Name)];
        IEnumerable<string> fields = Parameters(ParameterLocation.Query).Where(given => !credentials.Contains(given.Parameter.Name)).SelectMany(given => ParameterWriter.Fields(given.Parameter, given.Value))
            .Concat(Credentials(ParameterLocation.Query).Select(pair => PercentCoding.Encode(pair.Name) + "=" + PercentCoding.Encode(pair.Secret)));
        string query = string.Join('&', fields);
        if (query.Length == 0) return "";
        return (operation.Operation.Path.Contains('?') ? "&" : "?") + query;
    }

    public List<HeaderField> Headers()
    {
        var headers = new List<HeaderField>();
        foreach ((Parameter parameter, JsonElement value) in Parameters(ParameterLocation.Header))
        {
            // The specification has such parameters ignored: media types and credentials are described elsewhere.
            if (parameter.Name.ToLowerInvariant() is "accept" or "content-type" or "authorization") continue;
            headers.Add(new HeaderField(parameter.Name, Safe(ParameterWriter.Header(parameter, value))));
        }

        IEnumerable<string> cookies = Parameters(ParameterLocation.Cookie)
            .SelectMany(given => Cookie(given.Parameter, given.Value))
            .Concat(Credentials(ParameterLocation.Cookie).Select(pair => pair.Name + "=" + pair.Secret));
        string cookie = string.Join("; ", cookies);
        if (cookie.Length > 0) headers.Add(new HeaderField("Cookie", Safe(cookie)));
        foreach ((string name, string secret) in Credentials(ParameterLocation.Header).Distinct()) headers.Add(new HeaderField(name, Safe(secret)));
        headers.AddRange(values.Headers);
        return headers;
    }

    /// <summary>The media type that the body is written as; null where the operation declares none that fits.</summary>
    public CompiledMediaType? Media()
    {
        if (values.MediaType is null) return operation.RequestContent.Count == 0 ? null : operation.RequestContent[0];
        return operation.RequestContent.FirstOrDefault(media => media.Media.Name == values.MediaType)
            ?? (MediaTypeName.Parse(values.MediaType) is { } name ? CompiledMediaType.Select(operation.RequestContent, name) : null);
    }

    // Form style writes an exploded array into one cookie with "&"; style cookie (3.2) writes several cookies.
    private static IEnumerable<string> Cookie(Parameter parameter, JsonElement value)
    {
        if (parameter.Style == ParameterStyle.Cookie) return ParameterWriter.Fields(parameter, value, encode: false);
        return [string.Join('&', ParameterWriter.Fields(parameter, value))];
    }

    private static string Safe(string header) => header.AsSpan().IndexOfAny('\r', '\n', '\0') < 0
        ? header : header.Replace("\r", "").Replace("\n", " ").Replace("\0", "");

    private static string WholeQuery(Parameter parameter, JsonElement data)
    {
        if (parameter.Content is not { } content || MediaTypeName.Parse(content.Name) is not { } name) return PercentCoding.Encode(ParameterWriter.Text(data));
        if (name.IsJson) return PercentCoding.Encode(data.GetRawText());
        if (data.ValueKind != JsonValueKind.Object) return PercentCoding.Encode(ParameterWriter.Text(data));
        return string.Join('&', data.EnumerateObject().SelectMany(member => ParameterWriter.Fields(
            new Parameter { Pointer = content.Pointer, Name = member.Name, In = ParameterLocation.Query, Style = ParameterStyle.Form, Explode = true }, member.Value)));
    }

    private string PathValue(string expression)
    {
        foreach ((Parameter parameter, JsonElement value) in Parameters(ParameterLocation.Path))
        {
            if (parameter.Name != expression) continue;
            string text = ParameterWriter.Path(parameter, value);
            return text.Length > 0 ? text : throw new ArgumentException($"The path parameter {expression} of {operation.Name} must not be empty.", nameof(expression));
        }

        throw new ArgumentException($"The path parameter {expression} of {operation.Name} has no value.", nameof(expression));
    }

    private IEnumerable<(Parameter Parameter, JsonElement Value)> Parameters(ParameterLocation place)
    {
        foreach (ParameterValue given in values.Parameters)
        {
            if (given.In != place) continue;
            Parameter? parameter = operation.Operation.Parameters.FirstOrDefault(p => p.In == place && p.Name == given.Name);
            yield return (parameter ?? Undeclared(given), JsonValues.Parse(given.Value));
        }
    }

    private static Parameter Undeclared(ParameterValue given) => new()
    {
        Pointer = "",
        Name = given.Name,
        In = given.In,
        Style = given.In is ParameterLocation.Path or ParameterLocation.Header ? ParameterStyle.Simple : ParameterStyle.Form,
        Explode = given.In is ParameterLocation.Query or ParameterLocation.Cookie,
    };

    private IEnumerable<(string Name, string Secret)> Credentials(ParameterLocation place)
    {
        foreach (CredentialValue credential in values.Credentials)
        {
            SecurityScheme? scheme = operation.Security.SelectMany(alternative => alternative.Schemes).FirstOrDefault(s => s.Name == credential.Scheme);
            if (scheme is null) continue;
            ParameterLocation at = scheme.Kind == SecuritySchemeKind.ApiKey ? scheme.In ?? ParameterLocation.Header : ParameterLocation.Header;
            if (at != place) continue;
            if (scheme.Kind == SecuritySchemeKind.ApiKey) yield return (scheme.ParameterName ?? "", credential.Secret);
            else if (scheme.Kind != SecuritySchemeKind.MutualTls) yield return ("Authorization", Authorization(scheme, credential.Secret));
        }
    }

    private static string Authorization(SecurityScheme scheme, string secret) => scheme switch
    {
        { Kind: SecuritySchemeKind.Http, HttpScheme: "basic" } => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        { Kind: SecuritySchemeKind.Http, HttpScheme: { } name } when name != "bearer" => char.ToUpperInvariant(name[0]) + name[1..] + " " + secret,
        _ => "Bearer " + secret,
    };
}
