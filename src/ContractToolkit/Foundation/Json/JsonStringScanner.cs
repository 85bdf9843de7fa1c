using System.Runtime.CompilerServices;
#if NET
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace ContractToolkit.Json;

/// <summary>The inside of JSON strings: plain runs, escapes, and UTF-8 sequences.</summary>
internal static class JsonStringScanner
{
    /// <summary>The first place at or after <paramref name="index"/> of a quote, a backslash, a control character or a byte beyond ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int NextSpecial(ReadOnlySpan<byte> json, int index)
    {
        int i = index;
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            ref byte first = ref MemoryMarshal.GetReference(json);
            while (i <= json.Length - Vector128<byte>.Count)
            {
                Vector128<byte> block = Vector128.LoadUnsafe(ref first, (nuint)i);

                // As signed numbers, control characters and everything beyond ASCII lie below the space.
                Vector128<byte> special = Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)0x20)).AsByte()
                    | Vector128.Equals(block, Vector128.Create((byte)'"'))
                    | Vector128.Equals(block, Vector128.Create((byte)'\\'));
                uint bits = special.ExtractMostSignificantBits();
                if (bits != 0) return i + BitOperations.TrailingZeroCount(bits);
                i += Vector128<byte>.Count;
            }
        }
#endif
        while ((uint)i < (uint)json.Length && json[i] is >= 0x20 and < 0x80 and not (byte)'"' and not (byte)'\\') i++;
        return i;
    }

    /// <summary>Copies what stands before the first backslash; the result is its length.</summary>
    public static int CopyPlain(ReadOnlySpan<byte> inside, Span<byte> target)
    {
        int i = 0;
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            ref byte from = ref MemoryMarshal.GetReference(inside);
            ref byte to = ref MemoryMarshal.GetReference(target);
            int last = Math.Min(inside.Length, target.Length) - Vector128<byte>.Count;
            while (i <= last)
            {
                Vector128<byte> block = Vector128.LoadUnsafe(ref from, (nuint)i);
                block.StoreUnsafe(ref to, (nuint)i);
                uint bits = Vector128.Equals(block, Vector128.Create((byte)'\\')).ExtractMostSignificantBits();
                if (bits != 0) return i + BitOperations.TrailingZeroCount(bits);
                i += Vector128<byte>.Count;
            }
        }
#endif
        for (; i < inside.Length && inside[i] != (byte)'\\'; i++) target[i] = inside[i];
        return i;
    }

    /// <summary>Whether a byte behind a backslash makes an escape of two bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsShortEscape(byte b) => b is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'n' or (byte)'r' or (byte)'t' or (byte)'b' or (byte)'f';

    /// <summary>Scans one escape sequence, or two that form a surrogate pair.</summary>
    public static int SkipEscape(ReadOnlySpan<byte> json, int index, ref JsonStringTraits traits, ref JsonFault fault)
    {
        if (index + 1 >= json.Length) return JsonScanner.Fail(JsonFaultKind.UnexpectedEnd, json.Length, ref fault);
        switch (json[index + 1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return index + 2;
            case (byte)'u':
                break;
            default:
                return JsonScanner.Fail(JsonFaultKind.InvalidEscape, index + 1, ref fault);
        }

        int unit = ReadHex(json, index + 2, ref fault);
        if (unit < 0) return unit;
        int next = index + 6;
        if (unit is < 0xD800 or > 0xDFFF) return next;
        bool pairs = unit < 0xDC00 && next + 1 < json.Length && json[next] == (byte)'\\' && json[next + 1] == (byte)'u';
        if (pairs)
        {
            int low = ReadHex(json, next + 2, ref fault);
            if (low < 0) return low;
            if (low is >= 0xDC00 and <= 0xDFFF) return next + 6;
        }

        traits |= JsonStringTraits.LoneSurrogate;
        return next;
    }

    /// <summary>Scans a run of UTF-8 sequences of more than one byte.</summary>
    public static int SkipNonAscii(ReadOnlySpan<byte> json, int index, ref JsonFault fault)
    {
        int i = index;
        while ((uint)i < (uint)json.Length && json[i] >= 0x80)
        {
            int length = Utf8Text.SequenceLength(json.Slice(i));
            if (length == 0) return JsonScanner.Fail(JsonFaultKind.InvalidUtf8, i, ref fault);
            i += length;
        }

        return i;
    }

    /// <summary>Four hexadecimal digits as a number; negative where they are none.</summary>
    internal static int ReadHex(ReadOnlySpan<byte> json, int index, ref JsonFault fault)
    {
        int value = 0;
        for (int i = index; i < index + 4; i++)
        {
            if (i >= json.Length) return JsonScanner.Fail(JsonFaultKind.UnexpectedEnd, json.Length, ref fault);
            int digit = HexDigit(json[i]);
            if (digit < 0) return JsonScanner.Fail(JsonFaultKind.InvalidEscape, i, ref fault);
            value = (value << 4) | digit;
        }

        return value;
    }

    private static int HexDigit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
