using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ContractToolkit.Generator.Inputs;

/// <summary>An additional file that came from an <c>OpenApiContract</c> or <c>OpenApiContractPart</c> item.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Content">Its text; null where the compiler could not read it.</param>
/// <param name="Item">What its item says.</param>
internal sealed record ContractFile(string Path, FileContent? Content, ContractItem Item)
{
    /// <summary>Whether a client is compiled from it.</summary>
    public bool IsContract => Item.Role is ContractRole.Contract or ContractRole.Both;

    /// <summary>Whether other documents may refer to it.</summary>
    public bool IsPart => Item.Role is ContractRole.Part or ContractRole.Both;

    /// <summary>The namespace that it fills.</summary>
    public NamespaceClaim Claim => new(Path, Item.Namespace);

    /// <summary>The files of all items.</summary>
    public static IncrementalValuesProvider<ContractFile> Provide(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellation) => Create(pair.Left, pair.Right, cancellation))
            .Where(file => file is not null).Select((file, _) => file!);

    private static ContractFile? Create(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        ItemMetadata metadata = new(options.GetOptions(file), options.GlobalOptions);
        if (ContractItem.RoleOf(metadata) is not { } role) return null;
        SourceText? text = file.GetText(cancellation);
        return new(file.Path, text is null ? null : new FileContent(text), ContractItem.Parse(role, metadata, file.Path));
    }
}

/// <summary>The files that documents may refer to, by normalised path.</summary>
internal sealed class ReferencedFiles : IEquatable<ReferencedFiles>
{
    /// <summary>No file.</summary>
    public static ReferencedFiles None { get; } = new(ImmutableArray<ContractFile>.Empty);

    private readonly ImmutableArray<ContractFile> files;
    private readonly Dictionary<string, ContractFile> byPath = new(StringComparer.Ordinal);

    public ReferencedFiles(ImmutableArray<ContractFile> files)
    {
        this.files = files;
        foreach (ContractFile file in files) byPath[FilePath.Normalise(file.Path)] = file;
    }

    /// <summary>The file at a normalised path; null where no item names it.</summary>
    public ContractFile? Find(string path) => byPath.TryGetValue(path, out ContractFile? file) ? file : null;

    /// <inheritdoc/>
    public bool Equals(ReferencedFiles? other) => other is not null && files.SequenceEqual(other.files);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReferencedFiles);

    /// <inheritdoc/>
    public override int GetHashCode() => files.Length;
}
