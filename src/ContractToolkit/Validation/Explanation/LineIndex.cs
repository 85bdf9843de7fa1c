using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>Turns byte offsets into lines and columns; offsets that mostly ascend cost one pass over the text together.</summary>
internal ref struct LineIndex(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;
    private int offset;
    private int line = 1;
    private int column = 1;

    public SourcePosition PositionOf(int target)
    {
        if (target < offset)
        {
            offset = 0;
            line = 1;
            column = 1;
        }

        while (offset < target && offset < text.Length)
        {
            byte b = text[offset];
            if (b == (byte)'\n')
            {
                line++;
                column = 1;
            }
            else if ((b & 0xC0) != 0x80)
            {
                // A character beyond the basic plane takes two UTF-16 code units.
                column += b >= 0xF0 ? 2 : 1;
            }

            offset++;
        }

        return new(line, column);
    }
}

/// <summary>The violation that stands for a text which is no JSON.</summary>
internal static class MalformedText
{
    public const string Keyword = "json";

    /// <summary>Stands for the keyword where the text may well be JSON, but is beyond what is judged.</summary>
    public const string Limit = "limit";

    public static Violation Describe(ReadOnlySpan<byte> text, JsonFault fault) =>
        new("", fault.Offset, new LineIndex(text).PositionOf(fault.Offset), "", fault.Kind is JsonFaultKind.TooDeep or JsonFaultKind.TooLarge ? Limit : Keyword, MessageOf(text, fault));

    private static string MessageOf(ReadOnlySpan<byte> text, JsonFault fault)
    {
        if (JsonScanner.SkipWhiteSpace(text, 0) == text.Length) return "expected a JSON value, found nothing";
        bool isUtf16 = text.Length > 1 && (text[0] == 0 || text[1] == 0 || (text[0] >= 0xFE && text[1] >= 0xFE));
        return isUtf16 ? "this is not UTF-8, but UTF-16 or UTF-32 as it seems" : fault.Message;
    }
}
