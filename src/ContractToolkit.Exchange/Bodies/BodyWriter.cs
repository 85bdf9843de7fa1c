using System.Text;
using System.Text.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>A body as it travels.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ContentType">The value of <c>Content-Type</c>.</param>
public readonly record struct WireBody(byte[] Bytes, string ContentType);

/// <summary>Writes data (JSON) as a body of any format.</summary>
public sealed class BodyWriter
{
    private readonly TextValues values;
    private readonly SchemaTable table;

    /// <summary>Makes a writer for the schemas of a contract.</summary>
    public BodyWriter(SchemaPlans schemas)
    {
        values = new TextValues(schemas);
        table = schemas.Table;
    }

    /// <summary>Writes a body.</summary>
    /// <param name="media">The media type; a range is written as its most common member.</param>
    /// <param name="json">The data.</param>
    /// <param name="files">The content of multipart parts that are files.</param>
    public WireBody Write(CompiledMediaType media, ReadOnlyMemory<byte> json, EquatableArray<FilePart> files = default)
    {
        string contentType = media.Name.IsRange ? Concrete(media.Name) : media.Media.Name;
        if (media.Format == BodyFormat.Json || (media.Name.IsRange && contentType == "application/json"))
        {
            return new WireBody(json.ToArray(), contentType);
        }

        using JsonDocument data = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 });
        JsonElement root = data.RootElement;
        switch (media.Format)
        {
            case BodyFormat.Form:
                return new WireBody(Encoding.UTF8.GetBytes(FormWriter.Write(media.Media, root, values)), contentType);
            case BodyFormat.Multipart:
                return new MultipartWriter(values).Write(media.Media, root, files);
            case BodyFormat.Xml:
                return new WireBody(new XmlBodyWriter(values, table).Write(media.Media.Schema, root), contentType);
            case BodyFormat.JsonLines:
                bool sequence = media.Name.Subtype.EndsWith("json-seq", StringComparison.Ordinal);
                return new WireBody(Encoding.UTF8.GetBytes(string.Concat(Items(root).Select(item => (sequence ? "\u001e" : "") + item.GetRawText() + "\n"))), contentType);
            case BodyFormat.EventStream:
                return new WireBody(Encoding.UTF8.GetBytes(string.Concat(Items(root).Select(Event))), contentType);
            case BodyFormat.Text:
                return new WireBody(Encoding.UTF8.GetBytes(ParameterWriter.Text(root)), contentType);
            default:
                return new WireBody(root.ValueKind == JsonValueKind.String ? Encoding.Latin1.GetBytes(root.GetString()!) : json.ToArray(), contentType);
        }
    }

    /// <summary>The most common media type of a range.</summary>
    internal static string Concrete(MediaTypeName range) => range.Type switch
    {
        "image" => "image/png",
        "text" => "text/plain",
        "audio" => "audio/mpeg",
        "video" => "video/mp4",
        _ => "application/json",
    };

    private static IEnumerable<JsonElement> Items(JsonElement root) => root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : [root];

    private static string Event(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("data", out _)) return "data: " + Data(ParameterWriter.Text(item)) + "\n\n";
        var text = new StringBuilder();
        foreach (JsonProperty field in item.EnumerateObject())
        {
            if (field.Name is "data" or "event" or "id" or "retry") text.Append(field.Name).Append(": ").Append(Data(ParameterWriter.Text(field.Value))).Append('\n');
        }

        return text.Append('\n').ToString();
    }

    private static string Data(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n').Replace("\n", "\ndata: ");
}
