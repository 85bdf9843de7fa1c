namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Collects the characters of a JSON pointer without intermediate strings.</summary>
internal ref struct PointerBuilder
{
    private Span<char> chars;
    private int length;

    public PointerBuilder(Span<char> initial) => chars = initial;

    public void Append(string text)
    {
        Reserve(text.Length);
        text.AsSpan().CopyTo(chars.Slice(length));
        length += text.Length;
    }

    /// <summary>Appends <c>/</c> and a member name, escaped.</summary>
    public void AppendSegment(string name)
    {
        Reserve(1);
        chars[length++] = '/';
        Append(JsonPointer.Escape(name));
    }

    /// <summary>Appends <c>/</c> and an array index.</summary>
    public void AppendIndex(int index)
    {
        Reserve(1);
        chars[length++] = '/';
        Append(index.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public readonly override string ToString() => chars.Slice(0, length).ToString();

    private void Reserve(int more)
    {
        if (length + more <= chars.Length) return;
        Span<char> larger = new char[Math.Max(chars.Length * 2, length + more)];
        chars.Slice(0, length).CopyTo(larger);
        chars = larger;
    }
}
