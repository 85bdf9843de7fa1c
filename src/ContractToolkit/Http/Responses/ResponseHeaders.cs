using System.Collections;
using System.Globalization;
using System.Text;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>The headers of an answer, by name without regard to case.</summary>
public sealed class ResponseHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    internal ResponseHeaders(HttpResponseMessage response)
    {
        foreach ((string name, IEnumerable<string> lines) in response.Headers.NonValidated.Select(Pair)) Add(name, lines);
        foreach ((string name, IEnumerable<string> lines) in response.Content.Headers.NonValidated.Select(Pair)) Add(name, lines);
    }

    /// <summary>The header's value, several lines joined by commas; null where the header is absent.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>The header as a typed value, in OpenAPI's style <c>simple</c>.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The header's name.</param>
    /// <param name="shape">What the text stands for.</param>
    /// <param name="read">The reader of the type's codec.</param>
    /// <returns>The value; the type's default where the header is absent.</returns>
    /// <exception cref="JsonReadException">The text does not fit the type.</exception>
    public T? Read<T>(string name, HeaderShape shape, JsonRead<T> read) =>
        values.TryGetValue(name, out string? text) ? JsonBytes.Read(Encoding.UTF8.GetBytes(HeaderText.ToJson(text, shape)), read) : default;

    /// <summary>The header as an object, in OpenAPI's style <c>simple</c>.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="name">The header's name.</param>
    /// <param name="explode">Whether names and values are joined by equals signs; else by commas, as everything is.</param>
    /// <param name="literals">The members that are numbers or booleans; the others are texts.</param>
    /// <param name="read">The reader of the type's codec.</param>
    /// <returns>The value; the type's default where the header is absent.</returns>
    /// <exception cref="JsonReadException">The text does not fit the type.</exception>
    public T? ReadMembers<T>(string name, bool explode, string[] literals, JsonRead<T> read) =>
        values.TryGetValue(name, out string? text) ? JsonBytes.Read(Encoding.UTF8.GetBytes(HeaderText.ToObject(text, explode, literals)), read) : default;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static (string Name, IEnumerable<string> Lines) Pair(
        KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues> header) => (header.Key, header.Value);

    private void Add(string name, IEnumerable<string> lines)
    {
        string text = string.Join(", ", lines);
        values[name] = values.TryGetValue(name, out string? before) ? before + ", " + text : text;
    }
}

/// <summary>What the text of a header stands for.</summary>
public enum HeaderShape
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number or boolean.</summary>
    Literal,

    /// <summary>A list of strings.</summary>
    TextList,

    /// <summary>A list of numbers or booleans.</summary>
    LiteralList,

    /// <summary>JSON text.</summary>
    Json,
}

/// <summary>Turns the text of headers into JSON.</summary>
internal static class HeaderText
{
    public static string ToJson(string text, HeaderShape shape) => shape switch
    {
        HeaderShape.Text => Quote(text),
        HeaderShape.TextList => "[" + string.Join(',', text.Split(',').Select(item => Quote(item.Trim()))) + "]",
        HeaderShape.LiteralList => "[" + text + "]",
        _ => text.Trim(),
    };

    public static string ToObject(string text, bool explode, string[] literals)
    {
        List<string> members = [];
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        for (int i = 0; i < parts.Length; i++)
        {
            string[] halves = explode ? parts[i].Split('=', 2) : [parts[i], ++i < parts.Length ? parts[i] : ""];
            if (halves[0].Length == 0) continue;
            string value = halves.Length > 1 ? halves[1] : "";
            members.Add(Quote(halves[0]) + ":" + (Array.IndexOf(literals, halves[0]) < 0 ? Quote(value) : value));
        }

        return "{" + string.Join(',', members) + "}";
    }

    private static string Quote(string text)
    {
        StringBuilder json = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
        {
            if (c is '"' or '\\' or < ' ') json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else json.Append(c);
        }

        return json.Append('"').ToString();
    }
}
