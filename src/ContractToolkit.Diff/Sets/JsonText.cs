using System.Globalization;
using System.Text;

namespace ContractToolkit.Diff.Sets;

/// <summary>Reads and writes the compact JSON of literals. Input comes from the document reader, which has checked it already.</summary>
internal sealed class JsonText
{
    private readonly string text;
    private int at;

    private JsonText(string text) => this.text = text;

    /// <summary>The value of a literal.</summary>
    public static Value Parse(string text) => new JsonText(text).Read();

    /// <summary>Appends a string as JSON.</summary>
    public static void Append(StringBuilder target, string value)
    {
        target.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\') target.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c) && !IsPaired(value)) target.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else target.Append(c);
        }

        target.Append('"');
    }

    private static bool IsPaired(string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (i + 1 >= value.Length || !char.IsSurrogatePair(value[i], value[i + 1])) return false;
            i++;
        }

        return true;
    }

    private Value Read()
    {
        SkipSpace();
        switch (text[at])
        {
            case '{': return ReadObject();
            case '[': return ReadArray();
            case '"': return new Value.StringValue(ReadString());
            case 't':
                at += 4;
                return new Value.BooleanValue(true);
            case 'f':
                at += 5;
                return new Value.BooleanValue(false);
            case 'n':
                at += 4;
                return Value.NullValue.Instance;
            default:
                int start = at;
                while (at < text.Length && text[at] is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E') at++;
                return new Value.NumberValue(Rational.Parse(text.Substring(start, at - start)));
        }
    }

    private Value.ArrayValue ReadArray()
    {
        List<Value> items = [];
        at++;
        for (SkipSpace(); text[at] != ']'; SkipSpace())
        {
            if (text[at] == ',') at++;
            items.Add(Read());
        }

        at++;
        return new Value.ArrayValue(items.ToEquatableArray());
    }

    private Value.ObjectValue ReadObject()
    {
        Dictionary<string, Value> members = new(StringComparer.Ordinal);
        at++;
        for (SkipSpace(); text[at] != '}'; SkipSpace())
        {
            if (text[at] == ',') at++;
            SkipSpace();
            string name = ReadString();
            SkipSpace();
            at++;
            members[name] = Read();
        }

        at++;
        return Value.ObjectValue.Of(members);
    }

    private string ReadString()
    {
        StringBuilder result = new();
        for (at++; text[at] != '"'; at++)
        {
            if (text[at] != '\\')
            {
                result.Append(text[at]);
                continue;
            }

            at++;
            if (text[at] == 'u')
            {
                result.Append((char)int.Parse(text.Substring(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                result.Append(text[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', char other => other });
            }
        }

        at++;
        return result.ToString();
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
