namespace ContractToolkit.OpenApi.Nodes;

/// <summary>The nodes of one text: rows over a buffer of UTF-8 bytes. JSON and YAML give the same table.</summary>
internal sealed class NodeTable
{
    private const int InternedLength = 40;

    private readonly NodeRecord[] records;
    private readonly byte[] buffer;
    private string?[]? ids;
    private Dictionary<long, int>? memberIndex;
    private HashSet<int>? indexedObjects;

    public NodeTable(NodeRecord[] records, int count, NameTable names, byte[] buffer, SourceText source)
    {
        this.records = records;
        this.buffer = buffer;
        Count = count;
        Names = names;
        Source = source;
    }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The names of all members.</summary>
    public NameTable Names { get; }

    /// <summary>The text as the user wrote it.</summary>
    public SourceText Source { get; }

    /// <summary>Writes nodes of this table as JSON.</summary>
    public LiteralWriter Literals { get; } = new();

    /// <summary>The root; missing where the text held nothing.</summary>
    public Node Root => Count == 0 ? default : new Node(this, 0);

    public ref readonly NodeRecord this[int index] => ref records[index];

    /// <summary>The bytes of a string (escaped as in the source) or number.</summary>
    public ReadOnlySpan<byte> Bytes(int index) => buffer.AsSpan(records[index].Start, records[index].Length);

    /// <summary>The value of a string or the text of a number. Short texts that repeat are one string.</summary>
    public string Text(int index)
    {
        ref readonly NodeRecord record = ref records[index];
        if (record.Escaped) return JsonString.Decode(Bytes(index));
        if (record.Length == 0) return string.Empty;
        if (record.Length <= InternedLength) return Names[Names.Intern(Bytes(index))];
        return System.Text.Encoding.UTF8.GetString(buffer, record.Start, record.Length);
    }

    /// <summary>The row of a member; -1 where the object has none of that name.</summary>
    public int MemberRow(int container, int name)
    {
        if (name < 0) return -1;
        if (records[container].Length > 24) return FindIndexed(container, name);
        for (int i = container + 1; i < records[container].Next; i = records[i].Next)
        {
            if (records[i].Name == name) return i;
        }

        return -1;
    }

    /// <summary>The row of an array's item; -1 where there is none.</summary>
    public int ItemRow(int container, int ordinal)
    {
        for (int i = container + 1; i < records[container].Next; i = records[i].Next)
        {
            if (records[i].Name == ordinal) return i;
        }

        return -1;
    }

    /// <summary>What stands in front of the pointer in an id: the file as seen from the root document, and <c>#</c>.</summary>
    public string Prefix { get; set; } = "#";

    /// <summary>The JSON pointer of a row.</summary>
    public string Pointer(int index) => Id(index).Substring(Prefix.Length);

    /// <summary><see cref="Prefix"/> and the pointer of a row. Ids that were asked for are kept: those of their children build upon them.</summary>
    public string Id(int index)
    {
        ids ??= new string?[Count];
        if (ids[index] is { } known) return known;
        if (index == 0) return ids[0] = Prefix;
        PointerBuilder builder = new(stackalloc char[256]);
        int top = index;
        while (ids[top] is null && top != 0) top = records[top].Parent;
        builder.Append(ids[top] ?? Prefix);
        AppendSegments(ref builder, top, index);
        return ids[index] = builder.ToString();
    }

    private void AppendSegments(ref PointerBuilder builder, int top, int index)
    {
        int parent = records[index].Parent;
        if (parent != top) AppendSegments(ref builder, top, parent);
        if (records[parent].Kind == NodeKind.Array) builder.AppendIndex(records[index].Name);
        else builder.AppendSegment(Names[records[index].Name]);
    }

    // Big maps (paths, schemas) are looked into by every reference: a scan for each would be quadratic.
    private int FindIndexed(int container, int name)
    {
        memberIndex ??= [];
        indexedObjects ??= [];
        if (indexedObjects.Add(container))
        {
            for (int i = container + 1; i < records[container].Next; i = records[i].Next) memberIndex[Key(container, records[i].Name)] = i;
        }

        return memberIndex.TryGetValue(Key(container, name), out int found) ? found : -1;
    }

    private static long Key(int container, int name) => ((long)container << 32) | (uint)name;
}
