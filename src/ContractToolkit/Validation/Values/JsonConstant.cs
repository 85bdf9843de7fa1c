using System.Text;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>A JSON value that stands in a schema, ready to be compared.</summary>
internal sealed class JsonConstant
{
    public JsonConstant(string text)
    {
        Text = text;
        Json = Encoding.UTF8.GetBytes(text);
        Tape tape = new();
        if (!tape.Read(Json, int.MaxValue, out JsonFault fault)) throw PlanFormat.Broken("a constant is no JSON: " + fault.Message);
        Entries = tape.Entries.AsSpan(0, tape.Count).ToArray();
    }

    /// <summary>The value as JSON text.</summary>
    public string Text { get; }

    public byte[] Json { get; }

    public TapeEntry[] Entries { get; }

    public ValueKind Kind => Entries[0].Kind;

    /// <summary>The text of a string in UTF-8; null for everything else.</summary>
    public byte[]? PlainString { get; private set; }

    public JsonConstant WithPlainString()
    {
        if (Kind != ValueKind.String) return this;
        byte[] text = new byte[Entries[0].Length];
        PlainString = text.AsSpan(0, JsonText.Unescape(Json.AsSpan(Entries[0].Start, Entries[0].Length), text)).ToArray();
        return this;
    }
}
