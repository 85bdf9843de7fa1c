using System.Globalization;
using System.Text;

namespace ContractToolkit.CSharp.Text;

/// <summary>The one way by which text from a document becomes a C# literal.</summary>
public static class Literal
{
    /// <summary>A regular string literal. Everything but printable ASCII is escaped, so that neither line ends, bidirectional
    /// controls nor unpaired surrogates reach the source.</summary>
    public static string String(string value)
    {
        if (IsPlain(value)) return "\"" + value + "\"";
        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (char c in value) Append(literal, c);
        return literal.Append('"').ToString();
    }

    /// <summary>Writes the literal of two texts together.</summary>
    internal static void Write(CodeWriter writer, string first, string second)
    {
        if (IsPlain(first) && IsPlain(second)) writer.Piece("\"").Piece(first).Piece(second).Piece("\"");
        else writer.Piece(String(first + second));
    }

    /// <summary>A UTF-8 literal, of type <c>ReadOnlySpan&lt;byte&gt;</c>. Unpaired surrogates become U+FFFD.</summary>
    public static string Utf8(string value) => String(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value))) + "u8";

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Boolean(bool value) => value ? "true" : "false";

    private static bool IsPlain(string value)
    {
        foreach (char c in value)
        {
            if (c is < ' ' or > '~' or '"' or '\\') return false;
        }

        return true;
    }

    private static void Append(StringBuilder literal, char c)
    {
        switch (c)
        {
            case '"': literal.Append("\\\""); break;
            case '\\': literal.Append(@"\\"); break;
            case '\n': literal.Append("\\n"); break;
            case '\r': literal.Append("\\r"); break;
            case '\t': literal.Append("\\t"); break;
            case >= ' ' and <= '~': literal.Append(c); break;
            default: literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
        }
    }
}
