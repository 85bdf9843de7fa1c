using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Reads YAML 1.2 into a table, from the events of YamlDotNet's parser. Aliases and merge keys become copies, within a limit.</summary>
internal sealed class YamlParser
{
    private const string MergeTag = "tag:yaml.org,2002:merge";

    private readonly string text;
    private readonly NodeTableBuilder builder;
    private readonly YamlBuffer buffer = new();
    private readonly YamlExpansion expansion;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<string, int> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> openAnchors = new(StringComparer.Ordinal);
    private readonly Stack<YamlContainer> containers = new();

    public YamlParser(string text, NodeTableBuilder builder, NodeLimits limits, CancellationToken cancellation)
    {
        this.text = text;
        this.builder = builder;
        this.cancellation = cancellation;
        expansion = new YamlExpansion(builder, limits);
    }

    /// <summary>The buffer that the rows point into.</summary>
    public byte[] Buffer => buffer.Bytes;

    /// <summary>Reads the first document of the stream; false where it is no YAML, which is then reported.</summary>
    public bool Parse()
    {
        try
        {
            return ReadStream(new Parser(new Scanner(new StringReader(text), skipComments: true)));
        }
        catch (YamlException error)
        {
            Report(SyntaxProblemKind.Yaml, error.InnerException?.Message ?? error.Message, error.Start);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException
            or NullReferenceException or KeyNotFoundException or FormatException or OverflowException or NotSupportedException)
        {
            // The parser of the library lets some of these through on damaged texts.
            builder.Report(SyntaxProblemKind.Yaml, "the text is no YAML: " + error.Message, 0);
        }

        return false;
    }

    private bool ReadStream(Parser parser)
    {
        bool inFirst = false;
        int events = 0;
        while (parser.MoveNext())
        {
            if ((++events & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            switch (parser.Current)
            {
                case DocumentStart when inFirst:
                    Report(SyntaxProblemKind.SeveralDocuments, "a second YAML document begins here; only the first is read", parser.Current.Start);
                    return true;
                case DocumentStart:
                    inFirst = true;
                    break;
                case NodeEvent or MappingEnd or SequenceEnd or AnchorAlias:
                    Read(parser.Current);
                    if (builder.Stopped) return false;
                    break;
            }
        }

        return true;
    }

    private void Read(ParsingEvent current)
    {
        if (containers.Count > 0 && containers.Peek().SkipDepth > 0)
        {
            Skip(current);
            return;
        }

        switch (current)
        {
            case MappingEnd or SequenceEnd:
                CloseContainer();
                break;
            case NodeEvent when ExpectsKey:
                ReadKey(current);
                break;
            case AnchorAlias alias when ExpectsKey:
                ReadKey(alias);
                break;
            case AnchorAlias alias:
                ReadAlias(alias);
                ValueDone();
                break;
            case Scalar scalar:
                Anchor(scalar, ReadScalar(scalar));
                ValueDone();
                break;
            case MappingStart or SequenceStart:
                OpenContainer((NodeEvent)current);
                break;
        }
    }

    private bool ExpectsKey => containers.Count > 0 && containers.Peek() is { IsMapping: true, HasKey: false };

    private void OpenContainer(NodeEvent start)
    {
        bool isMapping = start is MappingStart;
        int index = builder.Open(isMapping ? NodeKind.Object : NodeKind.Array, At(start.Start));
        string? anchor = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        if (anchor is not null) openAnchors.Add(anchor);
        containers.Push(new YamlContainer(index, isMapping, anchor));
    }

    private void CloseContainer()
    {
        YamlContainer closed = containers.Pop();
        if (closed.Merges is not null) expansion.Merge(closed.Index, closed.Merges);
        if (builder.Stopped) return;
        builder.Close();
        if (closed.Anchor is not null)
        {
            openAnchors.Remove(closed.Anchor);
            anchors[closed.Anchor] = closed.Index;
        }

        ValueDone();
    }

    private void ValueDone()
    {
        if (containers.Count == 0) return;
        YamlContainer container = containers.Peek();
        if (container.IsMergeValue) (container.Merges ??= []).Add(container.MergeValue);
        container.HasKey = false;
        container.IsMergeValue = false;
    }

    private void ReadKey(ParsingEvent key)
    {
        YamlContainer container = containers.Peek();
        string? name = KeyText(key);
        if (name is null)
        {
            Report(SyntaxProblemKind.Key, "a key must be a scalar; this member is left out", key.Start);
            container.SkipDepth = 2;
            Skip(key);
            return;
        }

        container.HasKey = true;
        container.IsMergeValue = key is Scalar { Value: "<<" } merge && (merge.Tag.IsEmpty ? merge.Style == ScalarStyle.Plain : merge.Tag.Value == MergeTag);
        container.MergeValue = builder.Count;
        builder.Name(container.IsMergeValue ? NameTable.Hidden : buffer.Intern(builder.Names, name), At(key.Start));
    }

    private string? KeyText(ParsingEvent key)
    {
        switch (key)
        {
            case Scalar scalar:
                if (!scalar.Anchor.IsEmpty) expansion.NamedScalars[scalar.Anchor.Value] = scalar.Value;
                return scalar.Value;
            case AnchorAlias alias:
                if (expansion.NamedScalars.TryGetValue(alias.Value.Value, out string? named)) return named;
                return anchors.TryGetValue(alias.Value.Value, out int index) && builder[index].Kind == NodeKind.String
                    ? buffer.Text(builder[index].Start, builder[index].Length)
                    : null;
            default:
                return null;
        }
    }

    // Counts down two nodes, the key and its value, whatever they hold.
    private void Skip(ParsingEvent current)
    {
        YamlContainer container = containers.Peek();
        container.SkipNesting += current switch { MappingStart or SequenceStart => 1, MappingEnd or SequenceEnd => -1, _ => 0 };
        if (container.SkipNesting == 0) container.SkipDepth--;
    }

    private int ReadScalar(Scalar scalar)
    {
        YamlScalar value = Resolve(scalar);
        int at = At(scalar.Start);
        if (value.Kind is not (NodeKind.String or NodeKind.Number)) return builder.Scalar(value.Kind, at);
        int start = buffer.Append(value.Text);
        return builder.Scalar(value.Kind, at, start, buffer.Length - start);
    }

    private YamlScalar Resolve(Scalar scalar)
    {
        if (!scalar.Tag.IsEmpty)
        {
            if (YamlScalar.Tagged(scalar.Tag.Value, scalar.Value) is { } tagged) return tagged;
            Report(SyntaxProblemKind.Tag, $"the value does not fit its tag '{scalar.Tag.Value}'; it is read as a string", scalar.Start);
            return new YamlScalar(NodeKind.String, scalar.Value);
        }

        if (scalar.Style != ScalarStyle.Plain) return new YamlScalar(NodeKind.String, scalar.Value);
        if (YamlScalar.IsInexpressible(scalar.Value))
            Report(SyntaxProblemKind.Number, $"JSON has no number '{scalar.Value}'; it is read as a string", scalar.Start);
        return YamlScalar.Plain(scalar.Value);
    }

    private void Anchor(Scalar scalar, int index)
    {
        if (!scalar.Anchor.IsEmpty && index >= 0) anchors[scalar.Anchor.Value] = index;
    }

    private void ReadAlias(AnchorAlias alias)
    {
        string name = alias.Value.Value;
        int at = At(alias.Start);
        if (anchors.TryGetValue(name, out int target) && !openAnchors.Contains(name))
        {
            expansion.Copy(target, at);
            return;
        }

        string problem = openAnchors.Contains(name) ? "stands inside the value that it names" : "names no anchor before it";
        Report(SyntaxProblemKind.Alias, $"the alias '*{name}' {problem}; it is read as null", alias.Start);
        builder.Scalar(NodeKind.Null, at);
    }

    private void Report(SyntaxProblemKind kind, string message, Mark mark) => builder.Report(kind, message, At(mark));

    private int At(Mark mark) => (int)Math.Min(text.Length, mark.Index);
}
