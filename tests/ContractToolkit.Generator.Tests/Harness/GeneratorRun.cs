extern alias gen;

using System.Collections.Immutable;
using gen::ContractToolkit.Generator;
using gen::ContractToolkit.Generator.Stages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Generator.Harness;

/// <summary>One run of the generator, and what can be asked of it. Edits give a further run of the same driver.</summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver driver;
    private readonly CSharpCompilation compilation;
    private readonly Document[] documents;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation compilation, Document[] documents)
    {
        this.documents = documents;
        this.compilation = compilation;
        this.driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Output = output;
        Result = this.driver.GetRunResult().Results.Single();
    }

    /// <summary>The compilation with the generated files.</summary>
    public Compilation Output { get; }

    /// <summary>What the generator gave.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>The diagnostics of the generator.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The generated files.</summary>
    public IEnumerable<(string Name, string Text)> Files => Result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString()));

    /// <summary>Runs the generator for documents.</summary>
    public static GeneratorRun Of(params Document[] documents) => Of(new DocumentOptions(("RootNamespace", "Consumer"), ("ProjectDir", "/project/")), ConsumerCompilation.Create(), documents);

    /// <summary>Runs the generator for documents in a given project.</summary>
    public static GeneratorRun Of(DocumentOptions options, CSharpCompilation compilation, params Document[] documents)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()],
            documents,
            (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new(driver, compilation, documents);
    }

    /// <summary>Runs again after an edit of a document.</summary>
    public GeneratorRun Edit(Func<string, string> edit)
    {
        Document edited = documents[0].With(edit);
        return new(driver.ReplaceAdditionalText(documents[0], edited), compilation, [edited, .. documents[1..]]);
    }

    /// <summary>Runs again after an edit of the user's code.</summary>
    public GeneratorRun EditCode(string code) =>
        new(driver, compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(code, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, "User.cs")), documents);

    /// <summary>Runs again after the project was evaluated anew, with these options.</summary>
    public GeneratorRun Configure(DocumentOptions options) => new(driver.WithUpdatedAnalyzerConfigOptions(options), compilation, documents);

    /// <summary>Runs again after the project got another reference.</summary>
    public GeneratorRun Refer(MetadataReference reference) => new(driver, compilation.AddReferences(reference), documents);

    /// <summary>Runs again with the same input.</summary>
    public GeneratorRun Again() => new(driver, compilation, documents);

    /// <summary>The reasons for which the outputs of a stage are what they are.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons(string stage) =>
        Result.TrackedSteps.TryGetValue(stage, out ImmutableArray<IncrementalGeneratorRunStep> steps) ? steps.SelectMany(step => step.Outputs.Select(output => output.Reason)) : [];

    /// <summary>The values that a stage gave.</summary>
    public IEnumerable<object> Values(string stage) => Result.TrackedSteps[stage].SelectMany(step => step.Outputs.Select(output => output.Value));

    /// <summary>The stages that gave anything new or changed.</summary>
    public IEnumerable<string> ChangedStages =>
        TrackingNames.All.Where(stage => Reasons(stage).Any(reason => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified or IncrementalStepRunReason.Removed));
}
