extern alias gen;

using System.Collections.Immutable;
using ContractToolkit.Generator.Harness;
using gen::ContractToolkit.Generator.Baselines;
using gen::ContractToolkit.Generator.Stages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContractToolkit.Generator;

/// <summary>The comparison with a released document at compile time, and the analyzer that finds the lines that are hit.</summary>
public sealed class BaselineTests
{
    private const string Code = """
        using System.Threading.Tasks;
        using Pets;

        internal static class User
        {
            public static async Task<string> Find(IPetsClient pets) => (await pets.GetAsync(7)).Name;
            public static bool IsCat(Pet pet) => pet.Kind == Kind.Cat;
            public static long Id(Pet pet) => pet.Id;
        }
        """;

    [Fact]
    public void A_breaking_change_is_a_warning_at_its_line_of_the_contract()
    {
        GeneratorRun run = Against(text => text.Replace("enum: [cat, dog]", "enum: [cat]", StringComparison.Ordinal));
        Diagnostic found = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == "CT4001");
        Assert.Equal(DiagnosticSeverity.Warning, found.DefaultSeverity);
        Assert.Equal("/project/pets.yaml", found.Location.GetLineSpan().Path);
        Assert.Equal(Line(Documents.Pets, "enum: [cat, dog]"), found.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains("response-property-enum-value-added", found.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("it reaches GET /pets/{id}; for example \"dog\"", found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lines_that_a_change_reaches_are_marked_and_other_lines_are_not()
    {
        GeneratorRun run = Against(text => text.Replace("enum: [cat, dog]", "enum: [cat]", StringComparison.Ordinal)).EditCode(Code);
        ImmutableArray<Diagnostic> found = await Analyze(run);
        Assert.All(found, diagnostic => Assert.Equal("CT4003", diagnostic.Id));
        Assert.Equal([6], found.Select(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line).Distinct());
        Assert.Contains("pets.yaml:", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_that_became_optional_marks_its_readers_only()
    {
        GeneratorRun run = Against(text => text.Replace("required: [id, name]", "required: [id, name, born]", StringComparison.Ordinal)).EditCode(Code);
        ImmutableArray<Diagnostic> found = await Analyze(run);
        Assert.Equal("CT4004", Assert.Single(found).Id);
        run = Against(text => text.Replace("required: [id, name]", "required: [id, name, born]", StringComparison.Ordinal)).EditCode(Code.Replace("pet.Id", "pet.Born.GetHashCode()", StringComparison.Ordinal));
        found = await Analyze(run);
        Assert.Equal((7, "CT4003"), (Assert.Single(found).Location.GetLineSpan().StartLinePosition.Line, found[0].Id));
    }

    [Fact]
    public async Task A_changed_parameter_marks_the_calls()
    {
        GeneratorRun run = Against(text => text.Replace("schema: { type: integer, format: int64 } }", "schema: { type: string } }", StringComparison.Ordinal)).EditCode(Code);
        ImmutableArray<Diagnostic> found = await Analyze(run);
        Assert.Equal((5, "CT4003"), (Assert.Single(found).Location.GetLineSpan().StartLinePosition.Line, found[0].Id));
    }

    [Fact]
    public async Task A_change_that_no_code_meets_is_told_apart_at_the_contract()
    {
        GeneratorRun run = Against(text => text.Replace("quantity: { type: integer, minimum: 1 }", "quantity: { type: integer }", StringComparison.Ordinal)).EditCode(Code);
        Diagnostic found = Assert.Single(await Analyze(run));
        Assert.Equal(("CT4004", DiagnosticSeverity.Info, "/project/pets.yaml"), (found.Id, found.Severity, found.Location.GetLineSpan().Path));
        Assert.Equal(Line(Documents.Pets, "minimum: 1"), found.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public async Task Nothing_is_said_of_a_contract_that_equals_its_baseline()
    {
        GeneratorRun run = Against(text => text + "# released\n");
        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain(run.Files, file => file.Name.EndsWith("-Baseline.g.cs", StringComparison.Ordinal));
        Assert.Empty(await Analyze(run));
    }

    [Fact]
    public void An_edit_of_the_users_code_compares_nothing()
    {
        GeneratorRun run = Against(text => text.Replace("enum: [cat, dog]", "enum: [cat]", StringComparison.Ordinal)).EditCode(Code);
        Assert.All(run.Reasons(TrackingNames.Comparison), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Empty(run.ChangedStages);
    }

    [Fact]
    public void An_edit_of_the_contract_reads_the_baseline_no_second_time()
    {
        GeneratorRun run = Against(text => text.Replace("enum: [cat, dog]", "enum: [cat]", StringComparison.Ordinal)).Edit(text => "\n" + text);
        Assert.All(run.Reasons(TrackingNames.Baselines), reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
        Assert.Contains(IncrementalStepRunReason.Modified, run.Reasons(TrackingNames.Comparison));
    }

    [Fact]
    public void The_map_holds_nothing_but_comments()
    {
        GeneratorRun run = Against(text => text.Replace("enum: [cat, dog]", "enum: [cat, \"*/\\n}class X{/*\"]", StringComparison.Ordinal).Replace("type: string, enum", "type: integer, enum", StringComparison.Ordinal));
        (string _, string text) = Assert.Single(run.Files, file => file.Name.EndsWith("-Baseline.g.cs", StringComparison.Ordinal));
        Assert.All(text.Split('\n'), line => Assert.True(line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal), line));
        Assert.All(text, character => Assert.True(character is '\n' or (>= ' ' and <= '~')));
    }

    [Fact]
    public void A_baseline_that_is_not_there_or_no_document_is_an_error()
    {
        Assert.Equal("CT0007", Assert.Single(GeneratorRun.Of(Contract()).Diagnostics).Id);
        Assert.Equal("CT0007", Assert.Single(GeneratorRun.Of(Contract(), new Document("/project/released/pets.yaml", "a: [", ("ContractRole", "baseline"))).Diagnostics).Id);
    }

    private static Document Contract() => new("/project/pets.yaml", Documents.Pets.GetText().ToString(), ("Namespace", "Pets"), ("Baseline", "/project/released/pets.yaml"));

    private static GeneratorRun Against(Func<string, string> older)
    {
        string text = Documents.Pets.GetText().ToString();
        return GeneratorRun.Of(Contract(), new Document("/project/released/pets.yaml", older(text), ("ContractRole", "baseline")));
    }

    private static async Task<ImmutableArray<Diagnostic>> Analyze(GeneratorRun run)
    {
        Assert.DoesNotContain(run.Output.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree?.FilePath == "User.cs" && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));
        CompilationWithAnalyzers analysis = run.Output.WithOptions(run.Output.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)).WithAnalyzers([new ImpactAnalyzer()]);
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition)];
    }

    private static int Line(Document document, string text) => document.GetText().ToString().Split('\n').ToList().FindIndex(line => line.Contains(text, StringComparison.Ordinal));
}
