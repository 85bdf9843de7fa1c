namespace ContractToolkit.Validation;

/// <summary>Web addresses, relative references and URI templates, in ASCII.</summary>
internal static class PlainUris
{
    // What is the same in a host name and a path.
    private static readonly AsciiSet HostAndPath = new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=/"u8);

    private static readonly AsciiSet PathWithoutColon = new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=@/"u8);

    // A question mark begins the query and is nothing special in it or behind it.
    private static readonly AsciiSet PathAndQuery = new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?"u8);

    private static readonly AsciiSet Literal = new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?#[]"u8);

    private static readonly AsciiSet Variable = new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    public static int EndOfUri(ReadOnlySpan<byte> json, int index)
    {
        int host = index + SchemeLength(json.Slice(index));
        if (host == index) return -1;
        int end = HostAndPath.FirstOutside(json, host);
        if ((uint)end >= (uint)json.Length) return -1;
        switch (json[end])
        {
            case (byte)'"':
                return end;
            case (byte)'?' or (byte)'#':
                return EndOfRest(json, end);
            default:
                int slash = json.Slice(host, end - host).IndexOf((byte)'/');
                return slash >= 0 ? EndOfRest(json, end) : EndAfterPort(json, end);
        }
    }

    public static int EndOfReference(ReadOnlySpan<byte> json, int index)
    {
        if (SchemeLength(json.Slice(index)) > 0) return EndOfUri(json, index);
        if (json.Slice(index).StartsWith("//"u8)) return -1;
        int end = PathWithoutColon.FirstOutside(json, index);
        if ((uint)end >= (uint)json.Length) return -1;
        return json[end] is (byte)'?' or (byte)'#' or (byte)'"' ? EndOfRest(json, end) : -1;
    }

    public static int EndOfTemplate(ReadOnlySpan<byte> json, int index)
    {
        int i = index;
        while (true)
        {
            i = Literal.FirstOutside(json, i);
            if ((uint)i >= (uint)json.Length) return -1;
            if (json[i] == (byte)'"') return i;
            if (json[i] != (byte)'{') return -1;
            i = EndOfExpression(json, i + 1);
            if (i < 0) return -1;
            if (PlainFormats.Quote(json, i) >= 0) return i;
        }
    }

    private static int EndAfterPort(ReadOnlySpan<byte> json, int index)
    {
        if (json[index] != (byte)':') return -1;
        int end = index + 1;
        while ((uint)end < (uint)json.Length && (uint)(json[end] - '0') <= 9) end++;
        if ((uint)end >= (uint)json.Length) return -1;
        return json[end] is (byte)'/' or (byte)'?' or (byte)'#' or (byte)'"' ? EndOfRest(json, end) : -1;
    }

    private static int SchemeLength(ReadOnlySpan<byte> text) => text.StartsWith("https://"u8) ? 8 : text.StartsWith("http://"u8) ? 7 : 0;

    private static int EndOfRest(ReadOnlySpan<byte> json, int index)
    {
        int i = index;
        bool hasFragment = false;
        while (true)
        {
            i = PathAndQuery.FirstOutside(json, i);
            if ((uint)i >= (uint)json.Length) return -1;
            switch (json[i])
            {
                case (byte)'"':
                    return i;
                case (byte)'#' when !hasFragment:
                    hasFragment = true;
                    i++;
                    break;
                case (byte)'%' when i + 2 < json.Length && char.IsAsciiHexDigit((char)json[i + 1]) && char.IsAsciiHexDigit((char)json[i + 2]):
                    i += 3;
                    break;
                default:
                    return -1;
            }
        }
    }

    /// <summary>The place behind <c>}</c>: perhaps an operator, then names of letters, digits and underscores, each perhaps exploded.</summary>
    private static int EndOfExpression(ReadOnlySpan<byte> json, int index)
    {
        int i = index;
        if ((uint)i < (uint)json.Length && json[i] is (byte)'/' or (byte)'?' or (byte)'&' or (byte)'+' or (byte)'#' or (byte)'.' or (byte)';') i++;
        while (true)
        {
            int end = Variable.FirstOutside(json, i);
            if (end == i) return -1;
            if ((uint)end < (uint)json.Length && json[end] == (byte)'*') end++;
            if ((uint)end >= (uint)json.Length) return -1;
            if (json[end] == (byte)'}') return end + 1;
            if (json[end] != (byte)',') return -1;
            i = end + 1;
        }
    }
}
