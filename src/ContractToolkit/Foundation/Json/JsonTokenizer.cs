using System.Runtime.CompilerServices;

namespace ContractToolkit.Json;

/// <summary>
/// Reads UTF-8 JSON token by token. It accepts exactly the grammar of RFC 8259 (a lone surrogate escape is well-formed, and is told by
/// <see cref="Traits"/>; a byte-order mark is not), allocates nothing up to a nesting of 64, and stops for good at the first fault.
/// </summary>
public ref struct JsonTokenizer
{
    private readonly ReadOnlySpan<byte> json;
    private readonly int maxDepth;
    private ContainerStack containers;
    private JsonFault fault;
    private int next;
    private bool started;

    /// <summary>Starts before the first token.</summary>
    /// <param name="json">The text, UTF-8 without a byte-order mark.</param>
    /// <param name="maxDepth">The deepest nesting of arrays and objects that is read.</param>
    public JsonTokenizer(ReadOnlySpan<byte> json, int maxDepth = 512)
    {
        this.json = json;
        this.maxDepth = maxDepth;
    }

    /// <summary>The kind of the current token.</summary>
    public JsonTokenKind Kind { get; private set; }

    /// <summary>The offset of the current token; of a string or name, the offset of its opening quote.</summary>
    public int Start { get; private set; }

    /// <summary>The offset behind the current token.</summary>
    public readonly int End => next;

    /// <summary>What was seen in the current string or name.</summary>
    public JsonStringTraits Traits { get; private set; }

    /// <summary>Whether the current number has neither fraction nor exponent.</summary>
    public bool IsInteger { get; private set; }

    /// <summary>How many arrays and objects are open.</summary>
    public readonly int Depth => containers.Depth;

    /// <summary>What ended the reading early; its kind is <see cref="JsonFaultKind.None"/> where nothing did.</summary>
    public readonly JsonFault Fault => fault;

    /// <summary>The bytes of the current token: of a string or name the inside between the quotes, escapes unresolved.</summary>
    public readonly ReadOnlySpan<byte> Span =>
        Kind is JsonTokenKind.String or JsonTokenKind.PropertyName ? json.Slice(Start + 1, next - Start - 2) : json.Slice(Start, next - Start);

    /// <summary>The bytes from an offset to the end of the current token.</summary>
    public readonly ReadOnlySpan<byte> From(int start) => json.Slice(start, next - start);

    /// <summary>Moves to the next token; false at the end of the text and at a fault.</summary>
    public bool Read()
    {
        if (fault.Kind != JsonFaultKind.None || Kind == JsonTokenKind.EndOfText) return false;
        int i = JsonScanner.SkipWhiteSpace(json, next);
        if (Kind == JsonTokenKind.PropertyName)
        {
            if (i >= json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
            if (json[i] != (byte)':') return Fail(JsonFaultKind.UnexpectedByte, i);
            return ReadValue(JsonScanner.SkipWhiteSpace(json, i + 1));
        }

        if (Depth == 0) return started ? ReadEnd(i) : ReadValue(i);
        if (i >= json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        bool first = Kind is JsonTokenKind.StartObject or JsonTokenKind.StartArray;
        bool inObject = containers.IsObject;
        if (json[i] == (inObject ? (byte)'}' : (byte)']')) return Close(i, inObject);
        if (!first)
        {
            if (json[i] != (byte)',') return Fail(JsonFaultKind.UnexpectedByte, i);
            i = JsonScanner.SkipWhiteSpace(json, i + 1);
        }

        return inObject ? ReadName(i) : ReadValue(i);
    }

    /// <summary>Moves over the rest of the current value: from the start of an array or object to its end, from a name to the end of its value.</summary>
    public bool Skip()
    {
        if (Kind == JsonTokenKind.PropertyName && !Read()) return false;
        if (Kind is not (JsonTokenKind.StartObject or JsonTokenKind.StartArray)) return fault.Kind == JsonFaultKind.None;
        int depth = Depth;
        while (Read())
        {
            if (Depth < depth) return true;
        }

        return false;
    }

    /// <summary>The text of the current string or name.</summary>
    public readonly string GetString() => JsonText.Decode(Span, Traits);

    private bool ReadValue(int i)
    {
        started = true;
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, json.Length);
        Start = i;
        return json[i] switch
        {
            (byte)'"' => ReadString(i, JsonTokenKind.String),
            (byte)'{' => Open(i, JsonTokenKind.StartObject),
            (byte)'[' => Open(i, JsonTokenKind.StartArray),
            (byte)'t' => Advance(JsonScanner.SkipLiteral(json, i, "true"u8, ref fault), JsonTokenKind.True),
            (byte)'f' => Advance(JsonScanner.SkipLiteral(json, i, "false"u8, ref fault), JsonTokenKind.False),
            (byte)'n' => Advance(JsonScanner.SkipLiteral(json, i, "null"u8, ref fault), JsonTokenKind.Null),
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => ReadNumber(i),
            _ => Fail(JsonFaultKind.UnexpectedByte, i),
        };
    }

    private bool ReadNumber(int i)
    {
        int end = JsonScanner.SkipNumber(json, i, out bool integer, ref fault);
        IsInteger = integer;
        return Advance(end, JsonTokenKind.Number);
    }

    private bool ReadName(int i)
    {
        if (i >= json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        if (json[i] != (byte)'"') return Fail(JsonFaultKind.UnexpectedByte, i);
        Start = i;
        return ReadString(i, JsonTokenKind.PropertyName);
    }

    private bool ReadString(int i, JsonTokenKind kind)
    {
        int quote = JsonScanner.FindStringEnd(json, i + 1, out JsonStringTraits traits, ref fault);
        Traits = traits;
        return Advance(quote < 0 ? quote : quote + 1, kind);
    }

    private bool ReadEnd(int i)
    {
        if (i < json.Length) return Fail(JsonFaultKind.TrailingData, i);
        Kind = JsonTokenKind.EndOfText;
        Start = next = i;
        return false;
    }

    private bool Open(int i, JsonTokenKind kind)
    {
        if (Depth >= maxDepth) return Fail(JsonFaultKind.TooDeep, i);
        containers.Push(kind == JsonTokenKind.StartObject);
        return Advance(i + 1, kind);
    }

    private bool Close(int i, bool inObject)
    {
        containers.Pop();
        Start = i;
        return Advance(i + 1, inObject ? JsonTokenKind.EndObject : JsonTokenKind.EndArray);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Advance(int end, JsonTokenKind kind)
    {
        if (end < 0) return false;
        next = end;
        Kind = kind;
        return true;
    }

    private bool Fail(JsonFaultKind kind, int offset)
    {
        fault = new(kind, offset);
        return false;
    }
}
