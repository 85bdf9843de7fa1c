using ContractToolkit.CSharp;
using ContractToolkit.Generator.Diagnostics;
using ContractToolkit.Generator.Inputs;

namespace ContractToolkit.Generator.Stages;

/// <summary>A contract in terms of C#.</summary>
/// <param name="Groups">What becomes a file each.</param>
/// <param name="Problems">What could not be expressed.</param>
internal sealed record BoundContract(EquatableArray<BoundGroup> Groups, ContractProblems Problems)
{
    /// <summary>Decides about every name and type; whatever goes wrong becomes a finding.</summary>
    public static BoundContract Bind(ContractModel model, CompilationFacts facts, NamespaceClaims claims, CancellationToken cancellation)
    {
        if (claims.WinnerAgainst(new(model.Path, model.Options.Namespace)) is { } winner)
        {
            return Nothing(model.Path, GeneratorRules.NamespaceTaken.At($"{FilePath.Name(winner)} fills the namespace {model.Options.Namespace} already.", null));
        }

        if (model.Contract is null || !facts.HasRuntime || facts.IsLanguageTooOld) return Nothing(model.Path);
        try
        {
            CSharpOptions options = model.Options with { LanguageVersion = facts.LanguageVersion, DependencyInjection = facts.HasHttpClientFactory };
            LanguageModel language = CSharpGenerator.Bind(model.Contract, options, cancellation);
            return new(
                language.Groups.Select(group => new BoundGroup(model.Path, options.Namespace, group)).ToEquatableArray(),
                new(model.Path, language.Findings));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Nothing(model.Path, GeneratorRules.Crashed("binding", fault, null));
        }
    }

    private static BoundContract Nothing(string path, params Finding[] findings) => new([], new(path, findings.ToEquatableArray()));
}

/// <summary>What the stages behind the reading say about a document.</summary>
/// <param name="Path">The path of the document.</param>
/// <param name="Findings">What they say; the places carry pointers, not lines.</param>
internal sealed record ContractProblems(string Path, EquatableArray<Finding> Findings);

/// <summary>A group of a contract.</summary>
/// <param name="Path">The path of the contract's document.</param>
/// <param name="Namespace">The namespace of the contract: what keeps the files of two contracts apart.</param>
/// <param name="Group">The group.</param>
internal sealed record BoundGroup(string Path, string Namespace, EmitGroup Group);
