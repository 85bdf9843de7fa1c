using ContractToolkit.Json;

namespace ContractToolkit.Exchange;

/// <summary>Headers and body of one side of a recorded exchange, as they are read.</summary>
internal sealed class EntryMessage
{
    private byte[]? body;
    private List<HeaderField>? parameters;
    private double? contentSize;
    private double? bodySize;
    private string? mediaType;
    private bool truncated;
    private bool withheld;

    public List<HeaderField> Headers { get; } = [];

    /// <summary><c>base64</c> for bytes; anything else means text.</summary>
    public string? Encoding { get; set; }

    /// <summary>Whether the whole side of the exchange was read, with its headers.</summary>
    public bool Whole { get; set; }

    /// <summary>The body, with base64 and content codings undone.</summary>
    public ReadOnlyMemory<byte> Body => body;

    /// <summary>How much of the body the recording holds.</summary>
    public BodyState State { get; private set; }

    /// <summary>Makes the body ready; what is wrong with it as the end of a sentence, null where nothing is.</summary>
    /// <param name="side"><c>request</c> or <c>response</c>.</param>
    public string? Finish(string side)
    {
        if (mediaType is { Length: > 0 } and not "x-unknown" && Value("Content-Type") is null) Headers.Add(new HeaderField("Content-Type", mediaType));
        if (parameters is not null) UseParameters();
        State = truncated ? BodyState.Truncated : body is null && IsUnknown(side == "response") ? BodyState.NotRecorded : BodyState.Complete;
        if (body is null || !"base64".Equals(Encoding, StringComparison.OrdinalIgnoreCase)) return null;
        if (RecordedBody.FromBase64(body) is not { } bytes)
        {
            body = null;
            State = BodyState.NotRecorded;
            return $"has a {side} body that says base64 and is none; the body was left out";
        }

        body = RecordedBody.Unpack(bytes, Value("Content-Encoding"));
        return null;
    }

    /// <summary>Takes over what a recording of ours says of the body's completeness.</summary>
    public void SetState(string? state) => truncated = state == "truncated";

    /// <summary>Takes over a size; negative means unknown.</summary>
    public void SetSize(double? size, bool ofContent)
    {
        if (ofContent) contentSize = size;
        else bodySize = size;
    }

    /// <summary>Reads headers: HAR's list of names and values, or a map of name to value or values.</summary>
    public void ReadHeaders(ref JsonTokenizer tokens)
    {
        Whole = true;
        if (tokens.Kind == JsonTokenKind.StartArray) ReadPairs(ref tokens, Headers);
        else if (tokens.Kind != JsonTokenKind.StartObject) tokens.Skip();
        else
        {
            while (tokens.Read() && tokens.Kind == JsonTokenKind.PropertyName)
            {
                string name = tokens.GetString();
                if (tokens.Read()) ReadValues(ref tokens, name);
            }
        }
    }

    /// <summary>Reads a body given as text, or as JSON that stands for itself. <c>null</c> says that it was not kept.</summary>
    public void ReadBody(ref JsonTokenizer tokens)
    {
        withheld = tokens.Kind == JsonTokenKind.Null;
        if (withheld) return;
        int start = tokens.Start;
        if (tokens.Kind == JsonTokenKind.String)
        {
            body = RecordedBody.Text(tokens.Span, tokens.Traits);
            return;
        }

        if (tokens.Skip()) body = tokens.From(start).ToArray();
    }

    /// <summary>Reads HAR's <c>postData</c> or <c>content</c>.</summary>
    public void ReadContent(ref JsonTokenizer tokens)
    {
        if (tokens.Kind == JsonTokenKind.String)
        {
            ReadBody(ref tokens);
            return;
        }

        if (tokens.Kind != JsonTokenKind.StartObject)
        {
            tokens.Skip();
            return;
        }

        while (tokens.Read() && tokens.Kind == JsonTokenKind.PropertyName)
        {
            ReadOnlySpan<byte> name = tokens.Span;
            if (!tokens.Read()) return;
            if (name.SequenceEqual("text"u8)) ReadBody(ref tokens);
            else if (name.SequenceEqual("encoding"u8) && tokens.Kind == JsonTokenKind.String) Encoding = tokens.GetString();
            else if (name.SequenceEqual("mimeType"u8) && tokens.Kind == JsonTokenKind.String) mediaType = tokens.GetString();
            else if (name.SequenceEqual("size"u8) && tokens.Kind == JsonTokenKind.Number) SetSize(double.Parse(tokens.Span, System.Globalization.CultureInfo.InvariantCulture), ofContent: true);
            else if (name.SequenceEqual("params"u8) && tokens.Kind == JsonTokenKind.StartArray) ReadPairs(ref tokens, parameters = []);
            else tokens.Skip();
        }
    }

    private bool IsUnknown(bool response)
    {
        if (withheld || bodySize > 0 || contentSize > 0) return true;
        if (contentSize == 0 || Value("Content-Length") == "0") return false;
        return response || !Whole;
    }

    /// <summary>HAR may give the fields of a form in place of its text. The bytes of other forms cannot be had back from them.</summary>
    private void UseParameters()
    {
        if (body is { Length: > 0 } || parameters!.Count == 0) return;
        withheld = Value("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true;
        if (!withheld) body = System.Text.Encoding.UTF8.GetBytes(string.Join('&', parameters.Select(field => PercentCoding.Encode(field.Name) + "=" + PercentCoding.Encode(field.Value))));
    }

    private string? Value(string name)
    {
        foreach (HeaderField header in Headers)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return header.Value;
        }

        return null;
    }

    private static void ReadPairs(ref JsonTokenizer tokens, List<HeaderField> fields)
    {
        while (tokens.Read() && tokens.Kind != JsonTokenKind.EndArray)
        {
            if (tokens.Kind == JsonTokenKind.StartObject) ReadPair(ref tokens, fields);
            else tokens.Skip();
        }
    }

    private static void ReadPair(ref JsonTokenizer tokens, List<HeaderField> fields)
    {
        string? name = null, value = null;
        while (tokens.Read() && tokens.Kind == JsonTokenKind.PropertyName)
        {
            bool isName = tokens.Span.SequenceEqual("name"u8), isValue = tokens.Span.SequenceEqual("value"u8);
            if (!tokens.Read()) return;
            if (isName) name = Scalar(ref tokens);
            else if (isValue) value = Scalar(ref tokens);
            else tokens.Skip();
        }

        if (name is not null) fields.Add(new HeaderField(name, value ?? ""));
    }

    private void ReadValues(ref JsonTokenizer tokens, string name)
    {
        if (tokens.Kind != JsonTokenKind.StartArray)
        {
            if (Scalar(ref tokens) is { } single) Headers.Add(new HeaderField(name, single));
            return;
        }

        while (tokens.Read() && tokens.Kind != JsonTokenKind.EndArray)
        {
            if (Scalar(ref tokens) is { } value) Headers.Add(new HeaderField(name, value));
        }
    }

    /// <summary>The text of a string, number or boolean; null for anything else, which is passed over.</summary>
    private static string? Scalar(ref JsonTokenizer tokens)
    {
        if (tokens.Kind == JsonTokenKind.String) return tokens.GetString();
        if (tokens.Kind is JsonTokenKind.Number or JsonTokenKind.True or JsonTokenKind.False) return System.Text.Encoding.ASCII.GetString(tokens.Span);
        tokens.Skip();
        return null;
    }
}
