namespace ContractToolkit.OpenApi.Nodes;

/// <summary>The grammar of JSON numbers.</summary>
internal static class JsonNumber
{
    /// <summary>The length of the number at the start of the text; where there is none, minus the offset of the first wrong byte.</summary>
    public static int Scan(ReadOnlySpan<byte> text)
    {
        int at = 0;
        if (At(text, at) == '-') at++;
        if (At(text, at) == '0') at++;
        else if (!Digits(text, ref at)) return -at;
        if (At(text, at) == '.')
        {
            at++;
            if (!Digits(text, ref at)) return -at;
        }

        if (At(text, at) is not ('e' or 'E')) return at;
        at++;
        if (At(text, at) is '+' or '-') at++;
        return Digits(text, ref at) ? at : -at;
    }

    private static bool Digits(ReadOnlySpan<byte> text, ref int at)
    {
        int start = at;
        while (At(text, at) is >= '0' and <= '9') at++;
        return at > start;
    }

    private static int At(ReadOnlySpan<byte> text, int at) => at < text.Length ? text[at] : -1;
}
