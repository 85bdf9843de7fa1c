using System.Globalization;
using System.Text;

namespace ContractToolkit.Validation;

/// <summary>The way from the root of an instance to a value, as a chain.</summary>
internal sealed class InstancePath
{
    private readonly InstancePath? parent;
    private readonly string? segment;

    private InstancePath(InstancePath? parent, string? segment)
    {
        this.parent = parent;
        this.segment = segment;
    }

    public static InstancePath Root { get; } = new(null, null);

    public InstancePath Item(int index) => new(this, index.ToString(CultureInfo.InvariantCulture));

    public InstancePath Member(string name) => new(this, name);

    /// <summary>The JSON pointer.</summary>
    public override string ToString()
    {
        Stack<string> segments = new();
        for (InstancePath path = this; path.parent is not null; path = path.parent) segments.Push(path.segment!);
        StringBuilder pointer = new();
        foreach (string name in segments) pointer.Append('/').Append(JsonPointer.Escape(name));
        return pointer.ToString();
    }
}
