using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Takes a stream of server-sent events apart (WHATWG HTML, section 9.2.6) into one JSON object per event.</summary>
internal static class EventStreamReader
{
    /// <summary>Reads the events: as objects with <c>data</c>, <c>event</c>, <c>id</c> and <c>retry</c> where the media type has an item
    /// schema, as 3.2 describes them. Without one the text itself is the value.</summary>
    public static BodyReading Read(MediaType media, string text, TextValues values)
    {
        if (media.ItemSchema is null && values.AllowsPrimitive(media.Schema)) return new BodyReading(Encoding.UTF8.GetBytes(values.Primitive(text, media.Schema)));
        Schema? schema = media.ItemSchema;
        var items = new List<ReadOnlyMemory<byte>>();
        var fields = new List<KeyValuePair<string, string>>();
        foreach (string line in text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n').Split('\n').Append(""))
        {
            if (line.Length == 0)
            {
                // Before 3.2 the schema of such a body describes the JSON that each event carries.
                if (fields.Exists(field => field.Key == "data") && (schema is null ? Data(fields) : Event(fields, schema, values)) is { } item) items.Add(Encoding.UTF8.GetBytes(item));
                fields.Clear();
                continue;
            }

            int colon = line.IndexOf(':');
            string name = colon < 0 ? line : line[..colon];
            string value = colon < 0 ? "" : line[(colon + 1)..];
            if (name is "data" or "event" or "id" or "retry") fields.Add(new(name, value.StartsWith(' ') ? value[1..] : value));
        }

        return new BodyReading(Items: items);
    }

    // Streams end with a word such as "[DONE]" that is no JSON object.
    private static string? Data(List<KeyValuePair<string, string>> fields)
    {
        string data = string.Join('\n', fields.Where(field => field.Key == "data").Select(field => field.Value));
        return data.TrimStart().StartsWith('{') || JsonSyntax.Problem(Encoding.UTF8.GetBytes(data)) is null ? data : null;
    }

    private static string Event(List<KeyValuePair<string, string>> fields, Schema schema, TextValues values) =>
        JsonText.Object(fields.GroupBy(field => field.Key).Select(group =>
        {
            string value = group.Key == "data" ? string.Join('\n', group.Select(field => field.Value)) : group.Last().Value;
            return new KeyValuePair<string, string>(group.Key, values.Primitive(value, values.Shapes.Property(schema, group.Key)));
        }));
}
