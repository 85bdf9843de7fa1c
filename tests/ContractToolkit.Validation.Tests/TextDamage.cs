namespace ContractToolkit.Validation.Tests;

/// <summary>Small damage to a text: a byte put in, taken out or replaced, the rest cut off, or a piece said twice.</summary>
internal static class TextDamage
{
    private static readonly byte[] Alphabet = "{}[]\",:\\u0019eE.+-tfn \t\n/x"u8.ToArray();

    public static byte[] Change(byte[] text, Random random)
    {
        if (text.Length == 0) return [Alphabet[0]];
        int at = random.Next(text.Length);
        byte fresh = random.Next(8) == 0 ? (byte)random.Next(256) : Alphabet[random.Next(Alphabet.Length)];
        int end = Math.Min(text.Length, at + random.Next(1, 12));
        return random.Next(6) switch
        {
            0 => [.. text[..at], fresh, .. text[at..]],
            1 => [.. text[..at], .. text[(at + 1)..]],
            2 => random.Next(4) == 0 ? text[..at] : [.. text[..at], .. text[end..]],
            3 => [.. text[..end], .. text[at..]],
            _ => [.. text[..at], fresh, .. text[(at + 1)..]],
        };
    }
}
