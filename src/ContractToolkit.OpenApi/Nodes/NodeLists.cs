namespace ContractToolkit.OpenApi.Nodes;

/// <summary>The members of an object. Each node carries its own name.</summary>
public readonly struct MemberList
{
    private readonly Node owner;

    internal MemberList(Node owner) => this.owner = owner;

    /// <summary>Enumerates without allocating.</summary>
    public NodeEnumerator GetEnumerator() => new(owner, owner.IsObject);
}

/// <summary>The items of an array.</summary>
public readonly struct ItemList
{
    private readonly Node owner;

    internal ItemList(Node owner) => this.owner = owner;

    /// <summary>Enumerates without allocating.</summary>
    public NodeEnumerator GetEnumerator() => new(owner, owner.IsArray);
}

/// <summary>Walks the children of a container.</summary>
public struct NodeEnumerator
{
    private readonly NodeTable? table;
    private readonly int end;
    private readonly bool inObject;
    private int index;
    private int next;

    internal NodeEnumerator(Node owner, bool any)
    {
        if (!any) return;
        table = owner.Table;
        inObject = owner.IsObject;
        next = owner.Index + 1;
        end = table![owner.Index].Next;
    }

    /// <summary>The current child.</summary>
    public readonly Node Current => new(table!, index);

    /// <summary>Moves to the next child.</summary>
    public bool MoveNext()
    {
        while (next < end)
        {
            index = next;
            next = table![index].Next;
            if (!inObject || table[index].Name != NameTable.Hidden) return true;
        }

        return false;
    }
}
