using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ContractToolkit.Validation;

namespace ContractToolkit.Json;

/// <summary>
/// A place in a UTF-8 JSON text, always in front of a value, a member name or the end; the methods read and move on. Generated code reads with it: one
/// forward pass, nothing allocated but the values. A place's JSON pointer is only worked out when something is wrong there.
/// </summary>
public ref partial struct JsonCursor
{
    /// <summary>The deepest nesting that is read unless the caller says otherwise.</summary>
    public const int DefaultMaxDepth = 256;

    private readonly ReadOnlySpan<byte> json;
    private readonly int maxDepth;
    private readonly Direction direction;
    private int next;
    private int depth;
    private ValueCheck? expected;
    private int expectedAt;
    private bool isChecking;

    /// <summary>Starts in front of the value of a text.</summary>
    public JsonCursor(ReadOnlySpan<byte> utf8, int maxDepth = DefaultMaxDepth)
    {
        json = utf8;
        this.maxDepth = maxDepth;
        next = JsonScanner.SkipWhiteSpace(utf8, 0);
    }

    /// <summary>The offset of the next value or name in bytes.</summary>
    public readonly int Offset => next;

    /// <summary>Set by codecs when the text of a value that was read is not the text that they would write for it; the innermost
    /// record then keeps the original text.</summary>
    public bool Respelled { get; set; }

    /// <summary>The kind of the next value by its first byte; <see cref="JsonValueKind.Undefined"/> where no value can start.</summary>
    public readonly JsonValueKind Kind => (uint)next >= (uint)json.Length ? JsonValueKind.Undefined : json[next] switch
    {
        (byte)'{' => JsonValueKind.Object,
        (byte)'[' => JsonValueKind.Array,
        (byte)'"' => JsonValueKind.String,
        (byte)'t' => JsonValueKind.True,
        (byte)'f' => JsonValueKind.False,
        (byte)'n' => JsonValueKind.Null,
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => JsonValueKind.Number,
        _ => JsonValueKind.Undefined,
    };

    /// <summary>Reads <c>null</c> if that is the next value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNull()
    {
        if (!IsNull) return false;
        next += 4;
        return true;
    }

    /// <summary>Enters an object; false where it is empty, and then it is left again.</summary>
    public bool EnterObject() => Enter((byte)'{', (byte)'}', "an object");

    /// <summary>Reads a member's name, escapes unresolved, and moves in front of its value.</summary>
    public ReadOnlySpan<byte> ReadName(out JsonStringTraits traits)
    {
        ReadOnlySpan<byte> name = ReadStringToken(out traits, "a member name");
        int colon = JsonScanner.SkipWhiteSpace(json, next);
        if ((uint)colon >= (uint)json.Length || json[colon] != (byte)':') FailGrammar(colon);
        next = JsonScanner.SkipWhiteSpace(json, colon + 1);
        return name;
    }

    /// <summary>Moves in front of a member's value if its name stands next, spelled like this.</summary>
    /// <param name="name">The name in quotes and a colon.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySkipName(ReadOnlySpan<byte> name)
    {
        if (!json.Slice(next).StartsWith(name)) return false;
        next = JsonScanner.SkipWhiteSpace(json, next + name.Length);
        return true;
    }

    /// <summary>Moves from behind a member to the next one; false behind the last, and then the object is left.</summary>
    public bool NextMember() => NextElement((byte)'}');

    /// <summary>Enters an array; false where it is empty, and then it is left again.</summary>
    public bool EnterArray() => Enter((byte)'[', (byte)']', "an array");

    /// <summary>Moves from behind an item to the next one; false behind the last, and then the array is left.</summary>
    public bool NextItem() => NextElement((byte)']');

    /// <summary>Moves over the next value, which may be of any kind, and returns its text.</summary>
    public ReadOnlySpan<byte> ReadRaw()
    {
        int start = next;
        switch (Kind)
        {
            case JsonValueKind.String: ReadStringToken(out _); break;
            case JsonValueKind.Number: ReadNumberToken(out _); break;
            case JsonValueKind.Object or JsonValueKind.Array: SkipContainer(); break;
            case JsonValueKind.Null: SkipLiteral("null"u8); break;
            case JsonValueKind.True: SkipLiteral("true"u8); break;
            case JsonValueKind.False: SkipLiteral("false"u8); break;
            default: FailGrammar(next); break;
        }

        return json.Slice(start, next - start);
    }

    /// <summary>Requires that nothing but white space is left.</summary>
    public readonly void Finish()
    {
        int end = JsonScanner.SkipWhiteSpace(json, next);
        if (end < json.Length) Fail(new JsonFault(JsonFaultKind.TrailingData, end).Message, end);
    }

    /// <summary>Throws for the value at <paramref name="offset"/>.</summary>
    [DoesNotReturn]
    public readonly void Fail(string problem, int offset) =>
        throw new JsonReadException(problem, JsonPlace.PointerAt(json, offset), offset);

    /// <summary>Throws because the next value is not of the kind that its type needs.</summary>
    [DoesNotReturn]
    internal readonly void FailKind(string expected)
    {
        if (Kind == JsonValueKind.Undefined) FailGrammar(next);
        string found = Kind switch
        {
            JsonValueKind.True or JsonValueKind.False => "a boolean",
            JsonValueKind.Null => "null",
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => "a string",
            _ => "a number",
        };
        Fail($"expected {expected}, found {found}", next);
    }

    /// <summary>Whether the next value is <c>null</c>.</summary>
    internal readonly bool IsNull
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (uint)next < (uint)json.Length && json[next] == (byte)'n' && json.Slice(next).StartsWith("null"u8);
    }

    /// <summary>The text from <paramref name="start"/> up to the present place, without white space at its end.</summary>
    internal readonly ReadOnlySpan<byte> TextFrom(int start) => json[start..next].TrimEnd(" \t\r\n,"u8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Enter(byte open, byte close, string expected)
    {
        if ((uint)next >= (uint)json.Length || json[next] != open) FailKind(expected);
        if (++depth > maxDepth) Fail(new JsonFault(JsonFaultKind.TooDeep, next).Message, next);
        next = JsonScanner.SkipWhiteSpace(json, next + 1);
        if ((uint)next >= (uint)json.Length || json[next] != close) return true;
        next++;
        depth--;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool NextElement(byte close)
    {
        int i = JsonScanner.SkipWhiteSpace(json, next);
        if ((uint)i < (uint)json.Length)
        {
            if (json[i] == (byte)',')
            {
                next = JsonScanner.SkipWhiteSpace(json, i + 1);
                return true;
            }

            if (json[i] == close)
            {
                next = i + 1;
                depth--;
                return false;
            }
        }

        FailGrammar(i);
        return false;
    }

    private void SkipContainer()
    {
        var tokens = new JsonTokenizer(json.Slice(next), maxDepth - depth);
        bool read = tokens.Read() && tokens.Skip();
        if (!read) Fail(tokens.Fault.Message, next + tokens.Fault.Offset);
        if (IsChecking && json.Slice(next, tokens.End).IndexOf("\\u"u8) >= 0) Doubt();
        next += tokens.End;
    }

    private void SkipLiteral(ReadOnlySpan<byte> literal)
    {
        JsonFault fault = default;
        int end = JsonScanner.SkipLiteral(json, next, literal, ref fault);
        if (end < 0) Fail(fault.Message, fault.Offset);
        next = end;
    }

    [DoesNotReturn]
    private readonly void FailGrammar(int offset)
    {
        JsonFaultKind kind = offset >= json.Length ? JsonFaultKind.UnexpectedEnd : JsonFaultKind.UnexpectedByte;
        Fail(new JsonFault(kind, offset).Message, offset);
    }
}
