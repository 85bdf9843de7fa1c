using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Finds the places of elements by their pointers.</summary>
internal sealed class Places(FileSet files)
{
    private readonly object gate = new();

    /// <summary>The place that a pointer names; without line and column where it leads nowhere.</summary>
    public DocumentPlace Locate(string pointer)
    {
        int hash = pointer.StartsWith("/", StringComparison.Ordinal) ? -1 : pointer.IndexOf('#');
        string path = hash > 0 ? pointer.Substring(0, hash) : string.Empty;
        string inside = pointer.Substring(hash + 1);
        SourceFile? file = files.ByPath(path);
        if (file is null) return new DocumentPlace(path, inside, default);

        // Look-ups fill the table's caches; tools ask from several threads.
        lock (gate) return new DocumentPlace(file.DisplayName, inside, Nearest(file, inside));
    }

    // The place itself, or else the nearest container of what is not there.
    private static SourcePosition Nearest(SourceFile file, string pointer)
    {
        Node node = file.Root.Find(pointer);
        return node.Exists ? node.Position : default;
    }
}
