namespace ContractToolkit.Exchange;

/// <summary>Takes NDJSON apart into lines.</summary>
internal static class NdjsonLines
{
    public static IEnumerable<(ReadOnlyMemory<byte> Json, int Number, int Line)> Read(RecordingBuffer buffer, string name, Action<Finding> problem)
    {
        int line = 0, looked = 0;
        while (true)
        {
            int length = buffer.Window.Span[looked..].IndexOf((byte)'\n');
            if (length < 0)
            {
                looked = buffer.Window.Length;
                if (buffer.More()) continue;
                if (!buffer.AtEnd)
                {
                    problem(RecordingReader.Problem(name, line + 1, "The line is longer than an exchange may be."));
                    yield break;
                }

                if (!IsBlank(buffer.Window)) yield return (buffer.Window, line + 1, line + 1);
                yield break;
            }

            length += looked;
            line++;
            ReadOnlyMemory<byte> text = buffer.Window[..length];
            if (!IsBlank(text)) yield return (text, line, line);
            buffer.Advance(length + 1);
            looked = 0;
        }
    }

    private static bool IsBlank(ReadOnlyMemory<byte> text) => text.Span.Trim(" \t\r\uFEFF"u8).IsEmpty;
}
