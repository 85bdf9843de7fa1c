using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>The files of a document. Others than the root are asked for when a reference leads to them.</summary>
internal sealed class FileSet
{
    private readonly ReadOptions options;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<string, SourceFile?> byUri = new(StringComparer.Ordinal);
    private readonly Dictionary<NodeTable, SourceFile> byTable = [];
    private readonly string folder;

    public FileSet(string file, ReadOnlyMemory<byte> content, ReadOptions options, CancellationToken cancellation)
    {
        this.options = options;
        this.cancellation = cancellation;
        string forward = file.Replace('\\', '/');
        int slash = forward.LastIndexOf('/');
        folder = file.Substring(0, slash + 1);

        // A colon in the name of a file is no scheme.
        string uri = UriReference.IsAbsolute(file) && file.Contains("://") ? file : forward.Substring(slash + 1).Replace(":", "%3A");
        Root = Add(string.Empty, file, uri, content);
        byUri[Uri(forward.Substring(slash + 1))] = Root;
    }

    /// <summary>The root document.</summary>
    public SourceFile Root { get; }

    /// <summary>All files, in the order of reading.</summary>
    public IReadOnlyCollection<SourceFile> All => byTable.Values;

    /// <summary>Called with each file as soon as it is parsed.</summary>
    public Action<SourceFile>? Loaded { get; set; }

    /// <summary>The file that a node belongs to.</summary>
    public SourceFile FileOf(Node node) =>
        node.Table is null || ReferenceEquals(node.Table, Root.Document.Table) ? Root : byTable[node.Table];

    /// <summary>The file that a pointer or id of the model begins with, and the JSON pointer in it. Paths may hold <c>#</c>, and so may pointers.</summary>
    public (SourceFile File, string Pointer) Split(string pointer)
    {
        SourceFile best = Root;
        foreach (SourceFile file in byTable.Values)
        {
            bool leads = pointer.StartsWith(file.Document.Table.Prefix, StringComparison.Ordinal);
            if (leads && file.Path.Length > best.Path.Length) best = file;
        }

        bool hasPrefix = pointer.StartsWith(best.Document.Table.Prefix, StringComparison.Ordinal);
        return (best, hasPrefix ? pointer.Substring(best.Document.Table.Prefix.Length) : pointer);
    }

    /// <summary>The node that a pointer of the model names.</summary>
    public Node Find(string pointer)
    {
        (SourceFile file, string inside) = Split(pointer);
        return file.Root.Find(inside);
    }

    /// <summary>Makes the root known by another URI, such as <c>$self</c>.</summary>
    public void Name(SourceFile file, string uri) => byUri[uri] = file;

    /// <summary>The file with this URI, loaded if need be; null where there is none.</summary>
    public SourceFile? Load(string uri)
    {
        if (byUri.TryGetValue(Uri(uri), out SourceFile? known)) return known;
        cancellation.ThrowIfCancellationRequested();
        string path = UriReference.IsAbsolute(uri) ? uri : UriReference.Decode(uri);
        SourceFile? file = Content(path) is { IsEmpty: false } content
            ? Add(path, UriReference.IsAbsolute(path) ? path : folder + path, uri, content)
            : null;
        byUri[Uri(uri)] = file;
        if (file is not null) Loaded?.Invoke(file);
        return file;
    }

    private ReadOnlyMemory<byte>? Content(string path) =>
        options.Resolve?.Invoke(path) is { IsEmpty: false } content ? content : MetaSchemas.Find(path);

    private SourceFile Add(string path, string displayName, string uri, ReadOnlyMemory<byte> content)
    {
        NodeDocument document = NodeDocument.Parse(content, options.Limits, cancellation);
        document.Table.Prefix = path + "#";
        SourceFile file = new(path, displayName, uri, document, byTable.Count);
        byTable.Add(document.Table, file);
        return file;
    }

    private static string Uri(string uri) => UriReference.IsAbsolute(uri) ? uri : UriReference.Decode(uri);
}
