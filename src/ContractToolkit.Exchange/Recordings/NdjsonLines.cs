namespace ContractToolkit.Exchange;

/// <summary>Takes NDJSON apart into lines. An object that is spread over lines, as pretty printers write it, is taken whole.</summary>
internal static class NdjsonLines
{
    public static IEnumerable<RecordedText> Read(RecordingBuffer buffer, string name, Action<Finding> problem)
    {
        int looked = 0;
        while (true)
        {
            int newline = buffer.Window.Span[looked..].IndexOf((byte)'\n');
            if (newline < 0)
            {
                looked = buffer.Window.Length;
                if (buffer.More()) continue;
                if (!buffer.AtEnd)
                {
                    problem(TooLong(name, buffer.Position()));
                    if (!SkipLine(buffer)) yield break;
                    looked = 0;
                    continue;
                }
            }

            int length = newline < 0 ? buffer.Window.Length : newline + looked;
            looked = 0;
            SourcePosition place = buffer.Position();
            int blank = Blank(buffer.Window.Span[..length]);
            if (IsOpenBrace(buffer.Window.Span[blank..length]))
            {
                buffer.Advance(blank);
                int whole = EntryList.Whole(buffer, name, place.Line, problem);
                if (whole < 0) yield break;
                if (whole > 0) yield return new RecordedText(buffer.Window[..whole], "line", place.Line, place);
                buffer.Advance(whole);
                continue;
            }

            if (blank < length) yield return new RecordedText(buffer.Window[blank..length], "line", place.Line, place);
            buffer.Advance(newline < 0 ? length : length + 1);
            if (newline < 0) yield break;
        }
    }

    /// <summary>How many bytes at the front say nothing: white space, and the separators of JSON text sequences (RFC 7464).</summary>
    private static int Blank(ReadOnlySpan<byte> line)
    {
        int first = line.IndexOfAnyExcept(" \t\r\x1E"u8);
        return first < 0 ? line.Length : first;
    }

    private static bool IsOpenBrace(ReadOnlySpan<byte> line) => line is [(byte)'{', ..] && line[1..].IndexOfAnyExcept(" \t\r"u8) < 0;

    private static bool SkipLine(RecordingBuffer buffer)
    {
        while (true)
        {
            int newline = buffer.Window.Span.IndexOf((byte)'\n');
            buffer.Advance(newline < 0 ? buffer.Window.Length : newline + 1);
            if (newline >= 0) return true;
            if (!buffer.More()) return false;
        }
    }

    private static Finding TooLong(string name, SourcePosition place) =>
        RecordingReader.Problem(name, place, FormattableString.Invariant($"The line is longer than {RecordingReader.MaxExchange >> 20} MB, the most that one exchange may take; it was left out."));
}
