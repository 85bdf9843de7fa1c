using System.Text.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Reads multipart bodies into JSON: named parts into an object, unnamed ones into an array.</summary>
internal sealed class MultipartBodyReader(ParameterReader parameters, FormReader forms)
{
    private TextValues Values => parameters.Values;

    public BodyReading Read(MediaType media, ReadOnlyMemory<byte> body, MediaTypeName actual)
    {
        if (actual.Parameter("boundary") is not { Length: > 0 } boundary) return new BodyReading(Problem: "the content type names no boundary");
        IReadOnlyList<MultipartPart> parts;
        try
        {
            parts = MultipartParser.Parse(body, boundary);
        }
        catch (FormatException malformed)
        {
            return new BodyReading(Problem: malformed.Message);
        }

        if (media.ItemSchema is { } item)
        {
            return new BodyReading(Items: parts.Select((part, i) => Utf8(Value(part, item, ByPlace(media, i)?.ContentType))).ToArray());
        }

        bool named = actual.Subtype == "form-data" || parts.All(part => part.Name is not null);
        return new BodyReading(Utf8(named ? Object(media, parts) : Array(media, parts)));
    }

    private static ReadOnlyMemory<byte> Utf8(string json) => Encoding.UTF8.GetBytes(json);

    private static OpenApi.Encoding? ByPlace(MediaType media, int index) =>
        index < media.PrefixEncodings.Count ? media.PrefixEncodings[index] : media.ItemEncoding;

    private string Array(MediaType media, IReadOnlyList<MultipartPart> parts) =>
        JsonText.Array(parts.Select((part, i) => Value(part, Values.Shapes.Item(media.Schema, i), ByPlace(media, i)?.ContentType)));

    private string Object(MediaType media, IReadOnlyList<MultipartPart> parts)
    {
        var members = new List<KeyValuePair<string, string>>();
        var bracketed = new List<RawField>();
        IReadOnlyList<string> declared = Values.Shapes.PropertyNames(media.Schema);
        foreach (IGrouping<string, MultipartPart> group in parts.GroupBy(part => part.Name ?? ""))
        {
            string name = group.Key;
            int bracket = name.IndexOf('[');
            if (bracket > 0 && !declared.Contains(name) && declared.Contains(name[..bracket]))
            {
                bracketed.AddRange(group.Select(part => new RawField(name, PercentCoding.Encode(Text(part)), false)));
                continue;
            }

            Schema? schema = Values.Shapes.Property(media.Schema, name);
            string? contentType = media.Encodings.FirstOrDefault(e => e.Property == name)?.ContentType;
            bool array = Values.AllowsArray(schema) && (group.Skip(1).Any() || !(LooksLikeJson(group.First(), contentType, schema) || Values.AllowsPrimitive(schema)));
            members.Add(new(name, array
                ? JsonText.Array(group.Select((part, i) => Value(part, Values.Shapes.Item(schema, i), contentType)))
                : Value(group.Last(), schema, contentType)));
        }

        string whole = JsonText.Object(members);
        if (bracketed.Count == 0) return whole;
        string rest = forms.Read(bracketed, media);
        return members.Count == 0 ? rest : whole[..^1] + "," + rest[1..];
    }

    private string Value(MultipartPart part, Schema? schema, string? declaredType)
    {
        if (LooksLikeJson(part, declaredType, schema) && IsJson(part.Content)) return Encoding.UTF8.GetString(part.Content.Span);
        return part.FileName is not null || Values.Shapes.IsBinary(schema)
            ? JsonText.Quote(Encoding.Latin1.GetString(part.Content.Span)) : Values.Primitive(Text(part), schema);
    }

    private bool LooksLikeJson(MultipartPart part, string? declaredType, Schema? schema)
    {
        if (part.ContentType is { } given) return MediaTypeName.Parse(given) is { IsJson: true };
        if (declaredType is not null) return MediaTypeName.Parse(declaredType.Split(',')[0]) is { IsJson: true };
        return !Values.AllowsPrimitive(schema) && part.Content.Span.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
    }

    private static string Text(MultipartPart part) => Encoding.UTF8.GetString(part.Content.Span);

    private static bool IsJson(ReadOnlyMemory<byte> content)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
