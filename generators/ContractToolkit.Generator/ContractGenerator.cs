using ContractToolkit.CSharp;
using ContractToolkit.Generator.Baselines;
using ContractToolkit.Generator.Diagnostics;
using ContractToolkit.Generator.Inputs;
using ContractToolkit.Generator.Stages;
using Microsoft.CodeAnalysis;

namespace ContractToolkit.Generator;

/// <summary>
/// Compiles the OpenAPI documents that a project lists as <c>OpenApiContract</c> items. Two pipelines leave one reading: sources, from models
/// without positions, so that a shifted line re-emits nothing; and diagnostics, with positions. Nothing here looks at the user's code.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ContractFile> files = ContractFile.Provide(context);
        IncrementalValuesProvider<ContractFile> contracts = files.Where(file => file.IsContract).WithTrackingName(TrackingNames.Contracts);
        IncrementalValueProvider<ReferencedFiles> parts = files.Where(file => file.IsPart).Collect()
            .Select((items, _) => new ReferencedFiles(items)).WithTrackingName(TrackingNames.Parts);
        IncrementalValueProvider<CompilationFacts> facts = CompilationFacts.Provide(context);
        IncrementalValueProvider<NamespaceClaims> claims = contracts.Select((file, _) => file.Claim).Collect()
            .Select((items, _) => new NamespaceClaims(items)).WithTrackingName(TrackingNames.Claims);

        IncrementalValuesProvider<ContractReading> readings = contracts.Combine(parts)
            .Select((pair, cancellation) => ContractReading.Read(pair.Left, pair.Right, cancellation)).WithTrackingName(TrackingNames.Reading);

        IncrementalValuesProvider<BoundContract> bound = readings
            .Select((reading, _) => reading.Model).WithTrackingName(TrackingNames.Model)
            .Combine(facts).Combine(claims)
            .Select((pair, cancellation) => BoundContract.Bind(pair.Left.Left, pair.Left.Right, pair.Right, cancellation))
            .WithTrackingName(TrackingNames.Binding);

        IncrementalValuesProvider<EmittedFile> emitted = bound
            .SelectMany((contract, _) => contract.Groups).WithTrackingName(TrackingNames.Groups)
            .Select((group, _) => EmittedFile.Emit(group)).WithTrackingName(TrackingNames.Emission);

        IncrementalValuesProvider<DiagnosticSet> diagnostics = readings
            .Combine(bound.Select((contract, _) => contract.Problems).Collect())
            .Combine(facts)
            .Select((pair, _) => DiagnosticSet.Locate(pair.Left.Left, pair.Left.Right, pair.Right)).WithTrackingName(TrackingNames.Diagnostics);

        IncrementalValueProvider<ReferencedReadings> baselines = files.Where(file => file.Item.Role == ContractRole.Baseline).Combine(parts)
            .Select((pair, cancellation) => ContractReading.Read(pair.Left, pair.Right, cancellation)).Collect()
            .Combine(readings.Collect())
            .Select((pair, _) => new ReferencedReadings(pair.Left, pair.Right)).WithTrackingName(TrackingNames.Baselines);
        IncrementalValuesProvider<BaselineComparison> comparisons = readings.Combine(baselines)
            .Select((pair, cancellation) => BaselineComparison.Run(pair.Left, pair.Right, cancellation)).WithTrackingName(TrackingNames.Comparison);

        context.RegisterSourceOutput(emitted, (output, file) => file.AddTo(output));
        context.RegisterSourceOutput(diagnostics, (output, set) => set.ReportTo(output));
        context.RegisterSourceOutput(comparisons, (output, comparison) => comparison.AddTo(output));
    }
}
