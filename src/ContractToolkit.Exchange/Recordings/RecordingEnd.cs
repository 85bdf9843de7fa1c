namespace ContractToolkit.Exchange;

/// <summary>Looks at what stands behind the entries of a recording: files that were strung together would lose all but the first in silence.</summary>
internal static class RecordingEnd
{
    /// <summary>Passes over the rest of the value that the entries stand in, and reports what comes behind it.</summary>
    /// <param name="buffer">The recording, its front behind the entries and their closing bracket.</param>
    /// <param name="open">How many objects are still open.</param>
    /// <param name="name">The name of the recording.</param>
    /// <param name="problem">Receives the problem.</param>
    public static void Check(RecordingBuffer buffer, int open, string name, Action<Finding> problem)
    {
        if (open > 0 && !Close(buffer, open)) return;
        while (true)
        {
            int at = buffer.Window.Span.IndexOfAnyExcept(" \t\r\n\0"u8);
            buffer.Advance(at < 0 ? buffer.Window.Length : at);
            if (at >= 0) break;
            if (!buffer.More()) return;
        }

        problem(RecordingReader.Problem(name, buffer.Position(), "The recording goes on behind its end; what stands from here on was not read: give each recording a file of its own."));
    }

    private static bool Close(RecordingBuffer buffer, int open)
    {
        ValueScan scan = new(open);
        while (!scan.TryFinish(buffer.Window.Span))
        {
            int passed = scan.Offset;
            buffer.Advance(passed);
            scan.Drop(passed);
            if (!buffer.More()) return false;
        }

        buffer.Advance(scan.Offset);
        return true;
    }
}
