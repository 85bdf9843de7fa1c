using System.Text;

namespace ContractToolkit.Validation;

/// <summary>
/// Writes numbers and indexes as printable ASCII, five bits a character with the sixth as "more follows", so that a compact plan is
/// valid UTF-8 and stands in generated code as a literal without growing.
/// </summary>
internal sealed class CompactWriter
{
    private readonly StringBuilder text = new();

    public int Length => text.Length;

    /// <summary>Forgets what was written, and keeps the room.</summary>
    public void Clear() => text.Clear();

    public void Number(long value)
    {
        ulong rest = (ulong)value;
        while (rest >= 32)
        {
            text.Append(CompactSymbol.Encode((int)(rest & 31) | 32));
            rest >>= 5;
        }

        text.Append(CompactSymbol.Encode((int)rest));
    }

    /// <summary>Writes an index, or the one that stands for none.</summary>
    public void Index(int index) => Number(index + 1);

    public void Optional(long? value)
    {
        Number(value is null ? 0 : 1);
        if (value is not null) Number(value.Value);
    }

    public override string ToString() => text.ToString();
}

/// <summary>Reads what <see cref="CompactWriter"/> wrote.</summary>
internal ref struct CompactReader(ReadOnlySpan<byte> text, int position)
{
    private readonly ReadOnlySpan<byte> text = text;

    public int Position { get; private set; } = position;

    public long Number()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 5)
        {
            if ((uint)Position >= (uint)text.Length) throw PlanFormat.Broken("it ends early");
            int symbol = CompactSymbol.Decode(text[Position++]);
            value |= (ulong)(symbol & 31) << shift;
            if (symbol < 32) return (long)value;
        }

        throw PlanFormat.Broken("a number is too long");
    }

    public int Int() => Number() is >= 0 and <= int.MaxValue and var value ? (int)value : throw PlanFormat.Broken("a number is out of range");

    /// <summary>A count of things that take at least one character each, so that a broken count cannot claim memory.</summary>
    public int Count() => Int() is var count && count <= text.Length ? count : throw PlanFormat.Broken("a count is out of range");

    public int Index() => (int)(Number() - 1);

    public long? Optional() => Number() == 0 ? null : Number();

    public void Skip(int length)
    {
        if (length > text.Length - Position) throw PlanFormat.Broken("it ends early");
        Position += length;
    }
}

/// <summary>The 64 printable characters that carry six bits each: none needs an escape in a C# literal.</summary>
internal static class CompactSymbol
{
    private const int Backslash = '\\' - '0';

    public static char Encode(int value) => value == Backslash ? 'p' : (char)('0' + value);

    public static int Decode(byte symbol)
    {
        int value = symbol == 'p' ? Backslash : symbol - '0';
        return (uint)value < 64 && symbol != '\\' ? value : throw PlanFormat.Broken("a character does not belong there");
    }
}

/// <summary>The head of the compact form, and what is said about data that is not in it.</summary>
internal static class PlanFormat
{
    /// <summary>The first characters: what it is, and the version of the format.</summary>
    public const string Head = "CTPLAN1;";

    public static FormatException Broken(string how) => new("This is no validation plan of this version: " + how + ".");
}
