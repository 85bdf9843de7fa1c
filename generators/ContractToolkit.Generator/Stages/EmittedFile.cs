using System.Text;
using ContractToolkit.CSharp;
using ContractToolkit.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ContractToolkit.Generator.Stages;

/// <summary>One file for the compiler, or the fault that prevented it.</summary>
/// <param name="Path">The path of the contract's document.</param>
/// <param name="HintName">Its name, unique in the compilation without regard to case.</param>
/// <param name="Text">Its text; null where a fault prevented it.</param>
/// <param name="Fault">The fault.</param>
internal sealed record EmittedFile(string Path, string HintName, string? Text, Finding? Fault)
{
    // Without a byte-order mark: the same bytes as the files of contract generate.
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a group; whatever goes wrong becomes a finding.</summary>
    public static EmittedFile Emit(BoundGroup group)
    {
        try
        {
            GeneratedFile file = CSharpGenerator.Emit(group.Group);

            // A namespace has no dash, so no two contracts can meet in a name.
            return new(group.Path, $"{group.Namespace}-{file.HintName}", file.Text, null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new(group.Path, group.Group.HintName, null, GeneratorRules.Crashed("emitting " + group.Group.HintName, fault, null));
        }
    }

    /// <summary>Hands the file, or the fault, to the compiler.</summary>
    public void AddTo(SourceProductionContext output)
    {
        if (Text is not null) output.AddSource(HintName, SourceText.From(Text, Utf8));
        if (Fault is not null) output.ReportDiagnostic(ContractDiagnostic.Unlocated(Fault, Path).ToDiagnostic(null));
    }
}
