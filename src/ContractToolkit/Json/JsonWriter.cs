namespace ContractToolkit.Json;

/// <summary>
/// Writes JSON text in UTF-8 into a buffer that grows. Compact; strings are escaped no more than JSON needs: the quote, the backslash, control
/// characters below U+0020, and halves of surrogate pairs that stand alone (as <c>\uD800</c>, so that they are not lost and the text is UTF-8).
/// The caller is trusted to open and close what it writes: this is what generated code writes with.
/// </summary>
/// <remarks>
/// Members and items start with a comma; closing the object or array puts the opening bracket in the place of the first. So nothing
/// has to be remembered between them.
/// </remarks>
public sealed partial class JsonWriter
{
    private const int FirstLength = 4096;
    private const int LongestKept = 1 << 20;

    [ThreadStatic]
    private static JsonWriter? kept;

    private byte[] buffer = new byte[FirstLength];
    private int length;

    /// <summary>Makes a writer with an empty buffer.</summary>
    public JsonWriter()
    {
    }

    /// <summary>What has been written; good until the next write.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    /// <summary>Starts an object; the result is for <see cref="EndObject"/>.</summary>
    public int BeginObject() => length;

    /// <summary>Writes the name of a member.</summary>
    public void WriteName(string name)
    {
        Reserve(1)[0] = (byte)',';
        length++;
        WriteString(name);
        Reserve(1)[0] = (byte)':';
        length++;
    }

    /// <summary>Ends the object that <see cref="BeginObject"/> started at <paramref name="start"/>.</summary>
    public void EndObject(int start) => End(start, (byte)'{', (byte)'}');

    /// <summary>Starts an array; the result is for <see cref="EndArray"/>.</summary>
    public int BeginArray() => length;

    /// <summary>Goes before each item of an array.</summary>
    public void BeginItem()
    {
        Reserve(1)[0] = (byte)',';
        length++;
    }

    /// <summary>Ends the array that <see cref="BeginArray"/> started at <paramref name="start"/>.</summary>
    public void EndArray(int start) => End(start, (byte)'[', (byte)']');

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes text that is JSON already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        length += json.Length;
    }

    /// <summary>Writes a member whose value is JSON already.</summary>
    /// <param name="member">A comma, the name and a colon, as JSON.</param>
    /// <param name="json">The value.</param>
    internal void WriteMember(ReadOnlySpan<byte> member, ReadOnlySpan<byte> json)
    {
        Span<byte> target = Reserve(member.Length + json.Length);
        member.CopyTo(target);
        json.CopyTo(target[member.Length..]);
        length += member.Length + json.Length;
    }

    /// <summary>The thread's writer, empty, or a new one while that is in use. One that is not finished, because of an exception, is simply dropped.</summary>
    internal static JsonWriter Take()
    {
        JsonWriter writer = kept ?? new JsonWriter();
        kept = null;
        writer.length = 0;
        return writer;
    }

    /// <summary>A copy of the text that was written; the writer is given back.</summary>
    internal byte[] Finish()
    {
        byte[] text = Written.ToArray();
        Return();
        return text;
    }

    /// <summary>Gives the writer back to its thread.</summary>
    internal void Return()
    {
        if (buffer.Length <= LongestKept) kept = this;
    }

    /// <summary>Room for <paramref name="count"/> bytes behind what has been written.</summary>
    private Span<byte> Reserve(int count)
    {
        if (buffer.Length - length < count) Grow(count);
        return buffer.AsSpan(length);
    }

    private void End(int start, byte open, byte close)
    {
        Span<byte> end = Reserve(2);
        if (length == start)
        {
            end[0] = open;
            end[1] = close;
            length += 2;
            return;
        }

        buffer[start] = open;
        end[0] = close;
        length++;
    }

    private void Grow(int count)
    {
        int needed = checked(length + count);
        Array.Resize(ref buffer, Math.Max(needed, (int)Math.Min(buffer.Length * 2L, Array.MaxLength)));
    }
}
