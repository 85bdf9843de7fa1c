using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>Reads headers and body of one side of a recorded exchange.</summary>
internal sealed class EntryMessage(EntryTexts texts, RecordedMessage message)
{
    private static readonly byte[] ContentType = "Content-Type"u8.ToArray();
    private static readonly byte[] Cookie = "Cookie"u8.ToArray();
    private static readonly byte[] SetCookie = "Set-Cookie"u8.ToArray();
    private readonly List<RecordedField> parameters = [];
    private ReadOnlyMemory<byte>? body;
    private ReadOnlyMemory<byte> mediaType;
    private ReadOnlyMemory<byte> encoding;
    private double? contentSize;
    private double? bodySize;
    private bool hasParameters;
    private bool truncated;
    private bool withheld;
    private bool hasHeaders;
    private int cookies;

    /// <summary>Whether the recording has a part of its own for this side of the exchange.</summary>
    public bool Whole { get; set; }

    /// <summary>Forgets the last exchange.</summary>
    public void Clear()
    {
        message.Clear();
        parameters.Clear();
        body = null;
        mediaType = encoding = default;
        contentSize = bodySize = null;
        hasParameters = truncated = withheld = hasHeaders = Whole = false;
        cookies = 0;
    }

    /// <summary>Makes the body ready; what is wrong with it as the end of a sentence, null where nothing is.</summary>
    /// <param name="side"><c>request</c> or <c>response</c>.</param>
    public string? Finish(string side)
    {
        bool response = side == "response";
        message.HeadersNotRecorded = !hasHeaders;
        if (cookies > 0) UseCookies(response);
        message.ContentType = message.Find(ContentType);
        if (message.ContentType is null && !mediaType.IsEmpty && !mediaType.Span.SequenceEqual("x-unknown"u8))
        {
            message.Headers.Add(new RecordedField(ContentType, mediaType));
            message.ContentType = mediaType;
        }

        if (hasParameters) UseParameters();
        message.State = truncated ? BodyState.Truncated : (body is null || (!response && body.Value.IsEmpty)) && IsUnknown(response) ? BodyState.NotRecorded : BodyState.Complete;
        message.Body = body ?? default;
        if (body is not { } coded || encoding.Length != 6 || !System.Text.Ascii.EqualsIgnoreCase(encoding.Span, "base64"u8)) return null;
        if (RecordedBody.FromBase64(coded.Span) is not { } bytes)
        {
            message.Body = default;
            message.State = BodyState.NotRecorded;
            return $"has a {side} body that says base64 and is none; the body was left out";
        }

        message.Body = RecordedBody.Unpack(bytes, message.Find("Content-Encoding"u8) is { } coding ? Encoding.UTF8.GetString(coding.Span) : null);
        return null;
    }

    /// <summary>A URL with the query that the recording lists apart from it.</summary>
    public ReadOnlyMemory<byte> WithQuery(ReadOnlyMemory<byte> url, int at)
    {
        List<RecordedField> pairs = [];
        ReadPairs(at, pairs);
        return pairs.Count == 0 ? url : (byte[])[.. url.Span, (byte)'?', .. Form(pairs)];
    }

    /// <summary>Remembers HAR's list of cookies, which stands in for the header field where a recorder leaves that out.</summary>
    public void ReadCookies(int at) => cookies = texts.Kind(at) == ValueKind.Array ? at : 0;

    /// <summary>Takes over the encoding of the body: <c>base64</c> for bytes; anything else means text.</summary>
    public void ReadEncoding(int at) => encoding = texts.TextOrNull(at) ?? default;

    /// <summary>Takes over what a recording of ours says of the body's completeness.</summary>
    public void ReadState(int at) => truncated = texts.TextOrNull(at) is { } state && state.Span.SequenceEqual("truncated"u8);

    /// <summary>Takes over the size of the body as it travelled; negative means unknown.</summary>
    public void ReadBodySize(int at) => bodySize = texts.Number(at);

    /// <summary>Reads headers: HAR's list of names and values, or a map of name to value or values.</summary>
    public void ReadHeaders(int at)
    {
        hasHeaders = texts.Kind(at) is ValueKind.Array or ValueKind.Object;
        Whole |= hasHeaders;
        if (texts.Kind(at) == ValueKind.Array) ReadPairs(at, message.Headers);
        if (texts.Kind(at) != ValueKind.Object) return;
        TapeEntry[] entries = texts.Entries;
        for (int name = at + 1; name < entries[at].Next; name = entries[name + 1].Next) ReadValues(texts.Text(name), name + 1);
    }

    /// <summary>Reads a body given as text, or as JSON that stands for itself. <c>null</c> says that it was not kept.</summary>
    public void ReadBody(int at)
    {
        ValueKind kind = texts.Kind(at);
        withheld = kind == ValueKind.Null;
        if (!withheld) body = kind == ValueKind.String ? texts.Text(at) : texts.Raw(at);
    }

    /// <summary>Reads HAR's <c>postData</c> or <c>content</c>.</summary>
    public void ReadContent(int at)
    {
        if (texts.Kind(at) == ValueKind.String) ReadBody(at);
        if (texts.Kind(at) != ValueKind.Object) return;
        TapeEntry[] entries = texts.Entries;
        for (int i = at + 1; i < entries[at].Next; i = entries[i + 1].Next)
        {
            ReadOnlySpan<byte> name = texts.Name(i);
            int value = i + 1;
            ValueKind kind = entries[value].Kind;
            if (name.SequenceEqual("text"u8)) ReadBody(value);
            else if (name.SequenceEqual("encoding"u8) && kind == ValueKind.String) ReadEncoding(value);
            else if (name.SequenceEqual("mimeType"u8) && kind == ValueKind.String) mediaType = texts.Text(value);
            else if (name.SequenceEqual("size"u8) && kind == ValueKind.Number) contentSize = texts.Number(value);
            else if (name.SequenceEqual("params"u8) && kind == ValueKind.Array) ReadParameters(value);
        }
    }

    private bool IsUnknown(bool response)
    {
        if (withheld || bodySize > 0 || contentSize > 0) return true;
        if (contentSize == 0 || (message.Find("Content-Length"u8) is { } length && length.Span.SequenceEqual("0"u8))) return false;
        // A form or an upload that travelled, and of which no byte was kept.
        if (!response && Whole && (message.Find("Content-Length"u8) is not null || message.Find("Transfer-Encoding"u8) is not null)) return true;
        return response || !Whole;
    }

    private void UseCookies(bool response)
    {
        if (message.Find(response ? SetCookie : Cookie) is not null) return;
        List<RecordedField> pairs = [];
        ReadPairs(cookies, pairs);
        IEnumerable<byte[]> texts = pairs.Select(pair => (byte[])[.. pair.Name.Span, (byte)'=', .. pair.Value.Span]);
        if (response) message.Headers.AddRange(texts.Select(text => new RecordedField(SetCookie, text)));
        else if (pairs.Count > 0) message.Headers.Add(new RecordedField(Cookie, Encoding.UTF8.GetBytes(string.Join("; ", texts.Select(Encoding.UTF8.GetString)))));
    }

    private void ReadParameters(int at)
    {
        hasParameters = true;
        parameters.Clear();
        ReadPairs(at, parameters);
    }

    /// <summary>HAR may give the fields of a form in place of its text. The bytes of other forms cannot be had back from them.</summary>
    private void UseParameters()
    {
        if (body is { Length: > 0 } || parameters.Count == 0) return;
        ReadOnlySpan<byte> form = "application/x-www-form-urlencoded"u8;
        withheld = message.ContentType is not { } type || type.Length < form.Length || !System.Text.Ascii.EqualsIgnoreCase(type.Span[..form.Length], form);
        if (!withheld) body = Form(parameters);
    }

    private static byte[] Form(List<RecordedField> fields) =>
        Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => field.ToHeaderField()).Select(field => PercentCoding.Encode(field.Name) + "=" + PercentCoding.Encode(field.Value))));

    private void ReadPairs(int at, List<RecordedField> fields)
    {
        TapeEntry[] entries = texts.Entries;
        for (int item = at + 1; item < entries[at].Next; item = entries[item].Next)
        {
            if (entries[item].Kind == ValueKind.Object) ReadPair(item, fields);
        }
    }

    private void ReadPair(int at, List<RecordedField> fields)
    {
        ReadOnlyMemory<byte>? name = null, value = null;
        TapeEntry[] entries = texts.Entries;
        for (int i = at + 1; i < entries[at].Next; i = entries[i + 1].Next)
        {
            ReadOnlySpan<byte> member = texts.Name(i);
            if (member.SequenceEqual("name"u8)) name = texts.Scalar(i + 1);
            else if (member.SequenceEqual("value"u8)) value = texts.Scalar(i + 1);
        }

        if (name is { } named && !Repeats(fields, named.Span, value)) fields.Add(new RecordedField(named, value ?? default));
    }

    /// <summary>Some recorders list what the page asked for and what the network sent one behind the other. Only lists of header fields are looked at: fields of forms may repeat.</summary>
    private bool Repeats(List<RecordedField> fields, ReadOnlySpan<byte> name, ReadOnlyMemory<byte>? value)
    {
        if (fields != message.Headers) return false;
        foreach (RecordedField field in fields)
        {
            if (field.Is(name) && field.Value.Span.SequenceEqual((value ?? default).Span)) return true;
        }

        return false;
    }

    private void ReadValues(ReadOnlyMemory<byte> name, int at)
    {
        TapeEntry[] entries = texts.Entries;
        if (entries[at].Kind != ValueKind.Array)
        {
            if (texts.Scalar(at) is { } single) message.Headers.Add(new RecordedField(name, single));
            return;
        }

        for (int item = at + 1; item < entries[at].Next; item = entries[item].Next)
        {
            if (texts.Scalar(item) is { } value) message.Headers.Add(new RecordedField(name, value));
        }
    }
}
