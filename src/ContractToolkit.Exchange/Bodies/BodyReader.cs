using System.Text;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>A body as read by its media type.</summary>
/// <param name="Json">Its data as JSON, ready for the validator.</param>
/// <param name="Items">For a sequence of items: the data of each, instead of <paramref name="Json"/>.</param>
/// <param name="Problem">Why it cannot be read; null where it can.</param>
internal readonly record struct BodyReading(
    ReadOnlyMemory<byte> Json = default, IReadOnlyList<ReadOnlyMemory<byte>>? Items = null, string? Problem = null);

/// <summary>Reads bodies of every format into JSON that the validator can check.</summary>
internal sealed class BodyReader
{
    private readonly TextValues values;
    private readonly FormReader forms;
    private readonly MultipartBodyReader multiparts;
    private readonly XmlBodyReader xml;

    public BodyReader(SchemaPlans schemas)
    {
        var parameters = new ParameterReader(schemas);
        values = parameters.Values;
        forms = new FormReader(parameters);
        multiparts = new MultipartBodyReader(parameters, forms);
        xml = new XmlBodyReader(values, schemas.Table);
    }

    public BodyReading Read(CompiledMediaType media, ReadOnlyMemory<byte> body, string? contentType)
    {
        MediaTypeName actual = MediaTypeName.Parse(contentType) ?? media.Name;
        BodyFormat format = media.Name.IsRange ? CompiledMediaType.FormatOf(actual) : media.Format;
        return format switch
        {
            BodyFormat.Json => new BodyReading(Utf8(body, actual)),
            BodyFormat.Form => new BodyReading(Utf8(forms.Read(RawField.ParseForm(Text(body, actual)), media.Media))),
            BodyFormat.Multipart => multiparts.Read(media.Media, body, actual),
            BodyFormat.Xml => xml.Read(media.Media, body),
            BodyFormat.Text => new BodyReading(Utf8(values.Primitive(Text(body, actual), media.Media.Schema))),
            BodyFormat.EventStream => EventStreamReader.Read(media.Media, Text(body, actual), values),
            BodyFormat.JsonLines => JsonLinesReader.Read(body, asArray: media.Media.ItemSchema is null && values.AllowsArray(media.Media.Schema)),
            _ => new BodyReading(Utf8(JsonText.Quote(values.Shapes.IsBinary(media.Media.Schema) ? "" : Encoding.Latin1.GetString(body.Span)))),
        };
    }

    private static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    private static ReadOnlyMemory<byte> Utf8(ReadOnlyMemory<byte> body, MediaTypeName actual)
    {
        System.Text.Encoding encoding = CharsetOf(actual);
        if (encoding is not UTF8Encoding) return Encoding.UTF8.GetBytes(encoding.GetString(body.Span));
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return body.Span.StartsWith(mark) ? body[3..] : body;
    }

    private static string Text(ReadOnlyMemory<byte> body, MediaTypeName actual) => CharsetOf(actual).GetString(body.Span);

    private static System.Text.Encoding CharsetOf(MediaTypeName actual) => actual.Parameter("charset")?.ToLowerInvariant() switch
    {
        "iso-8859-1" or "latin1" => Encoding.Latin1,
        "utf-16" or "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        _ => Encoding.UTF8,
    };
}
