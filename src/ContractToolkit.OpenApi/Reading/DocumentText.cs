using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi;

/// <summary>Turns the text of a document from one notation into the other.</summary>
public static class DocumentText
{
    /// <summary>The document as compact JSON, members in their order; null where it is neither JSON nor YAML.</summary>
    /// <param name="content">The document's bytes: JSON or YAML.</param>
    /// <param name="options">The limits of reading.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static string? ToJson(ReadOnlyMemory<byte> content, ReadOptions? options = null, CancellationToken cancellation = default)
    {
        Node root = NodeDocument.Parse(content, (options ?? new ReadOptions()).Limits, cancellation).Root;
        return root.Exists ? root.Literal().Text : null;
    }
}
