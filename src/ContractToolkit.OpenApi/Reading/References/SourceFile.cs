using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>A file of the document: the root, or one that references lead to.</summary>
/// <param name="Path">As seen from the root document; empty for the root document itself.</param>
/// <param name="DisplayName">As findings show it.</param>
/// <param name="Uri">The base that its relative references resolve against.</param>
/// <param name="Document">Its nodes.</param>
/// <param name="Ordinal">Its place in the order of reading.</param>
internal sealed record SourceFile(string Path, string DisplayName, string Uri, NodeDocument Document, int Ordinal)
{
    public Node Root => Document.Root;
}
