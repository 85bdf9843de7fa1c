namespace ContractToolkit.OpenApi.Nodes;

/// <summary>A text parsed into positioned nodes: JSON where it begins like JSON, YAML otherwise.</summary>
internal sealed class NodeDocument
{
    private NodeDocument(NodeTable table, IReadOnlyList<SyntaxProblem> problems, bool isComplete)
    {
        Table = table;
        Problems = problems;
        Root = isComplete ? table.Root : default;
    }

    /// <summary>The root value; missing where the text could not be parsed to its end.</summary>
    public Node Root { get; }

    public NodeTable Table { get; }

    public IReadOnlyList<SyntaxProblem> Problems { get; }

    public static NodeDocument Parse(ReadOnlyMemory<byte> content, NodeLimits limits, CancellationToken cancellation = default)
    {
        TextBytes text = TextBytes.From(content);
        List<SyntaxProblem> problems = [];
        if (!LooksLikeJson(text)) return ParseYaml(text, limits, problems, cancellation);
        NodeDocument json = ParseJson(text, limits, problems);
        if (json.Root.Exists || json.Problems[json.Problems.Count - 1].Kind != SyntaxProblemKind.Json) return json;

        // YAML's flow style begins like JSON. When neither fits, the text was meant to be JSON.
        NodeDocument yaml = ParseYaml(text, limits, [], cancellation);
        return yaml.Root.Exists ? yaml : json;
    }

    private static NodeDocument ParseJson(TextBytes text, NodeLimits limits, List<SyntaxProblem> problems)
    {
        NodeTableBuilder builder = new(limits, problems, text.Length / 20);
        if (text.InvalidAt >= 0) ReportInvalid(builder, text);
        bool complete = new JsonParser(text.Buffer.AsSpan(0, text.Length), text.Start, builder).Parse();
        return new NodeDocument(builder.Build(text.Buffer, new Utf8Source(text.Buffer, text.Start, text.Length)), problems, complete);
    }

    private static NodeDocument ParseYaml(TextBytes text, NodeLimits limits, List<SyntaxProblem> earlier, CancellationToken cancellation)
    {
        string decoded = text.Decode();
        for (int mends = 0; ; mends++)
        {
            NodeDocument document = ParseYaml(text, decoded, limits, [.. earlier], cancellation);
            if (document.Root.Exists || mends == YamlRepair.Most || YamlRepair.Mend(decoded, document.Problems, earlier) is not { } mended) return document;
            decoded = mended;
        }
    }

    private static NodeDocument ParseYaml(
        TextBytes text, string decoded, NodeLimits limits, List<SyntaxProblem> problems, CancellationToken cancellation)
    {
        NodeTableBuilder builder = new(limits, problems, decoded.Length / 30);
        if (text.InvalidAt >= 0) ReportInvalid(builder, text);
        YamlParser parser = new(decoded, builder, limits, cancellation);
        bool complete = parser.Parse();
        return new NodeDocument(builder.Build(parser.Buffer, new StringSource(decoded)), problems, complete);
    }

    private static void ReportInvalid(NodeTableBuilder builder, TextBytes text) => builder.Report(
        SyntaxProblemKind.InvalidUtf8,
        FormattableString.Invariant($"the byte at offset {text.InvalidAt} is no UTF-8; it is read as U+FFFD"),
        text.InvalidAt);

    private static bool LooksLikeJson(TextBytes text)
    {
        foreach (byte c in text.Buffer.AsSpan(text.Start, text.Length - text.Start))
        {
            if (c is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') continue;
            return c is (byte)'{' or (byte)'[';
        }

        return false;
    }
}
