using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContractToolkit.Json;

/// <content>Strings.</content>
public sealed partial class JsonWriter
{
    /// <summary>The bytes that one UTF-16 unit takes at most, unless it is escaped.</summary>
    private const int BytesPerUnit = 3;

    /// <summary>The length of the longest escape, <c>\u001f</c>.</summary>
    private const int EscapeLength = 6;

    private static ReadOnlySpan<byte> HexDigits => "0123456789abcdef"u8;

    /// <summary>Writes a string, or <c>null</c>.</summary>
    public void WriteString(string? text)
    {
        if (text is null) WriteNull();
        else WriteString(text.AsSpan());
    }

    /// <summary>Writes a string.</summary>
    public void WriteString(ReadOnlySpan<char> text)
    {
        Reserve(checked((text.Length * BytesPerUnit) + 2));
        WriteInside(text);
    }

    /// <summary>Writes a string that is UTF-8 already, escapes not yet written.</summary>
    public void WriteString(ReadOnlySpan<byte> utf8)
    {
        Reserve(checked(utf8.Length + 2));
        buffer[length++] = (byte)'"';
        while (!utf8.IsEmpty)
        {
            int plain = FindEscape(utf8);
            utf8[..plain].CopyTo(Reserve(utf8.Length + EscapeLength + 1));
            length += plain;
            if (plain == utf8.Length) break;
            WriteEscape(utf8[plain]);
            utf8 = utf8[(plain + 1)..];
        }

        Reserve(1)[0] = (byte)'"';
        length++;
    }

    /// <summary>Writes a member whose value is a string.</summary>
    /// <param name="member">A comma, the name and a colon, as JSON.</param>
    /// <param name="text">The value.</param>
    internal void WriteMember(ReadOnlySpan<byte> member, string text)
    {
        Span<byte> target = Reserve(checked(member.Length + (text.Length * BytesPerUnit) + 2));
        member.CopyTo(target);
        length += member.Length;
        WriteInside(text);
    }

    /// <summary>Writes the quotes and what stands between them, for which there is room as long as nothing must be escaped.</summary>
    private void WriteInside(ReadOnlySpan<char> text)
    {
        buffer[length++] = (byte)'"';
        int plain = CopyPlain(text, buffer.AsSpan(length));
        length += plain;
        if (plain < text.Length) WriteRest(text[plain..]);
        buffer[length++] = (byte)'"';
    }

    /// <summary>Copies the ASCII characters without escapes at the start of a text, and returns their number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">At least as long.</param>
    private static int CopyPlain(ReadOnlySpan<char> text, Span<byte> target)
    {
        int i = 0;
        if (Vector128.IsHardwareAccelerated && text.Length >= Vector128<ushort>.Count)
        {
            ref ushort first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
            ref byte to = ref MemoryMarshal.GetReference(target);
            int last = text.Length - Vector128<ushort>.Count;
            while (true)
            {
                // The last block overlaps the one before it. As signed numbers, everything from U+8000 on lies below the space.
                Vector128<ushort> block = Vector128.LoadUnsafe(ref first, (nuint)i);
                Vector128<ushort> special = Vector128.LessThan(block.AsInt16(), Vector128.Create((short)0x20)).AsUInt16()
                    | Vector128.GreaterThan(block.AsInt16(), Vector128.Create((short)0x7F)).AsUInt16()
                    | Vector128.Equals(block, Vector128.Create((ushort)'"'))
                    | Vector128.Equals(block, Vector128.Create((ushort)'\\'));
                if (special != Vector128<ushort>.Zero) break;
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, i), Vector128.Narrow(block, block).AsUInt64().ToScalar());
                if (i == last) return text.Length;
                i = Math.Min(i + Vector128<ushort>.Count, last);
            }
        }

        for (; i < text.Length; i++)
        {
            char unit = text[i];
            if (unit is < ' ' or > '\x7F' or '"' or '\\') return i;
            target[i] = (byte)unit;
        }

        return i;
    }

    /// <summary>Writes a text whose first character is not plain.</summary>
    private void WriteRest(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            Span<byte> target = Reserve(checked((text.Length * BytesPerUnit) + EscapeLength + 1));
            char unit = text[0];
            int units = 1;
            if (unit < 0x80) WriteAscii(unit, target);
            else if (!char.IsSurrogate(unit)) length += Utf8Text.Encode(unit, target);
            else if (text.Length > 1 && char.IsSurrogatePair(unit, text[1]))
            {
                length += Utf8Text.Encode(char.ConvertToUtf32(unit, text[1]), target);
                units = 2;
            }
            else WriteEscape(unit);

            text = text[units..];
            int plain = CopyPlain(text, buffer.AsSpan(length));
            length += plain;
            text = text[plain..];
        }
    }

    private void WriteAscii(char unit, Span<byte> target)
    {
        if (unit is < ' ' or '"' or '\\')
        {
            WriteEscape(unit);
            return;
        }

        target[0] = (byte)unit;
        length++;
    }

    /// <summary>The index of the first byte that must be escaped; the length where there is none.</summary>
    private static int FindEscape(ReadOnlySpan<byte> utf8)
    {
        int i = JsonStringScanner.NextSpecial(utf8, 0);
        while (i < utf8.Length && utf8[i] >= 0x80) i = JsonStringScanner.NextSpecial(utf8, i + 1);
        return i;
    }

    private void WriteEscape(int unit)
    {
        byte letter = unit switch
        {
            '"' or '\\' => (byte)unit,
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)'u',
        };
        Span<byte> target = Reserve(EscapeLength);
        target[0] = (byte)'\\';
        target[1] = letter;
        length += 2;
        if (letter != (byte)'u') return;
        for (int i = 0; i < 4; i++) target[i + 2] = HexDigits[(unit >> (12 - (4 * i))) & 0xF];
        length += 4;
    }
}
