namespace ContractToolkit.CSharp.Naming;

/// <summary>Where an inline type stands: below a named element, by the members that lead to it. Its name is made from these.</summary>
internal sealed class InlinePlace
{
    private readonly string[] segments;
    private string? fullName;

    private InlinePlace(string root, string[] segments)
    {
        Root = root;
        this.segments = segments;
    }

    /// <summary>The name of the element.</summary>
    public string Root { get; }

    /// <summary>The number of members that lead from the element to the type.</summary>
    public int Depth => segments.Length;

    /// <summary>The member that holds the type; empty for the element itself.</summary>
    public string Last => segments.Length == 0 ? "" : segments[segments.Length - 1];

    /// <summary>A named element.</summary>
    public static InlinePlace Of(string root) => new(root, []);

    /// <summary>The place of a member's type.</summary>
    public InlinePlace Member(string name)
    {
        string[] longer = new string[segments.Length + 1];
        segments.CopyTo(longer, 0);
        longer[segments.Length] = name;
        return new(Root, longer);
    }

    /// <summary>A place that only means something together with this one, such as the items of a list.</summary>
    public InlinePlace Part(string suffix)
    {
        if (Depth == 0) return new(Root + suffix, segments);
        string[] same = (string[])segments.Clone();
        same[Depth - 1] += suffix;
        return new(Root, same);
    }

    /// <summary>The name of the element and of the last few members.</summary>
    public string Name(int members) =>
        members >= Depth ? FullName : Root + string.Join("", segments, Depth - members, members);

    /// <summary>
    /// Orders places of the same depth by their full names, the shorter first. What stands below the smaller of two places is then the smaller
    /// below it too, so that a type which two places lead to gets the same name whichever of them is found first.
    /// </summary>
    public int CompareNames(InlinePlace other)
    {
        int order = FullName.Length.CompareTo(other.FullName.Length);
        return order != 0 ? order : string.CompareOrdinal(FullName, other.FullName);
    }

    /// <summary>The name of the element and of all members.</summary>
    public string FullName => fullName ??= Root + string.Concat(segments);
}
