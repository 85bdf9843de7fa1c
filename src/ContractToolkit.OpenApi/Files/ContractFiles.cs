namespace ContractToolkit.OpenApi;

/// <summary>
/// Reads documents from disk, for tools. Other files are read only where they lie in the root document's folder or below it, symbolic
/// links followed; nothing is ever fetched from a network. The generator leaves this file out: a compiler must not touch the disk.
/// </summary>
public static class ContractFiles
{
    /// <summary>Reads a document and the files that it refers to.</summary>
    /// <param name="path">The root document.</param>
    /// <param name="options">Limits; a <see cref="ReadOptions.Resolve"/> is asked before the disk.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">The root document cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The root document may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static ContractDocument Read(string path, ReadOptions? options = null, CancellationToken cancellation = default) =>
        ContractReader.Read(path, File.ReadAllBytes(path), WithFolder(path, options), cancellation);

    /// <summary>Reads a lone schema and the files that it refers to.</summary>
    /// <inheritdoc cref="Read"/>
    /// <param name="path">The root document.</param>
    /// <param name="pointer">The JSON pointer of the entry schema.</param>
    /// <param name="options">Limits; a <see cref="ReadOptions.Resolve"/> is asked before the disk.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static SchemaDocument ReadSchema(
        string path, string pointer = "", ReadOptions? options = null, CancellationToken cancellation = default) =>
        ContractReader.ReadSchema(path, File.ReadAllBytes(path), pointer, WithFolder(path, options), cancellation);

    private static ReadOptions WithFolder(string path, ReadOptions? options)
    {
        options ??= new ReadOptions();
        Func<string, ReadOnlyMemory<byte>?>? first = options.Resolve;
        ContractFolder folder = new(path);
        return options with { Resolve = relative => first?.Invoke(relative) is { IsEmpty: false } given ? given : folder.Read(relative) };
    }
}
