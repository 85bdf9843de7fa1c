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
    public static bool Equal(JsonValue left, JsonValue right) => Equal(in left, left.At, in right, right.At);

    /// <summary>Whether two values of one tape are equal.</summary>
    public readonly bool AreEqual(int one, int other) => Equal(in this, one, in this, other);

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

    // The tapes are passed on by reference, and what tells most pairs apart is looked at first: all pairs of an array may have to be compared.
    private static bool Equal(in JsonValue left, int at, in JsonValue right, int other)
    {
        ref TapeEntry a = ref left.tape[at];
        ref TapeEntry b = ref right.tape[other];
        if (a.Kind != b.Kind) return false;
        return a.Kind switch
        {
            ValueKind.Number => DecimalText.Compare(new(left.json.Slice(a.Start, a.Length)), new(right.json.Slice(b.Start, b.Length))) == 0,
            ValueKind.String => TextEqual(in left, at, in right, other),
            ValueKind.Array => a.Count == b.Count && ItemsEqual(in left, at, in right, other),
            ValueKind.Object => a.Count == b.Count && MembersEqual(in left, at, in right, other),
            _ => true,
        };
    }

    private static bool TextEqual(in JsonValue left, int at, in JsonValue right, int other)
    {
        ref TapeEntry a = ref left.tape[at];
        ref TapeEntry b = ref right.tape[other];
        if (((a.Meta | b.Meta) & TapeEntry.Escaped) != 0) return EscapedTextEqual(left[at].Text, right[other].Text);
        return a.Length == b.Length && left.json.Slice(a.Start, a.Length).SequenceEqual(right.json.Slice(b.Start, b.Length));
    }

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

    private static bool ItemsEqual(in JsonValue left, int at, in JsonValue right, int other)
    {
        int b = other + 1;
        for (int a = at + 1; a < left.tape[at].Next; a = left.tape[a].Next)
        {
            if (!Equal(in left, a, in right, b)) return false;
            b = right.tape[b].Next;
        }

        return true;
    }

    private static bool MembersEqual(in JsonValue left, int at, in JsonValue right, int other)
    {
        // Writers mostly keep an order: look behind the last match first.
        int candidate = other + 1;
        for (int a = at + 1; a < left.tape[at].Next; a = left.tape[a + 1].Next)
        {
            int b = FindMember(in right, other, in left, a, candidate);
            if (b < 0 || !Equal(in left, a + 1, in right, b + 1)) return false;
            candidate = right.tape[b + 1].Next;
        }

        return true;
    }

    private static int FindMember(in JsonValue owner, int ownerAt, in JsonValue names, int name, int from)
    {
        int end = owner.tape[ownerAt].Next;
        for (int at = from; at < end; at = owner.tape[at + 1].Next)
        {
            if (TextEqual(in owner, at, in names, name)) return at;
        }

        for (int at = ownerAt + 1; at < from; at = owner.tape[at + 1].Next)
        {
            if (TextEqual(in owner, at, in names, name)) return at;
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
