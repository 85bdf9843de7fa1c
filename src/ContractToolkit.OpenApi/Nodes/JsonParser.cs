namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Reads JSON (RFC 8259) into a table: one pass over the bytes, no recursion, stops at the first error.</summary>
internal ref struct JsonParser
{
    private readonly ReadOnlySpan<byte> text;
    private readonly NodeTableBuilder builder;
    private int at;

    public JsonParser(ReadOnlySpan<byte> text, int start, NodeTableBuilder builder)
    {
        this.text = text;
        this.builder = builder;
        at = start;
    }

    /// <summary>Reads the whole text; false where it is no JSON, which is then reported to the builder.</summary>
    public bool Parse()
    {
        if (!Value()) return false;
        while (builder.Depth > 0)
        {
            if (!(builder.InObject ? Member() : Item())) return false;
        }

        return Next() < 0 || Fail("the end of the text");
    }

    private bool Member()
    {
        int c = Next();
        if (c == '}') return CloseContainer();
        if (!builder.IsFirst)
        {
            if (c != ',') return Fail("',' or '}'");
            at++;
            c = Next();
        }

        return c == '"' ? Key() && Value() : Fail("a member name in double quotes");
    }

    private bool Item()
    {
        int c = Next();
        if (c == ']') return CloseContainer();
        if (builder.IsFirst) return Value();
        if (c != ',') return Fail("',' or ']'");
        at++;
        return Value();
    }

    private bool CloseContainer()
    {
        at++;
        builder.Close();
        return true;
    }

    private bool Key()
    {
        int keyAt = at;
        if (!ScanString(out int start, out int length, out bool escaped)) return false;
        ReadOnlySpan<byte> name = text.Slice(start, length);
        if (escaped) name = System.Text.Encoding.UTF8.GetBytes(JsonString.Decode(name));
        builder.Name(builder.Names.Intern(name), keyAt);
        if (Next() != ':') return Fail("':'");
        at++;
        return true;
    }

    private bool Value()
    {
        int c = Next();
        return c switch
        {
            '"' => StringValue(),
            '{' => OpenContainer(NodeKind.Object),
            '[' => OpenContainer(NodeKind.Array),
            't' => Literal("true"u8, NodeKind.True),
            'f' => Literal("false"u8, NodeKind.False),
            'n' => Literal("null"u8, NodeKind.Null),
            '-' or (>= '0' and <= '9') => NumberValue(),
            _ => Fail("a value"),
        };
    }

    private bool OpenContainer(NodeKind kind) => builder.Open(kind, at++) >= 0;

    private bool StringValue()
    {
        int quote = at;
        return ScanString(out int start, out int length, out bool escaped)
            && builder.Scalar(NodeKind.String, quote, start, length, escaped) >= 0;
    }

    private bool Literal(ReadOnlySpan<byte> literal, NodeKind kind)
    {
        if (!text.Slice(at).StartsWith(literal)) return Fail("a value");
        int start = at;
        at += literal.Length;
        return builder.Scalar(kind, start) >= 0;
    }

    private bool NumberValue()
    {
        int start = at;
        int length = JsonNumber.Scan(text.Slice(at));
        if (length <= 0)
        {
            at = Math.Min(text.Length, at - length);
            return Fail("a digit");
        }

        at += length;
        return builder.Scalar(NodeKind.Number, start, start, length) >= 0;
    }

    private bool ScanString(out int start, out int length, out bool escaped)
    {
        start = ++at;
        length = 0;
        escaped = false;
        while (true)
        {
            int found = JsonScan.IndexOfQuoteEscapeOrControl(text.Slice(at));
            if (found < 0)
            {
                at = text.Length;
                return Fail("the closing quote of a string");
            }

            at += found;
            byte c = text[at];
            if (c == '"') break;
            if (c != '\\') return Fail("a string without raw control characters");
            escaped = true;
            if (!Escape()) return false;
        }

        length = at++ - start;
        return true;
    }

    private bool Escape()
    {
        at++;
        int c = at < text.Length ? text[at] : -1;
        at++;
        if (c is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't') return true;
        at--;
        if (c != 'u') return Fail("an escape");
        for (int i = 0; i < 4; i++)
        {
            at++;
            if (at >= text.Length || !JsonScan.IsHexDigit(text[at])) return Fail("four hexadecimal digits");
        }

        at++;
        return true;
    }

    /// <summary>Skips white space; the byte that follows, or -1 at the end.</summary>
    private int Next()
    {
        while (at < text.Length)
        {
            byte c = text[at];
            if (c > ' ' || !(c is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')) return c;
            at++;
        }

        return -1;
    }

    private readonly bool Fail(string expected)
    {
        if (!builder.Stopped) builder.Report(SyntaxProblemKind.Json, $"expected {expected}, found {Describe()}", at);
        return false;
    }

    private readonly string Describe()
    {
        if (at >= text.Length) return "the end of the text";
        byte c = text[at];
        if (c is > 0x20 and < 0x7F) return $"'{(char)c}'";
        return c < 0x80 ? FormattableString.Invariant($"the character U+{(int)c:X4}") : "a character outside ASCII";
    }
}
