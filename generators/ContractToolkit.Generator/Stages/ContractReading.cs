using ContractToolkit.Generator.Diagnostics;
using ContractToolkit.Generator.Inputs;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Overlays;

namespace ContractToolkit.Generator.Stages;

/// <summary>A document as it was read, with positions. Not compared by value: the stages behind it are.</summary>
internal sealed class ContractReading
{
    private readonly ContractDocument? document;

    private ContractReading(ContractFile file, ContractDocument? document, EquatableArray<Finding> findings)
    {
        File = file;
        this.document = document;
        Findings = findings;
        Model = new(file.Path, file.Item.Options, document?.Contract);
    }

    /// <summary>The file that was read.</summary>
    public ContractFile File { get; }

    /// <summary>The document with its positions; null where it could not be read at all.</summary>
    public ContractDocument? Document => document;

    /// <summary>What the source pipeline goes on with.</summary>
    public ContractModel Model { get; }

    /// <summary>What is wrong with the document.</summary>
    public EquatableArray<Finding> Findings { get; }

    /// <summary>The other files that the reading may have looked at.</summary>
    public ReferencedFiles Parts { get; private init; } = ReferencedFiles.None;

    /// <summary>Reads a document; whatever goes wrong becomes a finding.</summary>
    public static ContractReading Read(ContractFile file, ReferencedFiles parts, CancellationToken cancellation)
    {
        DocumentPlace start = new(FilePath.Name(file.Path), "", new(1, 1));
        if (file.Content is null) return new(file, null, [GeneratorRules.UnreadableFile.At("The compiler could not read this file.", start)]);
        try
        {
            ReadOptions options = new() { Examples = false, Resolve = path => BytesOf(parts.Find(FilePath.Combine(FilePath.Folder(file.Path), path))) };
            ContractDocument document = file.Item.Overlays.Count == 0
                ? ContractReader.Read(start.File, file.Content.ToUtf8(), options, cancellation)
                : ReadOverlaid(file, parts, options, cancellation);
            return new(file, document, document.Findings.ToEquatableArray()) { Parts = parts };
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new(file, null, [GeneratorRules.Crashed("reading", fault, start)]);
        }
    }

    /// <summary>The place of an element by the place that a later stage gave it: a pointer without a line.</summary>
    public DocumentPlace? Locate(DocumentPlace? place)
    {
        if (place is null || place.Position.IsKnown || document is null) return place;
        string pointer = place.Pointer.IndexOf('#') >= 0 ? place.Pointer : "#" + place.Pointer;
        return document.Locate(pointer);
    }

    /// <summary>The path and the text of a file that a place names.</summary>
    public ContractFile FileOf(DocumentPlace? place) =>
        place is null || place.File.Length == 0 || place.File == FilePath.Name(File.Path)
            ? File
            : Parts.Find(FilePath.Combine(FilePath.Folder(File.Path), place.File)) ?? Parts.Find(place.File) ?? File;

    private static ContractDocument ReadOverlaid(ContractFile file, ReferencedFiles parts, ReadOptions options, CancellationToken cancellation)
    {
        string name = FilePath.Name(file.Path);
        List<OverlaySource> overlays = [];
        foreach (string path in file.Item.Overlays)
        {
            if (BytesOf(parts.Find(path)) is not { } content) return new() { Findings = [GeneratorRules.UnreadableFile.At($"The overlay {path} is not there, or the compiler could not read it.", new(name, "", new(1, 1)))], Locate = pointer => new(name, pointer, default) };
            overlays.Add(new(FilePath.Below(FilePath.Folder(file.Path), path), content));
        }

        return OverlaidDocument.Apply(name, file.Content!.ToUtf8(), overlays, options, cancellation).Read(options, cancellation);
    }

    // Not a conditional expression: in one, null would be an array that converts to an empty, present file.
    private static ReadOnlyMemory<byte>? BytesOf(ContractFile? part)
    {
        if (part?.Content is { } content) return content.ToUtf8();
        return null;
    }
}
