using System.Text.Json.Nodes;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>The path of a request as a template: <c>:id</c> and variables without a value become expressions.</summary>
/// <param name="Template">The template.</param>
/// <param name="Names">The names of its expressions.</param>
/// <param name="Query">The query parameters.</param>
internal sealed record PostmanPath(string Template, IReadOnlyList<string> Names, IReadOnlyList<(string Name, string? Value)> Query)
{
    public static PostmanPath? Of(JsonNode request, Dictionary<string, string> variables)
    {
        JsonNode? url = request is JsonValue ? request : request["url"];
        if (url is null) return null;
        string raw = url is JsonValue text ? text.ToString() : PostmanJson.Text(url, "raw") ?? "";
        JsonNode? path = (url as JsonObject)?["path"];
        string[] segments = path switch
        {
            JsonArray parts => [.. parts.Select(part => part is JsonObject ? PostmanJson.Text(part, "value") ?? "" : part?.ToString() ?? "")],
            JsonValue whole => whole.ToString().TrimStart('/').Split('/'),
            _ => PathOf(raw).TrimStart('/').Split('/'),
        };
        var names = new List<string>();
        string template = "/" + string.Join('/', segments.Select(segment => Segment(segment, variables, names)));
        List<(string, string?)> query = [.. PostmanJson.Fields(url, "query").Select(field => (field.Name, PostmanJson.Text(field.Field, "value")))];
        if (query.Count == 0 && RequestTarget.Parse(raw).Query is { } asked) query.AddRange(RawField.ParseForm(asked).Select(field => (field.Name, (string?)field.Value)));
        return new PostmanPath(template, names, query);
    }

    // "{{base}}/pets" and "api.example.com/pets" have no scheme, yet begin with a host.
    private static string PathOf(string raw)
    {
        string path = RequestTarget.Parse(raw).Path;
        bool hosted = !raw.Contains("://", StringComparison.Ordinal) && !raw.StartsWith('/');
        int slash = hosted ? path.IndexOf('/', 1) : 0;
        return slash < 0 ? "/" : path[slash..];
    }

    private static string Segment(string segment, Dictionary<string, string> variables, List<string> names)
    {
        if (segment.StartsWith(':') && segment.Length > 1) return Expression(segment[1..], names);
        int open = segment.IndexOf("{{", StringComparison.Ordinal);
        int close = open < 0 ? -1 : segment.IndexOf("}}", open, StringComparison.Ordinal);
        if (close < 0) return PercentCoding.Encode(PercentCoding.Decode(segment.Replace("{", "").Replace("}", "")));
        string name = segment[(open + 2)..close];
        string value = variables.TryGetValue(name, out string? known) && known.Length > 0 && !known.Contains('/') ? PercentCoding.Encode(known) : Expression(name, names);
        return segment[..open] + value + segment[(close + 2)..].Replace("{", "").Replace("}", "");
    }

    private static string Expression(string name, List<string> names)
    {
        string clean = string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.'));
        if (clean.Length == 0) clean = "value";
        while (names.Contains(clean)) clean += "_";
        names.Add(clean);
        return "{" + clean + "}";
    }
}
