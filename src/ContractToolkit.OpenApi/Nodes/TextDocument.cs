using ContractToolkit.OpenApi.Reading;

namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Any JSON or YAML text as positioned nodes: for the toolkit's own files, such as a configuration or an inventory.</summary>
public sealed class TextDocument
{
    private TextDocument(string file, Node root, IReadOnlyList<Finding> findings)
    {
        File = file;
        Root = root;
        Findings = findings;
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>The root value; missing where the text is neither JSON nor YAML.</summary>
    public Node Root { get; }

    /// <summary>What is wrong with the text.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Parses a text. Never throws for what stands in it.</summary>
    /// <param name="file">Its name, as findings shall show it.</param>
    /// <param name="content">Its bytes, which must not change as long as nodes are in use.</param>
    /// <param name="options">Limits; references are not followed.</param>
    /// <param name="cancellation">Stops the parsing.</param>
    /// <exception cref="OperationCanceledException">The parsing was stopped.</exception>
    public static TextDocument Parse(
        string file, ReadOnlyMemory<byte> content, ReadOptions? options = null, CancellationToken cancellation = default)
    {
        FileSet files = new(file, content, options ?? new ReadOptions(), cancellation);
        FindingSink findings = new(files);
        SyntaxFindings.Report(findings, files.Root);
        return new TextDocument(file, files.Root.Root, findings.ToList());
    }

    /// <summary>The place of a node, as findings carry it.</summary>
    public DocumentPlace PlaceOf(Node node) => new(File, node.Pointer, node.Position);
}
