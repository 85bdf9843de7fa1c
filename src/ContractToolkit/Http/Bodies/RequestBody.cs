using System.Net.Http.Headers;
using System.Text;
using ContractToolkit.Envelopes;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>The body of a call. It can make its content anew, since a call may be repeated after a token was renewed.</summary>
public abstract class RequestBody
{
    /// <summary>Whether the content can be made a second time.</summary>
    public virtual bool CanRepeat => true;

    /// <summary>The bytes of the body; empty where they are not at hand.</summary>
    internal virtual ReadOnlyMemory<byte> Bytes => default;

    /// <summary>The value at a JSON pointer; null where there is none.</summary>
    internal virtual JsonValue? Find(string pointer) => default;

    /// <summary>The body with another value at a JSON pointer.</summary>
    /// <exception cref="NotSupportedException">The body has no members.</exception>
    internal virtual RequestBody With(string pointer, JsonValue value) => throw new NotSupportedException("The body has no members that could be set.");

    /// <summary>Makes the content of one message.</summary>
    public abstract HttpContent ToContent();

    /// <summary>A JSON body.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Its type's writer.</param>
    /// <param name="mediaType">The media type as sent.</param>
    public static RequestBody Json<T>(T value, JsonWrite<T> write, string mediaType = "application/json") =>
        new JsonBody(JsonBytes.Write(value, write), mediaType);

    /// <summary>A body of one JSON value per line.</summary>
    public static RequestBody JsonLines<T>(IEnumerable<T> values, JsonWrite<T> write, string mediaType)
    {
        using MemoryStream lines = new();
        foreach (T value in values)
        {
            lines.Write(JsonBytes.Write(value, write).Span);
            lines.WriteByte((byte)'\n');
        }

        return new BytesBody(lines.ToArray(), mediaType);
    }

    /// <summary>An <c>application/x-www-form-urlencoded</c> body from the members of a value.</summary>
    /// <param name="value">The value, an object in JSON.</param>
    /// <param name="write">Its type's writer.</param>
    /// <param name="encodings">The encodings of the members that have one.</param>
    public static RequestBody Form<T>(T value, JsonWrite<T> write, params FormEncoding[] encodings) =>
        new BytesBody(
            Encoding.ASCII.GetBytes(FormEncoder.Encode(JsonBytes.ToWire(value, write), encodings)), "application/x-www-form-urlencoded");

    /// <summary>A text body in UTF-8.</summary>
    public static RequestBody Text(string value, string mediaType) =>
        new BytesBody(Encoding.UTF8.GetBytes(value), WithCharset(mediaType));

    /// <summary>A binary body.</summary>
    /// <param name="content">The bytes; its own content type, if it has one, goes before <paramref name="mediaType"/>.</param>
    /// <param name="mediaType">The media type of the contract; a range such as <c>image/*</c> becomes <c>application/octet-stream</c>.</param>
    public static RequestBody Binary(BinaryContent content, string mediaType) => new BinaryBody(content, mediaType);

    private static string WithCharset(string mediaType) =>
        mediaType.Contains("charset", StringComparison.OrdinalIgnoreCase) ? mediaType : mediaType + "; charset=utf-8";

    /// <summary>Sets a content type by its text, which must not be able to throw for what a document says.</summary>
    private protected static void SetContentType(HttpContent content, string mediaType)
    {
        if (MediaTypeHeaderValue.TryParse(mediaType, out MediaTypeHeaderValue? parsed)) content.Headers.ContentType = parsed;
        else content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    private sealed class JsonBody(ReadOnlyMemory<byte> json, string mediaType) : BytesBody(json, mediaType)
    {
        internal override JsonValue? Find(string pointer)
        {
            ReadOnlySpan<byte> found = JsonPath.Find(Bytes.Span, pointer);
            return found.IsEmpty ? default(JsonValue?) : JsonValue.Parse(found);
        }

        internal override RequestBody With(string pointer, JsonValue value) => new JsonBody(JsonMember.Set(Bytes.Span, pointer, Encoding.UTF8.GetBytes(value.ToString())), MediaType);
    }

    private class BytesBody(ReadOnlyMemory<byte> bytes, string mediaType) : RequestBody
    {
        protected string MediaType => mediaType;

        internal override ReadOnlyMemory<byte> Bytes => bytes;

        public override HttpContent ToContent()
        {
            ReadOnlyMemoryContent content = new(bytes);
            SetContentType(content, mediaType);
            return content;
        }
    }

    private sealed class BinaryBody(BinaryContent body, string mediaType) : RequestBody
    {
        public override bool CanRepeat => body.CanRepeat;

        public override HttpContent ToContent()
        {
            BinaryHttpContent content = new(body);
            string own = body.ContentType ?? (mediaType.Contains('*', StringComparison.Ordinal) ? "application/octet-stream" : mediaType);
            SetContentType(content, own);
            return content;
        }
    }
}
