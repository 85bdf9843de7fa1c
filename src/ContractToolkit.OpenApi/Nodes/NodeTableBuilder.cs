namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Collects nodes in document order. Both parsers write to it.</summary>
internal sealed class NodeTableBuilder
{
    private const int MaxProblems = 20_000;

    private readonly NodeLimits limits;
    private readonly List<SyntaxProblem> problems;
    private NodeRecord[] records;
    private int[] lastOfName = new int[256];
    private int open = -1;
    private int pendingName;
    private int pendingKeyAt;

    public NodeTableBuilder(NodeLimits limits, List<SyntaxProblem> problems, int expectedNodes)
    {
        this.limits = limits;
        this.problems = problems;
        records = new NodeRecord[Math.Max(16, expectedNodes)];
    }

    public NameTable Names { get; } = new();

    public int Count { get; private set; }

    /// <summary>The number of containers that are open.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether a limit was met; nothing more is to be added.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Whether the innermost open container is an object.</summary>
    public bool InObject => open >= 0 && records[open].Kind == NodeKind.Object;

    /// <summary>Whether the innermost open container has no child yet.</summary>
    public bool IsFirst => records[open].Length == 0;

    /// <summary>The innermost open container.</summary>
    public int Current => open;

    public ref readonly NodeRecord this[int index] => ref records[index];

    /// <summary>Sets the name of the member whose value comes next.</summary>
    public void Name(int name, int at)
    {
        pendingName = name;
        pendingKeyAt = at;
    }

    public int Scalar(NodeKind kind, int at, int start = 0, int length = 0, bool escaped = false)
    {
        int index = Add(kind, at);
        if (index < 0) return index;
        ref NodeRecord record = ref records[index];
        record.Start = start;
        record.Length = length;
        record.Escaped = escaped;
        record.Next = Count;
        return index;
    }

    public int Open(NodeKind kind, int at)
    {
        if (Depth >= limits.MaxDepth)
        {
            Stop(SyntaxProblemKind.TooDeep, FormattableString.Invariant($"nesting is deeper than {limits.MaxDepth} levels"), at);
            return -1;
        }

        int index = Add(kind, at);
        if (index < 0) return index;
        open = index;
        Depth++;
        return index;
    }

    public void Close()
    {
        int closed = open;
        records[closed].Next = Count;
        open = records[closed].Parent;
        Depth--;
        if (records[closed].Kind == NodeKind.Object) HideDuplicates(closed);
    }

    /// <summary>Adds a copy of a closed node and everything inside it as the next child.</summary>
    public int Copy(int source, int at)
    {
        int size = records[source].Next - source;
        int top = Add(records[source].Kind, at);
        if (top < 0 || !Reserve(size, at)) return -1;
        int shift = top - source;
        NodeRecord copy = records[source];
        copy.Parent = records[top].Parent;
        copy.Name = records[top].Name;
        copy.KeyAt = records[top].KeyAt;
        copy.Next += shift;
        records[top] = copy;
        for (int i = 1; i < size; i++)
        {
            copy = records[source + i];
            copy.Parent += shift;
            copy.Next += shift;
            records[top + i] = copy;
        }

        Count = top + size;
        return top;
    }

    /// <summary>Takes a member out of sight.</summary>
    public void Hide(int member)
    {
        records[member].Name = NameTable.Hidden;
        records[records[member].Parent].Length--;
    }

    public void Report(SyntaxProblemKind kind, string message, int at)
    {
        if (problems.Count < MaxProblems) problems.Add(new SyntaxProblem(kind, message, at));
    }

    public void Stop(SyntaxProblemKind kind, string message, int at)
    {
        if (!Stopped) Report(kind, message, at);
        Stopped = true;
    }

    public NodeTable Build(byte[] buffer, SourceText source) => new(records, Count, Names, buffer, source);

    private int Add(NodeKind kind, int at)
    {
        if (Stopped || !Reserve(1, at)) return -1;
        int index = Count++;
        ref NodeRecord record = ref records[index];
        record.Kind = kind;
        record.At = at;
        record.Parent = open;
        record.KeyAt = at;
        if (open < 0) return index;
        ref NodeRecord container = ref records[open];
        bool inObject = container.Kind == NodeKind.Object;
        record.Name = inObject ? pendingName : container.Length;
        record.KeyAt = inObject ? pendingKeyAt : at;
        container.Length++;
        return index;
    }

    private bool Reserve(int more, int at)
    {
        if (Count + more > limits.MaxNodes)
        {
            Stop(SyntaxProblemKind.TooManyNodes, FormattableString.Invariant($"there are more than {limits.MaxNodes} values"), at);
            return false;
        }

        if (Count + more > records.Length) Array.Resize(ref records, Math.Max(records.Length * 2, Count + more));
        return true;
    }

    // The last of several members counts, as in most JSON parsers.
    private void HideDuplicates(int container)
    {
        if (lastOfName.Length < Names.Count) Array.Resize(ref lastOfName, Names.Count * 2);
        for (int i = container + 1; i < records[container].Next; i = records[i].Next)
        {
            int name = records[i].Name;
            if (name == NameTable.Hidden) continue;
            int earlier = lastOfName[name];
            lastOfName[name] = i;
            if (earlier <= container || earlier >= i || records[earlier].Parent != container || records[earlier].Name != name) continue;
            Report(SyntaxProblemKind.DuplicateMember, $"the name '{Names[name]}' stands twice in this object; the last one counts", records[i].KeyAt);
            Hide(earlier);
        }
    }
}

/// <summary>How much of a text is read.</summary>
/// <param name="MaxDepth">The deepest nesting.</param>
/// <param name="MaxNodes">The largest number of values.</param>
/// <param name="MaxExpanded">The largest number of values that YAML aliases and merge keys may add.</param>
internal readonly record struct NodeLimits(int MaxDepth, int MaxNodes, int MaxExpanded);
