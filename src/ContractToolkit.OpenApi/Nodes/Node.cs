using System.Globalization;

namespace ContractToolkit.OpenApi.Nodes;

/// <summary>
/// A value in a JSON or YAML text that knows where it stands. The default node is <see cref="NodeKind.Missing"/>; looking into it gives
/// missing nodes again, so that look-ups chain without checks.
/// </summary>
public readonly struct Node : IEquatable<Node>
{
    internal Node(NodeTable table, int index)
    {
        Table = table;
        Index = index;
    }

    /// <summary>What stands here.</summary>
    public NodeKind Kind => Table is null ? NodeKind.Missing : Table[Index].Kind;

    /// <summary>Whether there is a node at all.</summary>
    public bool Exists => Table is not null;

    /// <summary>Whether this is an object.</summary>
    public bool IsObject => Kind == NodeKind.Object;

    /// <summary>Whether this is an array.</summary>
    public bool IsArray => Kind == NodeKind.Array;

    /// <summary>Whether this is a string.</summary>
    public bool IsString => Kind == NodeKind.String;

    /// <summary>Whether this is <c>true</c> or <c>false</c>.</summary>
    public bool IsBoolean => Kind is NodeKind.True or NodeKind.False;

    /// <summary>The number of members or items; 0 for anything but a container.</summary>
    public int Count => Kind is NodeKind.Array or NodeKind.Object ? Table![Index].Length : 0;

    /// <summary>The value of a string, the JSON text of any other scalar, the empty string for a container.</summary>
    public string Text => Kind switch
    {
        NodeKind.String or NodeKind.Number => Table!.Text(Index),
        NodeKind.Null => "null",
        NodeKind.True => "true",
        NodeKind.False => "false",
        _ => string.Empty,
    };

    /// <summary>The name under which the node stands in its object, its index in its array, the empty string for the root.</summary>
    public string Name
    {
        get
        {
            if (Table is null || Index == 0) return string.Empty;
            int name = Table[Index].Name;
            return Table[Table[Index].Parent].Kind == NodeKind.Array ? name.ToString(CultureInfo.InvariantCulture) : Table.Names[name];
        }
    }

    /// <summary>The container; missing for the root.</summary>
    public Node Parent => Table is null || Index == 0 ? default : new Node(Table, Table[Index].Parent);

    /// <summary>The JSON pointer of the node in its text.</summary>
    public string Pointer => Table is null ? string.Empty : Table.Pointer(Index);

    /// <summary>Line and column at which the value begins.</summary>
    public SourcePosition Position => Table is null ? default : Table.Source.Position(Table[Index].At);

    /// <summary>Line and column at which the member's name begins; those of the value where it has no name.</summary>
    public SourcePosition NamePosition => Table is null ? default : Table.Source.Position(Table[Index].KeyAt);

    /// <summary>The members of an object, in document order; none for anything else.</summary>
    public MemberList Members => new(this);

    /// <summary>The items of an array, in order; none for anything else.</summary>
    public ItemList Items => new(this);

    internal NodeTable? Table { get; }

    internal int Index { get; }

    /// <summary>The pointer with the file in front of <c>#</c>, as schema ids have it.</summary>
    internal string Id => Table is null ? string.Empty : Table.Id(Index);

    internal int NameId => Table![Index].Name;

    /// <summary>The member of that name; missing where there is none.</summary>
    public Node this[string name]
    {
        get
        {
            if (!IsObject) return default;
            int found = Table!.MemberRow(Index, Table.Names.Find(name));
            return found < 0 ? default : new Node(Table, found);
        }
    }

    /// <summary>The item at that index; missing where there is none.</summary>
    public Node this[int ordinal]
    {
        get
        {
            if (!IsArray) return default;
            int found = Table!.ItemRow(Index, ordinal);
            return found < 0 ? default : new Node(Table, found);
        }
    }

    /// <summary>Follows a JSON pointer from here; missing where it leads nowhere.</summary>
    public Node Find(string pointer)
    {
        if (pointer.Length > 0 && pointer[0] != '/') return default;
        Node node = this;
        foreach (string segment in JsonPointer.Split(pointer))
        {
            node = node.IsArray ? node.ItemAt(segment) : node[segment];
            if (!node.Exists) break;
        }

        return node;
    }

    /// <inheritdoc/>
    public bool Equals(Node other) => Index == other.Index && ReferenceEquals(Table, other.Table);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Node other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index ^ (Table is null ? 0 : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Table));

    /// <summary>Whether both are the same place of the same text.</summary>
    public static bool operator ==(Node left, Node right) => left.Equals(right);

    /// <summary>Whether they are different places.</summary>
    public static bool operator !=(Node left, Node right) => !left.Equals(right);

    private Node ItemAt(string segment)
    {
        bool isIndex = int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal)
            && (segment.Length == 1 || segment[0] != '0');
        return isIndex ? this[ordinal] : default;
    }
}
