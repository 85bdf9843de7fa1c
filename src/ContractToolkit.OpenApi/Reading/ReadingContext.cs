using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>What all readers of one document share.</summary>
internal sealed class ReadingContext
{
    public ReadingContext(string file, ReadOnlyMemory<byte> content, ReadOptions options, CancellationToken cancellation)
    {
        Options = options;
        Cancellation = cancellation;
        Files = new FileSet(file, content, options, cancellation);
        Findings = new FindingSink(Files);
        Scopes = new SchemaScopes();
        Scan = new SchemaScan(Scopes, Findings, Files);
        References = new ReferenceResolver(Files, Scopes, options);
        Schemas = new SchemaReader(this);
        SyntaxFindings.Report(Findings, Files.Root);
    }

    public ReadOptions Options { get; }

    public CancellationToken Cancellation { get; }

    public FileSet Files { get; }

    public FindingSink Findings { get; }

    public SchemaScopes Scopes { get; }

    public SchemaScan Scan { get; }

    public ReferenceResolver References { get; }

    public SchemaReader Schemas { get; }

    /// <summary>The version of the root document.</summary>
    public OpenApiVersion Version { get; set; } = OpenApiVersion.V31;

    /// <summary>The root document.</summary>
    public Node Root => Files.Root.Root;

    /// <summary>Whether the document is of 3.1 or later.</summary>
    public bool Since31 => Version >= OpenApiVersion.V31;

    /// <summary>Whether the document is of 3.2 or later.</summary>
    public bool Since32 => Version >= OpenApiVersion.V32;

    /// <summary>The pointer of an element as the model carries it: with its file in front of <c>#</c> where that is not the root.</summary>
    public string PointerOf(Node node) => Files.FileOf(node) == Files.Root ? node.Pointer : node.Id;

    /// <summary>Follows references; reports one that leads nowhere. Missing where it does.</summary>
    public Node Follow(Node node)
    {
        if (!node.IsObject || !node["$ref"].IsString) return node;
        Resolution resolution = References.Follow(node);
        if (resolution.Target.Exists) return resolution.Target;
        Findings.Report(resolution.Rule!, node["$ref"], resolution.Message!);
        return default;
    }
}
