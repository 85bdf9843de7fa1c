using System.Buffers;
using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Emission;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp;

/// <summary>
/// Contract in, C# out. <see cref="Bind"/> and <see cref="Emit"/> are the two steps for callers that cache between them:
/// a group that equals its predecessor has the same text.
/// </summary>
public static class CSharpGenerator
{
    /// <summary>Generates everything.</summary>
    public static GenerationResult Generate(Contract contract, CSharpOptions options, CancellationToken cancellation = default)
    {
        LanguageModel model = Bind(contract, options, cancellation);
        var files = new List<GeneratedFile>(model.Groups.Count);
        foreach (EmitGroup group in model.Groups)
        {
            cancellation.ThrowIfCancellationRequested();
            files.Add(Emit(group));
        }

        return new GenerationResult(files.ToEquatableArray(), model.Findings);
    }

    /// <summary>Decides about every name and type.</summary>
    public static LanguageModel Bind(Contract contract, CSharpOptions options, CancellationToken cancellation = default) =>
        ModelBinder.Bind(contract, options, cancellation);

    /// <summary>Writes one group as one file.</summary>
    public static GeneratedFile Emit(EmitGroup group) => GroupEmitter.Emit(group);

    /// <summary>Writes the text of one group's file in UTF-8: for those who write it to a disk and have no use for the string.</summary>
    public static void EmitUtf8(EmitGroup group, IBufferWriter<byte> target) => GroupEmitter.EmitUtf8(group, target);
}
