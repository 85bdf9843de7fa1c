namespace ContractToolkit.Exchange;

/// <summary>Takes JSON lines and JSON text sequences (RFC 7464) apart into their items.</summary>
internal static class JsonLinesReader
{
    public static BodyReading Read(ReadOnlyMemory<byte> body, bool asArray)
    {
        var items = new List<ReadOnlyMemory<byte>>();
        while (!body.IsEmpty)
        {
            int end = body.Span.IndexOfAny((byte)'\n', (byte)0x1E);
            ReadOnlyMemory<byte> line = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0) items.Add(line);
        }

        // Before 3.2 the schema of such a body describes either one line or the array of all.
        return asArray ? new BodyReading(Encoding.UTF8.GetBytes("[" + string.Join(',', items.Select(item => Encoding.UTF8.GetString(item.Span))) + "]")) : new BodyReading(Items: items);
    }
}
