namespace ContractToolkit.Exchange;

/// <summary>Takes the entries of a JSON array one by one, without holding more than one.</summary>
internal static class EntryList
{
    /// <summary>Reads on from inside the array.</summary>
    /// <param name="buffer">The recording, its front behind the opening bracket.</param>
    /// <param name="open">How many objects the array stands in.</param>
    /// <param name="name">Its name.</param>
    /// <param name="problem">Receives what is no entry.</param>
    public static IEnumerable<RecordedText> Read(RecordingBuffer buffer, int open, string name, Action<Finding> problem)
    {
        for (int number = 1; ; number++)
        {
            switch (First(buffer))
            {
                case (byte)']':
                    buffer.Advance(1);
                    RecordingEnd.Check(buffer, open, name, problem);
                    yield break;
                case 0:
                    problem(RecordingReader.Problem(name, buffer.Position(), FormattableString.Invariant($"The recording is cut off behind entry {number - 1}.")));
                    yield break;
                case (byte)'{':
                    SourcePosition place = buffer.Position();
                    int length = Whole(buffer, name, number, problem);
                    if (length < 0) yield break;
                    if (length == 0) break;
                    yield return new RecordedText(buffer.Window[..length], "entry", number, place);
                    buffer.Advance(length);
                    break;
                default:
                    problem(RecordingReader.Problem(name, buffer.Position(), FormattableString.Invariant($"Entry {number} is no object, so it is no exchange.")));
                    if (!SkipValue(buffer)) yield break;
                    break;
            }
        }
    }

    /// <summary>Brings an object into the window whole: its length; 0 where it is larger than an exchange may be and was passed over; negative at a cut.</summary>
    public static int Whole(RecordingBuffer buffer, string name, int number, Action<Finding> problem)
    {
        SourcePosition place = buffer.Position();
        ValueScan scan = default;
        bool dropped = false;
        while (!scan.TryFinish(buffer.Window.Span))
        {
            if (buffer.More()) continue;
            if (buffer.AtEnd)
            {
                problem(RecordingReader.Problem(name, place, FormattableString.Invariant($"The recording is cut off in entry {number}, behind entry {number - 1}.")));
                buffer.Advance(buffer.Window.Length);
                return -1;
            }

            dropped = true;
            int passed = scan.Offset;
            buffer.Advance(passed);
            scan.Drop(passed);
        }

        if (!dropped) return scan.Offset;
        buffer.Advance(scan.Offset);
        problem(RecordingReader.Problem(name, place, FormattableString.Invariant($"Entry {number} is larger than {RecordingReader.MaxExchange >> 20} MB, the most that one exchange may take; it was left out.")));
        return 0;
    }

    /// <summary>Moves to the first byte of the next entry; 0 at the end of the text.</summary>
    private static byte First(RecordingBuffer buffer)
    {
        while (true)
        {
            int at = buffer.Window.Span.IndexOfAnyExcept(" \t\r\n,"u8);
            buffer.Advance(at < 0 ? buffer.Window.Length : at);
            if (at >= 0) return buffer.Window.Span[0];
            if (!buffer.More()) return 0;
        }
    }

    private static bool SkipValue(RecordingBuffer buffer)
    {
        if (buffer.Window.Span[0] == (byte)'[')
        {
            ValueScan scan = default;
            while (!scan.TryFinish(buffer.Window.Span))
            {
                if (!buffer.More()) return false;
            }

            buffer.Advance(scan.Offset);
            return true;
        }

        bool text = buffer.Window.Span[0] == (byte)'"';
        for (int i = 1; ; i++)
        {
            if (i >= buffer.Window.Length && !buffer.More()) return false;
            byte b = buffer.Window.Span[i];
            if (text && b == (byte)'\\') i++;
            else if (text ? b == (byte)'"' : b is (byte)',' or (byte)']')
            {
                buffer.Advance(text ? i + 1 : i);
                return true;
            }
        }
    }
}

/// <summary>The JSON text of one recorded exchange.</summary>
/// <param name="Json">The text; valid until the next one is asked for.</param>
/// <param name="Unit">What its number counts: <c>entry</c> or <c>line</c>.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Place">Where it starts.</param>
internal readonly record struct RecordedText(ReadOnlyMemory<byte> Json, string Unit, int Number, SourcePosition Place);
