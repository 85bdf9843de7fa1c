using System.Globalization;
using System.Numerics;

namespace ContractToolkit.OpenApi.Nodes;

/// <summary>The numbers of YAML's core schema in JSON's spelling.</summary>
internal static class YamlNumber
{
    // Longer spellings are left as strings: turning a hostile text of digits into another base takes quadratic time.
    private const int MaxBasedDigits = 256;

    /// <summary>The number; null where the text is none.</summary>
    public static string? ToJson(string text)
    {
        char first = text[0];
        if (!(first is (>= '0' and <= '9') or '+' or '-' or '.')) return null;
        if (text.Length > 2 && first == '0' && text[1] is 'x' or 'o') return Based(text);
        return Decimal(text);
    }

    private static string? Based(string text)
    {
        if (text.Length is < 3 or > MaxBasedDigits) return null;
        int bits = text[1] == 'x' ? 4 : 3;
        BigInteger value = BigInteger.Zero;
        for (int i = 2; i < text.Length; i++)
        {
            int digit = Digit(text[i]);
            if (digit < 0 || digit >= 1 << bits) return null;
            value = (value << bits) | digit;
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    // [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
    private static string? Decimal(string text)
    {
        int at = text[0] is '+' or '-' ? 1 : 0;
        int whole = at;
        SkipDigits(text, ref at);
        int wholeEnd = at;
        int fraction = at;
        if (at < text.Length && text[at] == '.')
        {
            fraction = ++at;
            SkipDigits(text, ref at);
        }

        int fractionEnd = at;
        if (wholeEnd == whole && fractionEnd == fraction) return null;
        if (!SkipExponent(text, ref at) || at != text.Length) return null;
        return Spell(text, whole, wholeEnd, fraction, fractionEnd);
    }

    private static string Spell(string text, int whole, int wholeEnd, int fraction, int fractionEnd)
    {
        while (whole < wholeEnd - 1 && text[whole] == '0') whole++;
        string integer = wholeEnd == whole ? "0" : text.Substring(whole, wholeEnd - whole);
        string decimals = fractionEnd == fraction ? string.Empty : "." + text.Substring(fraction, fractionEnd - fraction);
        return (text[0] == '-' ? "-" : string.Empty) + integer + decimals + text.Substring(fractionEnd);
    }

    private static bool SkipExponent(string text, ref int at)
    {
        if (at >= text.Length || text[at] is not ('e' or 'E')) return true;
        at++;
        if (at < text.Length && text[at] is '+' or '-') at++;
        int digits = at;
        SkipDigits(text, ref at);
        return at > digits;
    }

    private static void SkipDigits(string text, ref int at)
    {
        while (at < text.Length && text[at] is >= '0' and <= '9') at++;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
