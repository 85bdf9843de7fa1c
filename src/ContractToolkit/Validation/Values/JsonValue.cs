using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>A value on a tape, with the text that the tape was made from.</summary>
internal readonly ref struct JsonValue(ReadOnlySpan<byte> json, TapeEntry[] tape, int at)
{
    private readonly ReadOnlySpan<byte> json = json;
    private readonly TapeEntry[] tape = tape;

    public int At { get; } = at;

    public TapeEntry Entry => tape[At];

    public ReadOnlySpan<byte> Text => json.Slice(tape[At].Start, tape[At].Length);

    public JsonValue this[int at] => new(json, tape, at);

    /// <summary>Equality as JSON Schema defines it: numbers by value, strings by text, objects without regard to order.</summary>
    public static bool Equal(JsonValue left, JsonValue right)
    {
        TapeEntry a = left.Entry;
        TapeEntry b = right.Entry;
        if (a.Kind != b.Kind) return false;
        return a.Kind switch
        {
            ValueKind.Number => DecimalText.Compare(new(left.Text), new(right.Text)) == 0,
            ValueKind.String => TextEqual(left, right),
            ValueKind.Array => a.Count == b.Count && ItemsEqual(left, right),
            ValueKind.Object => a.Count == b.Count && MembersEqual(left, right),
            _ => true,
        };
    }

    /// <summary>A hash that equal values share.</summary>
    public int Hash()
    {
        TapeEntry entry = Entry;
        return entry.Kind switch
        {
            ValueKind.Number => new DecimalText(Text).Hash(),
            ValueKind.String => HashText(),
            ValueKind.Array => HashItems(entry.Next),
            ValueKind.Object => HashMembers(entry.Next),
            _ => HashCode.Combine(entry.Kind),
        };
    }

    private static bool TextEqual(JsonValue left, JsonValue right) =>
        left.Entry.IsEscaped || right.Entry.IsEscaped
            ? EscapedTextEqual(left.Text, right.Text)
            : left.Text.SequenceEqual(right.Text);

    private static bool EscapedTextEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        while (!left.IsEmpty && !right.IsEmpty)
        {
            if (Next(ref left) != Next(ref right)) return false;
        }

        return left.IsEmpty && right.IsEmpty;
    }

    private static int Next(ref ReadOnlySpan<byte> text)
    {
        int codePoint = text[0] == (byte)'\\' ? JsonText.ReadEscape(text, out int length) : Utf8Text.Decode(text, out length);
        text = text.Slice(length);
        return codePoint;
    }

    private static bool ItemsEqual(JsonValue left, JsonValue right)
    {
        int b = right.At + 1;
        for (int a = left.At + 1; a < left.Entry.Next; a = left.tape[a].Next)
        {
            if (!Equal(left[a], right[b])) return false;
            b = right.tape[b].Next;
        }

        return true;
    }

    private static bool MembersEqual(JsonValue left, JsonValue right)
    {
        // Writers mostly keep an order: look behind the last match first.
        int candidate = right.At + 1;
        for (int a = left.At + 1; a < left.Entry.Next; a = left.tape[a + 1].Next)
        {
            int b = FindMember(right, left[a], candidate);
            if (b < 0 || !Equal(left[a + 1], right[b + 1])) return false;
            candidate = right.tape[b + 1].Next;
        }

        return true;
    }

    private static int FindMember(JsonValue owner, JsonValue name, int from)
    {
        int end = owner.Entry.Next;
        for (int at = from; at < end; at = owner.tape[at + 1].Next)
        {
            if (TextEqual(owner[at], name)) return at;
        }

        for (int at = owner.At + 1; at < from; at = owner.tape[at + 1].Next)
        {
            if (TextEqual(owner[at], name)) return at;
        }

        return -1;
    }

    private int HashText()
    {
        HashCode hash = default;
        ReadOnlySpan<byte> text = Text;
        if (!Entry.IsEscaped)
        {
            hash.AddBytes(text);
            return hash.ToHashCode();
        }

        // Gathered in blocks, so that the bytes are added as those of the unescaped text are.
        byte[] buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(text.Length);
        int length = JsonText.Unescape(text, buffer);
        hash.AddBytes(buffer.AsSpan(0, length));
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        return hash.ToHashCode();
    }

    private int HashItems(int end)
    {
        HashCode hash = default;
        for (int at = At + 1; at < end; at = tape[at].Next) hash.Add(this[at].Hash());
        return hash.ToHashCode();
    }

    private int HashMembers(int end)
    {
        int sum = 0;
        for (int at = At + 1; at < end; at = tape[at + 1].Next) sum += HashCode.Combine(this[at].Hash(), this[at + 1].Hash());
        return sum;
    }
}
