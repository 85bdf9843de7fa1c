namespace ContractToolkit.Exchange;

/// <summary>Takes multipart bodies apart (RFC 2046 section 5.1, RFC 7578).</summary>
public static class MultipartParser
{
    private const int MaxParts = 10_000;

    /// <summary>The parts of a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="boundary">The boundary that the content type names.</param>
    /// <exception cref="FormatException">The body is not delimited by this boundary, or not closed.</exception>
    public static IReadOnlyList<MultipartPart> Parse(ReadOnlyMemory<byte> body, string boundary)
    {
        byte[] delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        int at = FindDelimiter(body.Span, delimiter, 0);
        if (at < 0) throw new FormatException("the boundary does not occur in the body");
        var parts = new List<MultipartPart>();
        while (true)
        {
            int after = at + delimiter.Length;
            if (body.Span[after..].StartsWith("--"u8)) return parts;
            int line = body.Span[after..].IndexOf((byte)'\n');
            int next = line < 0 ? -1 : FindDelimiter(body.Span, delimiter, after + line);
            if (next < 0) throw new FormatException("the body ends before its closing boundary");
            if (parts.Count == MaxParts) throw new FormatException($"the body has more than {MaxParts} parts");
            parts.Add(ParsePart(WithoutLineEnd(body[(after + line + 1)..next])));
            at = next;
        }
    }

    private static int FindDelimiter(ReadOnlySpan<byte> body, ReadOnlySpan<byte> delimiter, int from)
    {
        while (true)
        {
            int found = body[from..].IndexOf(delimiter);
            if (found < 0) return -1;
            int at = from + found;
            int end = at + delimiter.Length;
            bool starts = at == 0 || body[at - 1] == '\n';
            bool ends = end == body.Length || body[end] is (byte)'\r' or (byte)'\n' or (byte)'-' or (byte)' ' or (byte)'\t';
            if (starts && ends) return at;
            from = at + 1;
        }
    }

    private static ReadOnlyMemory<byte> WithoutLineEnd(ReadOnlyMemory<byte> part)
    {
        if (part.Length > 0 && part.Span[^1] == '\n') part = part[..^1];
        if (part.Length > 0 && part.Span[^1] == '\r') part = part[..^1];
        return part;
    }

    private static MultipartPart ParsePart(ReadOnlyMemory<byte> part)
    {
        var headers = new List<HeaderField>();
        while (true)
        {
            int line = part.Span.IndexOf((byte)'\n');
            string text = Encoding.UTF8.GetString(line < 0 ? part.Span : part.Span[..line]).TrimEnd('\r');
            int colon = text.IndexOf(':');
            // A part may start with its content at once when the empty line was cut by the line end of the boundary.
            if (text.Length > 0 && colon <= 0) break;
            part = line < 0 ? default : part[(line + 1)..];
            if (text.Length == 0) break;
            headers.Add(new HeaderField(text[..colon].Trim(), text[(colon + 1)..].Trim()));
            if (part.IsEmpty) break;
        }

        EquatableArray<HeaderField> fields = headers.ToEquatableArray();
        string? disposition = fields.Find("Content-Disposition");
        return new MultipartPart(
            DispositionParameter(disposition, "name"), DispositionParameter(disposition, "filename"), fields.Find("Content-Type"), fields, part);
    }

    private static string? DispositionParameter(string? disposition, string name)
    {
        if (disposition is null) return null;
        foreach (string piece in MediaTypeName.SplitOutsideQuotes(disposition, ';').Skip(1))
        {
            int equals = piece.IndexOf('=');
            if (equals <= 0) continue;
            string key = piece[..equals].Trim();
            string value = MediaTypeName.Unquote(piece[(equals + 1)..].Trim());
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return value.Replace("%22", "\"").Replace("%0D", "\r").Replace("%0A", "\n");
            if (key.Equals(name + "*", StringComparison.OrdinalIgnoreCase)) return PercentCoding.Decode(value[(value.LastIndexOf('\'') + 1)..]);
        }

        return null;
    }
}
