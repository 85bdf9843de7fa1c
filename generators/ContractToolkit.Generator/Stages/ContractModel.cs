using ContractToolkit.CSharp;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Generator.Stages;

/// <summary>A contract without positions: equal for two texts that differ only in layout.</summary>
/// <param name="Path">The path of its document.</param>
/// <param name="Options">How the C# shall look.</param>
/// <param name="Contract">The contract; null where the text is none.</param>
internal sealed record ContractModel(string Path, CSharpOptions Options, Contract? Contract);
