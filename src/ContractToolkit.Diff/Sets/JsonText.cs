using System.Globalization;
using System.Text;
using ContractToolkit.Json;

namespace ContractToolkit.Diff.Sets;

/// <summary>Reads and writes the compact JSON of literals. Input comes from the document reader, which has checked it already.</summary>
internal static class JsonText
{
    /// <summary>The value of a literal.</summary>
    public static Value Parse(string text)
    {
        JsonTokenizer tokens = new(Encoding.UTF8.GetBytes(text), int.MaxValue);
        tokens.Read();
        return Read(ref tokens);
    }

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

    private static Value Read(ref JsonTokenizer tokens) => tokens.Kind switch
    {
        JsonTokenKind.StartObject => ReadObject(ref tokens),
        JsonTokenKind.StartArray => ReadArray(ref tokens),
        JsonTokenKind.String => new Value.StringValue(tokens.GetString()),
        JsonTokenKind.True => new Value.BooleanValue(true),
        JsonTokenKind.False => new Value.BooleanValue(false),
        JsonTokenKind.Null => Value.NullValue.Instance,
        JsonTokenKind.Number => new Value.NumberValue(Rational.Parse(Encoding.UTF8.GetString(tokens.Span.ToArray()))),
        _ => throw new InvalidOperationException("The literal is no JSON."),
    };

    private static Value.ArrayValue ReadArray(ref JsonTokenizer tokens)
    {
        List<Value> items = [];
        while (tokens.Read() && tokens.Kind != JsonTokenKind.EndArray) items.Add(Read(ref tokens));
        return new Value.ArrayValue(items.ToEquatableArray());
    }

    private static Value.ObjectValue ReadObject(ref JsonTokenizer tokens)
    {
        Dictionary<string, Value> members = new(StringComparer.Ordinal);
        while (tokens.Read() && tokens.Kind == JsonTokenKind.PropertyName)
        {
            string name = tokens.GetString();
            tokens.Read();
            members[name] = Read(ref tokens);
        }

        return Value.ObjectValue.Of(members);
    }
}
