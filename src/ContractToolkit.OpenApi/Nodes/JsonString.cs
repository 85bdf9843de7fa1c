using System.Buffers;
using System.Globalization;
using System.Text;

namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Takes JSON's string escapes apart and puts them on.</summary>
internal static class JsonString
{
    /// <summary>The value of a string whose bytes (between the quotes, already checked) hold escapes. Lone surrogates stay as they are.</summary>
    public static string Decode(ReadOnlySpan<byte> escaped)
    {
        char[] text = ArrayPool<char>.Shared.Rent(escaped.Length);
        int length = 0;
        while (true)
        {
            int slash = escaped.IndexOf((byte)'\\');
            length += Plain(slash < 0 ? escaped : escaped.Slice(0, slash), text, length);
            if (slash < 0) break;
            bool isUnicode = escaped[slash + 1] == 'u';
            text[length++] = isUnicode ? (char)ReadHex(escaped.Slice(slash + 2)) : Single(escaped[slash + 1]);
            escaped = escaped.Slice(slash + (isUnicode ? 6 : 2));
        }

        string decoded = new(text, 0, length);
        ArrayPool<char>.Shared.Return(text);
        return decoded;
    }

    // UTF-8 never has fewer bytes than UTF-16 has characters.
    private static int Plain(ReadOnlySpan<byte> bytes, char[] text, int start)
    {
#if NET
        return System.Text.Encoding.UTF8.GetChars(bytes, text.AsSpan(start));
#else
        byte[] copy = bytes.ToArray();
        return System.Text.Encoding.UTF8.GetChars(copy, 0, copy.Length, text, start);
#endif
    }

    /// <summary>Whether a string cannot stand between quotes as it is.</summary>
    public static bool NeedsEscapes(string text)
    {
        foreach (char c in text)
        {
            if (c < ' ' || c is '"' or '\\' || char.IsSurrogate(c)) return true;
        }

        return false;
    }

    /// <summary>A string as a JSON literal with the fewest escapes.</summary>
    public static string Quote(string text)
    {
        StringBuilder output = new(text.Length + 16);
        output.Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '"' or '\\') output.Append('\\').Append(c);
            else if (c < ' ') WriteControl(output, c);
            else if (char.IsSurrogate(c)) i += WriteSurrogate(output, text, i);
            else output.Append(c);
        }

        return output.Append('"').ToString();
    }

    private static int ReadHex(ReadOnlySpan<byte> digits)
    {
        int value = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = digits[i];
            value = (value << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return value;
    }

    private static char Single(byte escape) => (char)escape switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        char other => other,
    };

    private static void WriteControl(StringBuilder output, char c)
    {
        string? shorthand = c switch { '\b' => "\\b", '\f' => "\\f", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => null };
        output.Append(shorthand ?? "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture));
    }

    // A lone surrogate has no UTF-8 form: only its escape survives writing the text to a file.
    private static int WriteSurrogate(StringBuilder output, string text, int at)
    {
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            output.Append(text[at]).Append(text[at + 1]);
            return 1;
        }

        output.Append("\\u").Append(((int)text[at]).ToString("x4", CultureInfo.InvariantCulture));
        return 0;
    }
}
