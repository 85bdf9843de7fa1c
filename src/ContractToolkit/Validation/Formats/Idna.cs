using System.Globalization;
using System.Text;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>Internationalised host names: IDNA 2008 (RFC 5891), with the dots that IDNA 2003 takes for separators.</summary>
internal static class Idna
{
    private const int LongestLabel = 63;

    /// <summary>Whether each label is one of ASCII or of IDNA, and the whole is short enough in its ASCII form.</summary>
    public static bool IsHostname(ReadOnlySpan<byte> text, int longest) => IsName(text, longest, normalised: true);

    /// <summary>The same for the domain of a mailbox, whose labels need not be in normal form.</summary>
    public static bool IsMailDomain(ReadOnlySpan<byte> text, int longest) => IsName(text, longest, normalised: false);

    /// <summary>Whether an ASCII label with hyphens at its third and fourth place is the encoded form of a valid label.</summary>
    public static bool IsEncodedLabel(ReadOnlySpan<byte> label)
    {
        if (!HasPrefix(label)) return false;
        ReadOnlySpan<byte> encoded = label.Slice(4);
        List<int>? decoded = encoded.IsEmpty || encoded[^1] == (byte)'-' ? null : Punycode.Decode(encoded);
        if (decoded is null || decoded.TrueForAll(c => c < 0x80)) return false;
        bool canonical = Punycode.Encode(decoded).Equals(Encoding.ASCII.GetString(encoded), StringComparison.OrdinalIgnoreCase);
        return canonical && IsUnicodeLabel(decoded, normalised: true) && (!IdnaBidi.HasRightToLeft(decoded) || IdnaBidi.Accepts(decoded));
    }

    private static bool IsName(ReadOnlySpan<byte> text, int longest, bool normalised)
    {
        int length = -1;
        List<List<int>> labels = Split(text);
        bool rightToLeft = labels.Exists(IdnaBidi.HasRightToLeft);
        foreach (List<int> label in labels)
        {
            int encoded = EncodedLength(label, normalised);
            if (encoded is 0 or > LongestLabel) return false;
            if (rightToLeft && !IdnaBidi.Accepts(label)) return false;
            length += encoded + 1;
        }

        return length <= longest;
    }

    /// <summary>The length of a label's ASCII form; 0 where it is no label.</summary>
    private static int EncodedLength(List<int> label, bool normalised)
    {
        if (label.Count is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-') return 0;
        bool isAscii = label.TrueForAll(c => c < 0x80);
        bool reserved = label.Count >= 4 && label[2] == '-' && label[3] == '-';
        if (reserved)
        {
            byte[] bytes = label.Select(c => c < 0x80 ? (byte)c : (byte)' ').ToArray();
            return isAscii && IsEncodedLabel(bytes) ? label.Count : 0;
        }

        if (!isAscii) return IsUnicodeLabel(label, normalised) ? 4 + Punycode.Encode(label).Length : 0;
        return label.TrueForAll(c => char.IsAsciiLetterOrDigit((char)c) || c == '-') ? label.Count : 0;
    }

    private static bool IsUnicodeLabel(List<int> label, bool normalised)
    {
        if (label[0] == '-' || label[^1] == '-' || (label.Count >= 4 && label[2] == '-' && label[3] == '-')) return false;
        if (CategoryOf(label[0]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark) return false;
        if (normalised && !IdnaNormalForm.IsComposed(label)) return false;
        for (int i = 0; i < label.Count; i++)
        {
            if (!IdnaCodePoints.Accepts(label, i, normalised)) return false;
        }

        return true;
    }

    private static UnicodeCategory CategoryOf(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint);

    private static List<List<int>> Split(ReadOnlySpan<byte> text)
    {
        List<List<int>> labels = [[]];
        while (!text.IsEmpty)
        {
            int codePoint = Utf8Text.Decode(text, out int length);
            text = text.Slice(length);
            if (codePoint is '.' or 0x3002 or 0xFF0E or 0xFF61) labels.Add([]);
            else labels[^1].Add(codePoint);
        }

        return labels;
    }

    private static bool HasPrefix(ReadOnlySpan<byte> label) => (label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n';
}
