using System.Globalization;
using System.Text;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>One call on its way: generated code adds the parameters and the body, the transport makes the HTTP message.
/// Null values are absent and leave nothing behind.</summary>
public sealed class ApiRequest
{
    private readonly Dictionary<string, string> path = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Text)> query = [];
    private readonly List<KeyValuePair<string, string>> headers = [];
    private readonly List<string> cookies = [];
    private readonly List<(string Name, WireValue Value)> parts = [];

    /// <summary>The body; null where none is sent.</summary>
    public RequestBody? Body { get; set; }

    /// <summary>What the <c>Accept</c> header says; null to let the operation's successful answers decide.</summary>
    public string? Accept { get; set; }

    /// <summary>The whole address, where it is not made of the operation's path and the parameters; it is one of the client's own server.</summary>
    internal Uri? Address { get; set; }

    internal IReadOnlyList<KeyValuePair<string, string>> Headers => headers;

    internal IReadOnlyList<string> Cookies => cookies;

    /// <summary>The path and query, escaped, without the server's URL and without any secret.</summary>
    internal string PathAndQuery(string template)
    {
        string filled = PathTemplate.Fill(template, path);
        if (query.Count == 0) return filled;
        return filled + (filled.Contains('?', StringComparison.Ordinal) ? "&" : "?") + string.Join('&', query.Select(pair => pair.Text));
    }

    /// <summary>The value of a parameter by the words of a runtime expression, such as <c>path.id</c>; null where it was not given.</summary>
    internal JsonValue? Find(string part)
    {
        StringComparison comparison = part.StartsWith("header.", StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        WireValue? value = parts.Find(candidate => candidate.Name.Equals(part, comparison)).Value;
        if (value is null) return default;
        return value.Json.Length == 0 ? JsonValue.From(value.Scalar) : JsonValue.Parse(value.Json);
    }

    /// <summary>What the request says at a place: <c>$request.query.page</c> or <c>$request.body#/page</c>; null for nothing.</summary>
    internal JsonValue? Get(string expression) => BodyPointer(expression) is { } pointer ? Body?.Find(pointer) : Find(expression["$request.".Length..]);

    /// <summary>Makes the request say something else at such a place.</summary>
    internal void Set(string expression, JsonValue value)
    {
        if (BodyPointer(expression) is { } pointer)
        {
            Body = (Body ?? RequestBody.Json(JsonValue.Parse("{}"), RawCodec.Write)).With(pointer, value);
            return;
        }

        string name = expression["$request.query.".Length..];
        query.RemoveAll(pair => pair.Name == name);
        parts.RemoveAll(part => part.Name == "query." + name);
        Query(name, value, RawCodec.Write);
    }

    private static string? BodyPointer(string expression) =>
        expression.StartsWith("$request.body#", StringComparison.Ordinal) ? expression["$request.body#".Length..] : null;

    /// <summary>Adds a path parameter.</summary>
    /// <exception cref="ArgumentNullException">A path parameter is always required.</exception>
    public ApiRequest Path(string name, string value) =>
        PathValue(name, WireValue.Of(value ?? throw new ArgumentNullException(name)), WireStyle.Simple, false, false);

    /// <summary>Adds a path parameter.</summary>
    public ApiRequest Path(string name, long value) => Path(name, Text(value));

    /// <summary>Adds a path parameter of any type and style.</summary>
    public ApiRequest Path<T>(
        string name, T value, JsonWrite<T> write, WireStyle style = WireStyle.Simple, bool explode = false, bool allowReserved = false) =>
        PathValue(name, JsonBytes.ToWire(value, write), style, explode, allowReserved);

    /// <summary>Adds a path parameter that is sent as JSON (<c>content: application/json</c>), escaped.</summary>
    public ApiRequest PathJson<T>(string name, T value, JsonWrite<T> write) => Path(name, Encoding.UTF8.GetString(JsonBytes.Write(value, write).Span));

    /// <summary>Adds a query parameter.</summary>
    public ApiRequest Query(string name, string? value) =>
        value is null ? this : QueryValue(name, WireValue.Of(value), WireStyle.Form, true, false);

    /// <summary>Adds a query parameter.</summary>
    public ApiRequest Query(string name, long? value) => value is null ? this : Query(name, Text(value.Value));

    /// <summary>Adds a query parameter.</summary>
    public ApiRequest Query(string name, bool? value) => value is null ? this : Query(name, value.Value ? "true" : "false");

    /// <summary>Adds a query parameter of any type and style.</summary>
    public ApiRequest Query<T>(
        string name, T? value, JsonWrite<T> write, WireStyle style = WireStyle.Form, bool explode = true, bool allowReserved = false) =>
        value is null ? this : QueryValue(name, JsonBytes.ToWire(value, write), style, explode, allowReserved);

    /// <summary>Adds a query parameter of any type and style.</summary>
    public ApiRequest Query<T>(
        string name, T? value, JsonWrite<T> write, WireStyle style = WireStyle.Form, bool explode = true, bool allowReserved = false)
        where T : struct => value is null ? this : Query(name, value.Value, write, style, explode, allowReserved);

    /// <summary>Adds a query parameter that is sent as JSON (<c>content: application/json</c>).</summary>
    public ApiRequest QueryJson<T>(string name, T? value, JsonWrite<T> write) =>
        value is null ? this : Query(name, Encoding.UTF8.GetString(JsonBytes.Write(value, write).Span));

    /// <summary>The same for a value that may be missing.</summary>
    public ApiRequest QueryJson<T>(string name, T? value, JsonWrite<T> write)
        where T : struct => value is null ? this : QueryJson(name, value.Value, write);

    /// <summary>Sets the whole query (<c>in: querystring</c>) as an <c>application/x-www-form-urlencoded</c> text.</summary>
    public ApiRequest QueryString<T>(T value, JsonWrite<T> write)
    {
        if (value is null) return this;
        return AppendQuery(FormEncoder.Encode(JsonBytes.ToWire(value, write), []));
    }

    /// <summary>The same for a value that may be missing.</summary>
    public ApiRequest QueryString<T>(T? value, JsonWrite<T> write)
        where T : struct => value is null ? this : QueryString(value.Value, write);

    /// <summary>Sets the whole query (<c>in: querystring</c>) from text of another media type, escaped.</summary>
    public ApiRequest QueryString(string? text) => text is null ? this : AppendQuery(PercentEncoding.Escape(text));

    /// <summary>Sets the whole query (<c>in: querystring</c>) as escaped JSON.</summary>
    public ApiRequest QueryStringJson<T>(T value, JsonWrite<T> write) =>
        value is null ? this : QueryString(Encoding.UTF8.GetString(JsonBytes.Write(value, write).Span));

    /// <summary>The same for a value that may be missing.</summary>
    public ApiRequest QueryStringJson<T>(T? value, JsonWrite<T> write)
        where T : struct => value is null ? this : QueryStringJson(value.Value, write);

    /// <summary>Adds a header.</summary>
    /// <exception cref="ArgumentException">The value holds a line end.</exception>
    public ApiRequest Header(string name, string? value) => value is null ? this : HeaderValue(name, WireValue.Of(value), false);

    /// <summary>Adds a header of any type.</summary>
    public ApiRequest Header<T>(string name, T? value, JsonWrite<T> write, bool explode = false, WireStyle style = WireStyle.Simple) =>
        value is null ? this : HeaderValue(name, JsonBytes.ToWire(value, write), explode, style);

    /// <summary>Adds a header of any type.</summary>
    public ApiRequest Header<T>(string name, T? value, JsonWrite<T> write, bool explode = false, WireStyle style = WireStyle.Simple)
        where T : struct => value is null ? this : Header(name, value.Value, write, explode, style);

    /// <summary>Adds a header that is sent as JSON (<c>content: application/json</c>).</summary>
    public ApiRequest HeaderJson<T>(string name, T? value, JsonWrite<T> write) =>
        value is null ? this : Header(name, Encoding.UTF8.GetString(JsonBytes.Write(value, write).Span));

    /// <summary>The same for a value that may be missing.</summary>
    public ApiRequest HeaderJson<T>(string name, T? value, JsonWrite<T> write)
        where T : struct => value is null ? this : HeaderJson(name, value.Value, write);

    /// <summary>Adds a cookie.</summary>
    public ApiRequest Cookie(string name, string? value) => value is null ? this : CookieValue(name, WireValue.Of(value), WireStyle.Form, true);

    /// <summary>Adds a cookie of any type, in style form or cookie.</summary>
    public ApiRequest Cookie<T>(string name, T? value, JsonWrite<T> write, WireStyle style = WireStyle.Form, bool explode = true) =>
        value is null ? this : CookieValue(name, JsonBytes.ToWire(value, write), style, explode);

    /// <summary>Adds a cookie of any type, in style form or cookie.</summary>
    public ApiRequest Cookie<T>(string name, T? value, JsonWrite<T> write, WireStyle style = WireStyle.Form, bool explode = true)
        where T : struct => value is null ? this : Cookie(name, value.Value, write, style, explode);

    /// <summary>Adds a cookie that is sent as JSON (<c>content: application/json</c>), escaped.</summary>
    public ApiRequest CookieJson<T>(string name, T? value, JsonWrite<T> write) =>
        value is null ? this : Cookie(name, Encoding.UTF8.GetString(JsonBytes.Write(value, write).Span));

    /// <summary>The same for a value that may be missing.</summary>
    public ApiRequest CookieJson<T>(string name, T? value, JsonWrite<T> write)
        where T : struct => value is null ? this : CookieJson(name, value.Value, write);

    /// <summary>Sets a JSON body; a null value is sent as JSON null.</summary>
    public ApiRequest JsonBody<T>(T value, JsonWrite<T> write, string mediaType) => With(RequestBody.Json(value, write, mediaType));

    /// <summary>Sets a JSON body of a generated type.</summary>
    public ApiRequest JsonBody<T>(T value, string mediaType = "application/json")
        where T : IJsonModel<T> => JsonBody(value, T.Write, mediaType);

    /// <summary>Sets a JSON body of a generated type, unless it is null.</summary>
    public ApiRequest OptionalJsonBody<T>(T? value, string mediaType = "application/json")
        where T : class, IJsonModel<T> => value is null ? this : JsonBody(value, T.Write, mediaType);

    /// <summary>Sets a JSON body, unless it is null.</summary>
    public ApiRequest OptionalJsonBody<T>(T? value, JsonWrite<T> write, string mediaType) =>
        value is null ? this : JsonBody(value, write, mediaType);

    /// <summary>Sets a JSON body, unless it is null.</summary>
    public ApiRequest OptionalJsonBody<T>(T? value, JsonWrite<T> write, string mediaType)
        where T : struct => value is null ? this : JsonBody(value.Value, write, mediaType);

    /// <summary>Sets the body.</summary>
    public ApiRequest With(RequestBody? body)
    {
        Body = body;
        return this;
    }

    private ApiRequest PathValue(string name, WireValue value, WireStyle style, bool explode, bool allowReserved)
    {
        // RFC 6570's {+name} is for values of several segments, which Google's documents use.
        Func<string, string> escape = name.StartsWith('+') ? PercentEncoding.EscapeReservedPath
            : allowReserved ? PercentEncoding.EscapeReservedInPath : PercentEncoding.Escape;
        parts.Add(("path." + name.TrimStart('+'), value));
        path[name] = StyleWriter.Path(name, value, style, explode, escape);
        return this;
    }

    private ApiRequest QueryValue(string name, WireValue value, WireStyle style, bool explode, bool allowReserved)
    {
        Func<string, string> escape = allowReserved ? PercentEncoding.EscapeReservedInQuery : PercentEncoding.Escape;
        parts.Add(("query." + name, value));
        foreach (string pair in StyleWriter.Pairs(name, value, style, explode, escape)) AppendQuery(pair, name);
        return this;
    }

    private ApiRequest AppendQuery(string text, string name = "")
    {
        if (text.Length > 0) query.Add((name, text));
        return this;
    }

    private ApiRequest HeaderValue(string name, WireValue value, bool explode, WireStyle style = WireStyle.Simple)
    {
        if (value.IsNull) return this;
        parts.Add(("header." + name, value));
        headers.Add(new(name, StyleWriter.Header(value, style, explode, text => HeaderText(name, text))));
        return this;
    }

    private ApiRequest CookieValue(string name, WireValue value, WireStyle style, bool explode)
    {
        Func<string, string> escape = style == WireStyle.Cookie ? text => CookieText(name, text) : PercentEncoding.Escape;
        cookies.AddRange(StyleWriter.Pairs(name, value, WireStyle.Form, explode, escape));
        return this;
    }

    private static string HeaderText(string name, string text)
    {
        if (text.AsSpan().IndexOfAny('\r', '\n', '\0') < 0) return PercentEncoding.EscapeHeader(text);
        throw new ArgumentException($"The value of the header '{name}' holds a line end or NUL.", name);
    }

    // Style cookie sends the text as it is (OpenAPI 3.2), so a delimiter would begin another cookie.
    private static string CookieText(string name, string text)
    {
        if (text.AsSpan().IndexOfAny(";\r\n\0") < 0) return PercentEncoding.EscapeHeader(text);
        throw new ArgumentException($"The value of the cookie '{name}' holds a semicolon, a line end or NUL.", name);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
