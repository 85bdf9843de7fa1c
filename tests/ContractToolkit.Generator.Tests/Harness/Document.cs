using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ContractToolkit.Generator.Harness;

/// <summary>A document as an additional file, with the metadata of its item.</summary>
internal sealed class Document(string path, string text, params (string Name, string Value)[] metadata) : AdditionalText
{
    private readonly SourceText text = SourceText.From(text);

    public override string Path { get; } = path;

    public IReadOnlyDictionary<string, string> Metadata { get; } =
        metadata.Append(("ContractRole", "contract")).DistinctBy(entry => entry.Item1).ToDictionary(entry => "build_metadata.AdditionalFiles." + entry.Item1, entry => entry.Item2);

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;

    /// <summary>The same file with another text.</summary>
    public Document With(Func<string, string> edit) =>
        new(Path, edit(text.ToString()), Metadata.Select(entry => (entry.Key["build_metadata.AdditionalFiles.".Length..], entry.Value)).ToArray());
}
