using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Finds the places of elements by their pointers.</summary>
internal sealed class Places(FileSet files)
{
    private readonly object gate = new();

    /// <summary>The place that a pointer names; without line and column where it leads nowhere.</summary>
    public DocumentPlace Locate(string pointer)
    {
        (SourceFile file, string inside) = files.Split(pointer);

        // Look-ups fill the table's caches; tools ask from several threads.
        lock (gate)
        {
            Node node = file.Root.Find(inside);
            return new DocumentPlace(file.DisplayName, inside, node.Exists ? node.Position : default);
        }
    }
}
