namespace ContractToolkit.OpenApi.Nodes;

/// <summary>The values of YAML scalars as UTF-8, one after the other.</summary>
internal sealed class YamlBuffer
{
    private byte[] scratch = new byte[256];

    public byte[] Bytes { get; private set; } = new byte[4096];

    public int Length { get; private set; }

    /// <summary>Appends a text; the offset at which it begins.</summary>
    public int Append(string text)
    {
        int start = Length;
        int most = System.Text.Encoding.UTF8.GetMaxByteCount(text.Length);
        if (start + most > Bytes.Length) Resize(start + System.Text.Encoding.UTF8.GetByteCount(text));
        Length += System.Text.Encoding.UTF8.GetBytes(text, 0, text.Length, Bytes, start);
        return start;
    }

    public string Text(int start, int length) => System.Text.Encoding.UTF8.GetString(Bytes, start, length);

    /// <summary>The id of a member name.</summary>
    public int Intern(NameTable names, string name)
    {
        int most = System.Text.Encoding.UTF8.GetMaxByteCount(name.Length);
        if (most > scratch.Length) scratch = new byte[most];
        int length = System.Text.Encoding.UTF8.GetBytes(name, 0, name.Length, scratch, 0);
        return names.Intern(scratch.AsSpan(0, length));
    }

    private void Resize(int least)
    {
        byte[] larger = new byte[Math.Max(Bytes.Length * 2, least)];
        Array.Copy(Bytes, larger, Length);
        Bytes = larger;
    }
}
