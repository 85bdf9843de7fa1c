using System.Buffers;
using System.Globalization;
using System.Text;

namespace ContractToolkit.CSharp.Text;

/// <summary>Writes indented C#. Invariant by construction: it takes no culture, and writes <c>\n</c> newlines only.</summary>
/// <remarks>What it is given must be code: text from a document comes through <see cref="Literal"/>, <see cref="DocComment"/> or the
/// identifier allocator first.</remarks>
public sealed class CodeWriter : IDisposable
{
    private const int PackedWidth = 220;
    private const int IndentWidth = 4;
    private const int FirstLength = 1 << 16;
    private char[] text = ArrayPool<char>.Shared.Rent(FirstLength);
    private int length;
    private int depth;
    private int statement;
    private int column;
    private int packedDepth;

    /// <summary>Whether lines are indented, as code is that somebody may look at.</summary>
    public bool Indents { get; init; } = true;

    /// <summary>Writes one line; an empty one without trailing spaces.</summary>
    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0) Spaces(depth).Append(line);
        return Append('\n');
    }

    /// <summary>Writes one line made of parts, without joining them first.</summary>
    public CodeWriter Line(string first, string second, string third = "", string fourth = "", string fifth = "", string sixth = "")
    {
        return Spaces(depth).Append(first).Append(second).Append(third).Append(fourth).Append(fifth).Append(sixth).Append('\n');
    }

    /// <summary>Writes several lines, such as a raw string literal, at the present depth.</summary>
    public CodeWriter Lines(string lines)
    {
        int start = 0;
        while (start <= lines.Length)
        {
            int end = lines.IndexOf('\n', start);
            if (end < 0) end = lines.Length;
            int visible = end > start && lines[end - 1] == '\r' ? end - start - 1 : end - start;
            if (visible > 0) Spaces(depth).Append(lines.AsSpan(start, visible));
            Append('\n');
            start = end + 1;
        }

        return this;
    }

    /// <summary>Writes an opening brace on a line of its own and goes one level deeper.</summary>
    public CodeWriter Open()
    {
        Line("{");
        depth++;
        return this;
    }

    /// <summary>Writes a line and an opening brace, and goes one level deeper.</summary>
    public CodeWriter Open(string line) => Line(line).Open();

    /// <summary>Comes one level back and writes a closing brace.</summary>
    public CodeWriter Close(string after = "")
    {
        depth--;
        return Line("}", after);
    }

    /// <summary>Writes statements side by side, as many to a line as fit: for code that is run and seldom read, where line ends and
    /// indentation would outweigh it.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="indented">Whether the lines are indented, as those are that somebody may look at.</param>
    public CodeWriter Packed(IEnumerable<string> statements, bool indented = false)
    {
        OpenPacked(indented);
        foreach (string text in statements) Piece(text).Next();
        return ClosePacked();
    }

    /// <summary>Begins statements side by side, as in <see cref="Packed"/>, that are written piece by piece: <see cref="Next"/> follows each of them.</summary>
    public CodeWriter OpenPacked(bool indented = false)
    {
        packedDepth = indented ? depth : 0;
        column = 0;
        Spaces(packedDepth);
        statement = length;
        return this;
    }

    /// <summary>Writes a piece of a statement or of a line.</summary>
    public CodeWriter Piece(string piece) => Append(piece);

    /// <summary>Ends a statement. If it does not fit beside those before it, it comes onto a line of its own.</summary>
    public CodeWriter Next()
    {
        int written = length - statement;
        if (column == 0 && written == 0) return this;
        bool fits = column > 0 && column + 1 + written <= PackedWidth;
        if (column > 0 && !fits) Break(written);
        column = fits ? column + 1 + written : written;
        Append(' ');
        statement = length;
        return this;
    }

    /// <summary>Ends the last line of statements.</summary>
    public CodeWriter ClosePacked()
    {
        // What stands behind the last statement was meant for the next.
        if (column > 0) text[length - 1] = '\n';
        else length -= packedDepth * IndentWidth;
        return this;
    }

    /// <summary>Begins a line that is written piece by piece.</summary>
    public CodeWriter StartLine() => Spaces(depth);

    /// <summary>Ends such a line.</summary>
    public CodeWriter EndLine() => Append('\n');

    /// <summary>Goes one level deeper without a brace.</summary>
    public CodeWriter Indent()
    {
        depth++;
        return this;
    }

    /// <summary>Comes one level back without a brace.</summary>
    public CodeWriter Outdent()
    {
        depth--;
        return this;
    }

    /// <summary>A number as C# writes it.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => new(text, 0, length);

    /// <summary>Copies what has been written, in UTF-8.</summary>
    public void CopyUtf8To(IBufferWriter<byte> target)
    {
#if NET
        Encoding.UTF8.GetBytes(text.AsSpan(0, length), target);
#else
        target.Write(Encoding.UTF8.GetBytes(text, 0, length));
#endif
    }

    /// <summary>Gives the buffer back; nothing can be written or asked for after that.</summary>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(text);
        text = [];
        length = 0;
    }

    /// <summary>Moves the statement that was just written to a line of its own.</summary>
    private void Break(int written)
    {
        int spaces = packedDepth * IndentWidth;
        Room(spaces);
        text[statement - 1] = '\n';
        text.AsSpan(statement, written).CopyTo(text.AsSpan(statement + spaces));
        text.AsSpan(statement, spaces).Fill(' ');
        length += spaces;
    }

    private CodeWriter Spaces(int levels)
    {
        int spaces = Indents ? levels * IndentWidth : 0;
        Room(spaces).Fill(' ');
        length += spaces;
        return this;
    }

    private CodeWriter Append(string part) => Append(part.AsSpan());

    private CodeWriter Append(ReadOnlySpan<char> part)
    {
        part.CopyTo(Room(part.Length));
        length += part.Length;
        return this;
    }

    private CodeWriter Append(char part)
    {
        Room(1)[0] = part;
        length++;
        return this;
    }

    private Span<char> Room(int more)
    {
        if (length + more > text.Length)
        {
            char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(length + more, text.Length * 2));
            text.AsSpan(0, length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(text);
            text = larger;
        }

        return text.AsSpan(length, more);
    }
}
