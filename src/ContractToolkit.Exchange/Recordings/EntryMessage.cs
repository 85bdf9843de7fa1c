using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace ContractToolkit.Exchange;

/// <summary>Headers and body of one side of a recorded exchange, as they are read.</summary>
internal sealed class EntryMessage
{
    private const int MaxUnpacked = RecordingReader.MaxExchange;
    private byte[]? body;
    private bool hasSize;

    public List<HeaderField> Headers { get; } = [];

    /// <summary><c>base64</c> for bytes; anything else means text.</summary>
    public string? Encoding { get; set; }

    /// <summary>How much of the body the recording holds.</summary>
    public BodyState State => body is null && hasSize ? BodyState.NotRecorded : BodyState.Complete;

    /// <summary>The body, with base64 and any gzip or deflate coding undone.</summary>
    /// <exception cref="FormatException">It says base64 and is none.</exception>
    public byte[] Bytes()
    {
        if (body is null) return [];
        if (Encoding != "base64") return body;
        byte[] bytes = Convert.FromBase64String(System.Text.Encoding.ASCII.GetString(body));
        return bytes is [0x1F, 0x8B, ..] && Value("Content-Encoding")?.Contains("gzip", StringComparison.OrdinalIgnoreCase) == true ? Unpack(bytes) : bytes;
    }

    /// <summary>Reads headers: HAR's list of names and values, or a map of name to value or values.</summary>
    public void ReadHeaders(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) ReadPair(ref reader);
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                ReadValues(ref reader, name);
            }
        }
        else
        {
            reader.Skip();
        }
    }

    /// <summary>Reads a body given as text, or as JSON that stands for itself.</summary>
    public void ReadBody(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType == JsonTokenType.String)
        {
            byte[] buffer = new byte[reader.ValueSpan.Length];
            int length = reader.CopyString(buffer);
            body = length == buffer.Length ? buffer : buffer[..length];
            return;
        }

        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        body = System.Text.Encoding.UTF8.GetBytes(document.RootElement.GetRawText());
    }

    /// <summary>Reads HAR's <c>postData</c> or <c>content</c>.</summary>
    public void ReadContent(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "text": ReadBody(ref reader); break;
                case "encoding": Encoding = reader.TokenType == JsonTokenType.String ? reader.GetString() : null; break;
                case "size": hasSize = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long size) && size > 0; break;
                case "mimeType" when reader.TokenType == JsonTokenType.String: AddContentType(reader.GetString()!); break;
                default: reader.Skip(); break;
            }
        }
    }

    private string? Value(string name)
    {
        int index = Headers.FindIndex(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : Headers[index].Value;
    }

    private void AddContentType(string type)
    {
        if (type.Length > 0 && type != "x-unknown" && Value("Content-Type") is null) Headers.Add(new HeaderField("Content-Type", type));
    }

    private void ReadPair(ref Utf8JsonReader reader)
    {
        string? name = null, value = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isName = reader.ValueTextEquals("name"), isValue = reader.ValueTextEquals("value");
            reader.Read();
            if (isName && reader.TokenType == JsonTokenType.String) name = reader.GetString();
            else if (isValue && reader.TokenType == JsonTokenType.String) value = reader.GetString();
            else reader.Skip();
        }

        if (name is not null && !(name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && Value(name) is not null)) Headers.Add(new HeaderField(name, value ?? ""));
    }

    private void ReadValues(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            Headers.Add(new HeaderField(name, reader.GetString()!));
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType == JsonTokenType.String) Headers.Add(new HeaderField(name, reader.GetString()!));
                else reader.Skip();
            }
        }
        else
        {
            reader.Skip();
        }
    }

    private static byte[] Unpack(byte[] bytes)
    {
        try
        {
            using GZipStream unpacked = new(new MemoryStream(bytes), CompressionMode.Decompress);
            using MemoryStream whole = new();
            byte[] part = new byte[81920];
            for (int read; (read = unpacked.Read(part)) > 0 && whole.Length < MaxUnpacked;) whole.Write(part, 0, read);
            return whole.ToArray();
        }
        catch (InvalidDataException)
        {
            return bytes;
        }
    }
}
