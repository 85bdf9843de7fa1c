using System.Buffers.Text;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>The JSON text of one recorded exchange, read once. What is taken out of it are slices, of the text itself or, where a string has escapes, of
/// a buffer: both are good until the next text is read.</summary>
internal sealed class EntryTexts
{
    private const int KeptBuffer = 1 << 22;
    private readonly InstanceReading json = new();
    private byte[] plain = [];
    private int used;

    public TapeEntry[] Entries => json.Entries;

    public ContractToolkit.Json.JsonFault Fault => json.Fault;

    /// <summary>Reads the text of an entry; false where it is no JSON.</summary>
    public bool Read(ReadOnlyMemory<byte> text)
    {
        used = 0;
        // Escapes only shorten, and no string is asked for twice; so no slice that was handed out is ever moved.
        if (plain.Length < text.Length || plain.Length > KeptBuffer) plain = new byte[Math.Max(text.Length, 4096)];
        return json.Read(text);
    }

    public ValueKind Kind(int at) => json.Entries[at].Kind;

    /// <summary>The bytes as they stand.</summary>
    public ReadOnlyMemory<byte> Raw(int at) => json.Text.Slice(json.Entries[at].Start, json.Entries[at].Length);

    /// <summary>The name of a member, or another string that is only compared, as it stands.</summary>
    public ReadOnlySpan<byte> Name(int at) => json.Raw(at);

    /// <summary>A string without escapes.</summary>
    public ReadOnlyMemory<byte> Text(int at)
    {
        if (!json.Entries[at].IsEscaped) return Raw(at);
        int length = ContractToolkit.Json.JsonText.Unescape(json.Raw(at), plain.AsSpan(used));
        ReadOnlyMemory<byte> text = plain.AsMemory(used, length);
        used += length;
        return text;
    }

    /// <summary>The text of a string; null of anything else.</summary>
    public ReadOnlyMemory<byte>? TextOrNull(int at)
    {
        // No conditional expression: there a null is taken for an array, and becomes an empty slice.
        if (Kind(at) != ValueKind.String) return null;
        return Text(at);
    }

    /// <summary>The text of a string, number or boolean; null of anything else.</summary>
    public ReadOnlyMemory<byte>? Scalar(int at)
    {
        if (Kind(at) is ValueKind.Number or ValueKind.True or ValueKind.False) return Raw(at);
        return TextOrNull(at);
    }

    /// <summary>A number; null of anything else.</summary>
    public double? Number(int at)
    {
        if (Kind(at) != ValueKind.Number) return null;
        ReadOnlySpan<byte> digits = json.Raw(at);
        if (digits.Length <= 9 && Utf8Parser.TryParse(digits, out int whole, out int length) && length == digits.Length) return whole;
        return double.TryParse(digits, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double number) ? number : null;
    }
}
