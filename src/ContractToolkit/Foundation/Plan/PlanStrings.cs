using System.Text;

namespace ContractToolkit.Validation;

/// <summary>The strings of a plan that is being built, each kept once.</summary>
internal sealed class PlanStrings
{
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<string> strings = [];

    public int this[string value]
    {
        get
        {
            if (indexes.TryGetValue(value, out int index)) return index;
            indexes.Add(value, strings.Count);
            strings.Add(value);
            return strings.Count - 1;
        }
    }

    /// <summary>Writes count, lengths in bytes, and texts.</summary>
    public void WriteTo(Stream target)
    {
        CompactWriter lengths = new();
        List<byte[]> texts = new(strings.Count);
        lengths.Number(strings.Count);
        foreach (string value in strings)
        {
            byte[] text = Encoding.UTF8.GetBytes(value);
            lengths.Number(text.Length);
            texts.Add(text);
        }

        Ascii.Write(lengths.ToString(), target);
        foreach (byte[] text in texts) target.Write(text, 0, text.Length);
    }
}

/// <summary>Writes text that is ASCII by construction.</summary>
internal static class Ascii
{
    public static void Write(string text, Stream target)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        target.Write(bytes, 0, bytes.Length);
    }
}
