using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContractToolkit.Validation;

/// <summary>UUIDs by their fixed layout, mailboxes and host names, in ASCII.</summary>
internal static class PlainIdentifiers
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;
    private const int LongestLocalPart = 64;

    private static readonly AsciiSet AtomText = new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~"u8);

    private static readonly AsciiSet Label = new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);

    public static int EndOfUuid(ReadOnlySpan<byte> json, int index)
    {
        const int length = 36;
        if (json.Length - index <= length) return -1;
        Vector128<byte> first = Vector128.Create((byte)0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0, 0, 0, 0, 0xFF, 0, 0);
        Vector128<byte> second = Vector128.Create((byte)0, 0, 0xFF, 0, 0, 0, 0, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0);
        Vector128<byte> last = Vector128.Create((byte)0, 0, 0, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Vector128<byte> fits = HexExcept(json, index, first) & HexExcept(json, index + 16, second) & HexExcept(json, index + 20, last);
        return fits == Vector128<byte>.AllBitsSet ? PlainFormats.Quote(json, index + length) : -1;
    }

    public static int EndOfEmail(ReadOnlySpan<byte> json, int index)
    {
        int i = index;
        while (true)
        {
            int end = AtomText.FirstOutside(json, i);
            if (end == i || (uint)end >= (uint)json.Length || end - index > LongestLocalPart) return -1;
            if (json[end] == (byte)'@') return EndOfHostname(json, end + 1);
            if (json[end] != (byte)'.') return -1;
            i = end + 1;
        }
    }

    public static int EndOfHostname(ReadOnlySpan<byte> json, int index)
    {
        int i = index;
        while (true)
        {
            int end = Label.FirstOutside(json, i);
            if (end - i is 0 or > LongestLabel || (uint)end >= (uint)json.Length || json[i] == (byte)'-' || json[end - 1] == (byte)'-') return -1;

            // Labels that begin with xn-- stand for others.
            if (end - i >= 4 && json[i + 2] == (byte)'-' && json[i + 3] == (byte)'-') return -1;
            if (json[end] == (byte)'"') return end - index <= LongestName ? end : -1;
            if (json[end] != (byte)'.') return -1;
            i = end + 1;
        }
    }

    /// <summary>Bytes of ones where a hexadecimal digit stands or, where the mask says so, a hyphen.</summary>
    private static Vector128<byte> HexExcept(ReadOnlySpan<byte> json, int index, Vector128<byte> hyphens)
    {
        Vector128<byte> block = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)index);
        Vector128<byte> digits = Vector128.LessThanOrEqual(block - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        Vector128<byte> letters = Vector128.LessThanOrEqual((block | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)5));
        Vector128<byte> hyphen = Vector128.Equals(block, Vector128.Create((byte)'-'));
        return Vector128.ConditionalSelect(hyphens, hyphen, digits | letters);
    }
}
