namespace ContractToolkit.Validation;

/// <summary>Punycode (RFC 3492): Unicode labels in letters, digits and hyphens.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int MinThreshold = 1;
    private const int MaxThreshold = 26;
    private const int LongestLabel = 63;

    /// <summary>Decodes what follows <c>xn--</c>; null where it is no Punycode.</summary>
    public static List<int>? Decode(ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestLabel) return null;
        List<int> output = [];
        int delimiter = text.LastIndexOf((byte)'-');
        for (int i = 0; i < delimiter; i++) output.Add(text[i]);
        int n = 0x80;
        int index = 0;
        int bias = 72;
        for (int at = delimiter < 0 ? 0 : delimiter + 1; at < text.Length;)
        {
            int old = index;
            long weight = 1;
            for (int k = Base; ; k += Base)
            {
                int digit = at < text.Length ? DigitOf(text[at++]) : -1;
                if (digit < 0) return null;
                long sum = index + digit * weight;
                if (sum > int.MaxValue) return null;
                index = (int)sum;
                int threshold = Threshold(k, bias);
                if (digit < threshold) break;
                weight *= Base - threshold;
            }

            int count = output.Count + 1;
            bias = Adapt(index - old, count, old == 0);
            n += index / count;
            index %= count;
            if (n > 0x10FFFF || n is >= 0xD800 and <= 0xDFFF) return null;
            output.Insert(index++, n);
        }

        return output;
    }

    /// <summary>Encodes a label, without the prefix.</summary>
    public static string Encode(List<int> label)
    {
        System.Text.StringBuilder output = new();
        foreach (int c in label)
        {
            if (c < 0x80) output.Append((char)c);
        }

        int handled = output.Length;
        int basic = handled;
        if (basic > 0) output.Append('-');
        int n = 0x80;
        int delta = 0;
        int bias = 72;
        while (handled < label.Count)
        {
            int next = label.Where(c => c >= n).Min();
            delta += (next - n) * (handled + 1);
            n = next;
            foreach (int c in label)
            {
                if (c < n) delta++;
                if (c != n) continue;
                AppendVariableLength(output, delta, bias);
                bias = Adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }

            delta++;
            n++;
        }

        return output.ToString();
    }

    private static void AppendVariableLength(System.Text.StringBuilder output, int delta, int bias)
    {
        int rest = delta;
        for (int k = Base; ; k += Base)
        {
            int threshold = Threshold(k, bias);
            if (rest < threshold) break;
            output.Append(SymbolOf(threshold + (rest - threshold) % (Base - threshold)));
            rest = (rest - threshold) / (Base - threshold);
        }

        output.Append(SymbolOf(rest));
    }

    private static int Threshold(int k, int bias) => Math.Clamp(k - bias, MinThreshold, MaxThreshold);

    private static int Adapt(int delta, int count, bool first)
    {
        delta = first ? delta / 700 : delta / 2;
        delta += delta / count;
        int k = 0;
        for (; delta > (Base - MinThreshold) * MaxThreshold / 2; k += Base) delta /= Base - MinThreshold;
        return k + (Base - MinThreshold + 1) * delta / (delta + 38);
    }

    private static int DigitOf(byte b) => b switch
    {
        >= (byte)'a' and <= (byte)'z' => b - 'a',
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'0' and <= (byte)'9' => b - '0' + 26,
        _ => -1,
    };

    private static char SymbolOf(int digit) => (char)(digit < 26 ? 'a' + digit : '0' + digit - 26);
}
