using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>
/// Writes multipart bodies byte for byte predictably: names quoted, no content type on text parts, absent and null members left out, numbers
/// as they stand in the data, a boundary derived from the content.
/// </summary>
internal sealed class MultipartWriter(TextValues values)
{
    private readonly MemoryStream content = new();
    private readonly List<(string Head, byte[] Body)> parts = [];

    public WireBody Write(MediaType media, JsonElement data, EquatableArray<FilePart> files)
    {
        if (data.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in data.EnumerateObject())
            {
                if (files.Any(file => file.Property == member.Name)) continue;
                AddMember(media, member);
            }
        }
        else if (data.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (JsonElement item in data.EnumerateArray()) AddItem(media, item, index++);
        }

        foreach (FilePart file in files)
        {
            string? declared = EncodingOf(media, file.Property)?.ContentType;
            Add(file.Property, file.FileName, file.ContentType ?? First(declared) ?? "application/octet-stream", file.Content.ToArray());
        }

        return Join(MediaTypeName.Parse(media.Name)?.Essence ?? "multipart/form-data");
    }

    private static OpenApi.Encoding? EncodingOf(MediaType media, string property) => media.Encodings.FirstOrDefault(e => e.Property == property);

    private static string? First(string? contentTypes) =>
        contentTypes?.Split(',')[0].Trim() is { Length: > 0 } first && !first.Contains('*') ? first : null;

    private void AddMember(MediaType media, JsonProperty member)
    {
        Schema? schema = values.Shapes.Property(media.Schema, member.Name);
        string? contentType = First(EncodingOf(media, member.Name)?.ContentType);
        if (member.Value.ValueKind == JsonValueKind.Array && MediaTypeName.Parse(contentType) is not { IsJson: true })
        {
            int index = 0;
            foreach (JsonElement item in member.Value.EnumerateArray()) AddValue(member.Name, item, values.Shapes.Item(schema, index++), contentType);
        }
        else
        {
            AddValue(member.Name, member.Value, schema, contentType);
        }
    }

    private void AddItem(MediaType media, JsonElement item, int index)
    {
        OpenApi.Encoding? encoding = index < media.PrefixEncodings.Count ? media.PrefixEncodings[index] : media.ItemEncoding;
        Schema? schema = media.ItemSchema ?? values.Shapes.Item(media.Schema, index);
        AddValue(null, item, schema, First(encoding?.ContentType));
    }

    private void AddValue(string? name, JsonElement value, Schema? schema, string? contentType)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return;
            case JsonValueKind.Object or JsonValueKind.Array:
                Add(name, null, contentType ?? "application/json", Encoding.UTF8.GetBytes(value.GetRawText()));
                return;
            case JsonValueKind.String when values.Shapes.IsBinary(schema):
                Add(name, name, contentType ?? "application/octet-stream", Encoding.Latin1.GetBytes(value.GetString()!));
                return;
            default:
                string text = MediaTypeName.Parse(contentType) is { IsJson: true } ? value.GetRawText() : ParameterWriter.Text(value);
                Add(name, null, contentType, Encoding.UTF8.GetBytes(text));
                return;
        }
    }

    private void Add(string? name, string? fileName, string? contentType, byte[] body)
    {
        var head = new StringBuilder();
        if (name is not null)
        {
            head.Append("Content-Disposition: form-data; name=\"").Append(Quoted(name)).Append('"');
            if (fileName is not null) head.Append("; filename=\"").Append(Quoted(fileName)).Append('"');
            head.Append("\r\n");
        }

        if (contentType is not null) head.Append("Content-Type: ").Append(contentType.ReplaceLineEndings("")).Append("\r\n");
        parts.Add((head.ToString(), body));
    }

    // The escapes of WHATWG's multipart/form-data, which is what browsers and servers agree on.
    private static string Quoted(string text) => text.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A");

    private WireBody Join(string essence)
    {
        string boundary = Boundary();
        foreach ((string head, byte[] body) in parts)
        {
            content.Write(Encoding.UTF8.GetBytes("--" + boundary + "\r\n" + head + "\r\n"));
            content.Write(body);
            content.Write("\r\n"u8);
        }

        content.Write(Encoding.UTF8.GetBytes("--" + boundary + "--\r\n"));
        return new WireBody(content.ToArray(), $"{essence}; boundary={boundary}");
    }

    private string Boundary()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string head, byte[] body) in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(head));
            hash.AppendData(body);
        }

        // A hash of the content cannot stand in the content, but for an astronomically unlikely chance.
        return "part-" + Convert.ToHexString(hash.GetHashAndReset())[..32].ToLowerInvariant();
    }
}
