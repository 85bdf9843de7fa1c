namespace ContractToolkit.OpenApi.Nodes;

/// <summary>
/// Writes nodes of one table as compact JSON: no white space, members in document order, numbers as written, the fewest escapes.
/// Its buffer is used again and again: documents hold tens of thousands of literals.
/// </summary>
internal sealed class LiteralWriter
{
    private byte[] buffer = new byte[1024];
    private int length;

    public string Write(Node node)
    {
        length = 0;
        Value(node);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }

    // Recursion is as deep as the table, which has a limit.
    private void Value(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Object:
                Object(node);
                break;
            case NodeKind.Array:
                Array(node);
                break;
            case NodeKind.String:
                String(node);
                break;
            case NodeKind.Number:
                Bytes(node.Table!.Bytes(node.Index));
                break;
            default:
                Bytes(node.Kind switch { NodeKind.True => "true"u8, NodeKind.False => "false"u8, _ => "null"u8 });
                break;
        }
    }

    private void Object(Node node)
    {
        char separator = '{';
        foreach (Node member in node.Members)
        {
            Byte(separator);
            Quoted(member.Name);
            Byte(':');
            Value(member);
            separator = ',';
        }

        Bytes(separator == '{' ? "{}"u8 : "}"u8);
    }

    private void Array(Node node)
    {
        char separator = '[';
        foreach (Node item in node.Items)
        {
            Byte(separator);
            Value(item);
            separator = ',';
        }

        Bytes(separator == '[' ? "[]"u8 : "]"u8);
    }

    private void String(Node node)
    {
        ReadOnlySpan<byte> bytes = node.Table!.Bytes(node.Index);
        if (node.Table[node.Index].Escaped || JsonScan.IndexOfQuoteEscapeOrControl(bytes) >= 0)
        {
            Quoted(node.Text);
            return;
        }

        Byte('"');
        Bytes(bytes);
        Byte('"');
    }

    private void Quoted(string text)
    {
        if (JsonString.NeedsEscapes(text))
        {
            Encoded(JsonString.Quote(text));
            return;
        }

        Byte('"');
        Encoded(text);
        Byte('"');
    }

    private void Encoded(string text)
    {
        Reserve(System.Text.Encoding.UTF8.GetMaxByteCount(text.Length));
        length += System.Text.Encoding.UTF8.GetBytes(text, 0, text.Length, buffer, length);
    }

    private void Byte(char c)
    {
        Reserve(1);
        buffer[length++] = (byte)c;
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    private void Reserve(int more)
    {
        if (length + more > buffer.Length) System.Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + more));
    }
}
