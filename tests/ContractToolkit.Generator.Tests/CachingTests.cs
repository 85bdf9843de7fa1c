extern alias gen;

using System.Text.RegularExpressions;
using ContractToolkit.Generator.Harness;
using gen::ContractToolkit.Generator.Stages;
using Microsoft.CodeAnalysis;

namespace ContractToolkit.Generator;

/// <summary>What each kind of edit costs, by the reason that the compiler records for every output of every stage.</summary>
public sealed partial class CachingTests
{
    [Fact]
    public void An_edit_of_the_users_code_runs_no_stage()
    {
        GeneratorRun run = GeneratorRun.Of(Documents.Pets).EditCode("internal static class User { static int x; }");
        foreach (string stage in TrackingNames.All)
        {
            Assert.NotEmpty(run.Reasons(stage));
            Assert.All(run.Reasons(stage), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }
    }

    [Fact]
    public void A_blank_line_costs_one_reading_and_new_positions()
    {
        GeneratorRun run = GeneratorRun.Of(Documents.Faulty).Edit(text => "\n" + text);
        Assert.Equal([TrackingNames.Contracts, TrackingNames.Reading, TrackingNames.Diagnostics], run.ChangedStages);
    }

    [Fact]
    public void A_comment_costs_one_reading_and_nothing_behind_it()
    {
        GeneratorRun run = GeneratorRun.Of(Documents.Pets).Edit(text => text + "# a remark\n");
        Assert.Equal([TrackingNames.Contracts, TrackingNames.Reading], run.ChangedStages);
    }

    [Fact]
    public void An_edited_description_changes_one_file()
    {
        GeneratorRun run = GeneratorRun.Of(Documents.Pets).Edit(text => text.Replace("What it is called.", "What one calls it.", StringComparison.Ordinal));
        Assert.Single(run.Reasons(TrackingNames.Emission), reason => reason == IncrementalStepRunReason.Modified);
        Assert.All(
            run.Reasons(TrackingNames.Emission).Where(reason => reason != IncrementalStepRunReason.Modified),
            reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    /// <summary>What is emitted of a constraint stands apart from the types.</summary>
    [Fact]
    public void An_edited_constraint_changes_the_checks_alone()
    {
        Document document = new("/project/pets.yaml", Documents.Pets.GetText().ToString(), ("Namespace", "Pets"), ("Validation", "emitted"));
        GeneratorRun before = GeneratorRun.Of(document);
        GeneratorRun after = before.Edit(text => text.Replace("minLength: 1", "minLength: 2", StringComparison.Ordinal));
        string[] changed = [.. after.Files.Where(file => before.Files.All(old => old.Text != file.Text)).Select(file => file.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(["Pets-PetStore.Schemas.Code0.g.cs", "Pets-PetStore.Schemas.g.cs"], changed);
        Assert.Equal(2, after.Reasons(TrackingNames.Emission).Count(reason => reason != IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void An_edit_of_any_description_of_a_contract_changes_one_file_at_most()
    {
        GeneratorRun run = GeneratorRun.Of(Documents.BesChannels);
        string text = Documents.BesChannels.GetText().ToString();
        Assert.True(run.Files.Any(), string.Join("\n", run.Diagnostics.Take(5)));
        int[] places = [.. Descriptions().Matches(text).Select(match => match.Index + match.Length).Where((_, index) => index % 8 == 0)];
        int changed = 0;
        foreach (int place in places)
        {
            GeneratorRun edited = run.Edit(_ => text.Insert(place, "Edited. "));
            int files = edited.Reasons(TrackingNames.Emission).Count(reason => reason != IncrementalStepRunReason.Cached);
            Assert.True(files <= 1, $"{files} files for the description at {place}: {text.Substring(place, 60)}");
            changed += files;
        }

        Assert.InRange(changed, places.Length / 4, places.Length);
    }

    [Fact]
    public void A_blank_line_reaches_no_model()
    {
        GeneratorRun run = GeneratorRun.Of(Documents.BesChannels).Edit(text => text.Replace("\ninfo:\n", "\n\ninfo:\n\n", StringComparison.Ordinal));
        Assert.Equal([TrackingNames.Contracts, TrackingNames.Reading], run.ChangedStages.Except([TrackingNames.Diagnostics]));
    }

    [Fact]
    public void A_file_that_is_saved_without_a_change_runs_no_stage()
    {
        Assert.Empty(GeneratorRun.Of(Documents.Whole, Documents.Part).Edit(text => text).ChangedStages);
        Assert.Empty(GeneratorRun.Of(Documents.Part, Documents.Whole).Edit(text => text).ChangedStages);
    }

    [Fact]
    public void An_edited_part_reaches_the_document_that_refers_to_it()
    {
        GeneratorRun run = GeneratorRun.Of(Documents.Part, Documents.Whole).Edit(text => text.Replace("A thing.", "One thing.", StringComparison.Ordinal));
        Assert.Single(run.Reasons(TrackingNames.Emission), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void A_project_that_is_evaluated_anew_with_the_same_options_runs_no_stage()
    {
        GeneratorRun run = GeneratorRun.Of(Documents.BesChannels, Documents.Whole, Documents.Part);
        Assert.Empty(run.Configure(new DocumentOptions(("RootNamespace", "Consumer"), ("Unrelated", "true"))).ChangedStages);
        Assert.NotEmpty(run.Configure(new DocumentOptions(("ContractToolkitHelp", "file:///elsewhere/"))).ChangedStages);
    }

    [Fact]
    public void A_reference_that_means_nothing_to_the_generator_runs_no_stage()
    {
        GeneratorRun run = GeneratorRun.Of(Documents.Pets);
        Assert.Empty(run.Refer(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)).ChangedStages);
    }

    [Fact]
    public void An_edit_of_one_document_touches_no_other()
    {
        GeneratorRun before = GeneratorRun.Of(Documents.Pets, Documents.Shops);
        GeneratorRun after = before.Edit(text => text.Replace("What it is called.", "What one calls it.", StringComparison.Ordinal));
        Assert.Single(after.Reasons(TrackingNames.Reading), reason => reason == IncrementalStepRunReason.Modified);
        Assert.Single(after.Reasons(TrackingNames.Reading), reason => reason == IncrementalStepRunReason.Cached);
        Assert.Equal(Of("Shops", before), Of("Shops", after));
    }

    [Fact]
    public void The_source_pipeline_holds_no_position_and_nothing_of_a_compilation()
    {
        GeneratorRun run = GeneratorRun.Of(Documents.Pets, Documents.Shops);
        string[] stages = [TrackingNames.Facts, TrackingNames.Claims, TrackingNames.Model, TrackingNames.Binding, TrackingNames.Groups, TrackingNames.Emission];
        Assert.Empty(stages.SelectMany(stage => run.Values(stage).SelectMany(value => ModelWalk.BannedIn(value).Select(found => $"{stage}: {found}"))));
    }

    [Fact]
    public void Two_drivers_give_equal_models()
    {
        GeneratorRun left = GeneratorRun.Of(Documents.Pets, Documents.BesChannels);
        GeneratorRun right = GeneratorRun.Of(Documents.Pets.With(text => text), Documents.BesChannels.With(text => text));
        foreach (string stage in TrackingNames.All.Except([TrackingNames.Reading, TrackingNames.Parts]))
        {
            Assert.Equal(left.Values(stage), right.Values(stage));
        }
    }

    private static IEnumerable<(string, string)> Of(string @namespace, GeneratorRun run) =>
        run.Files.Where(file => file.Name.StartsWith(@namespace + "-", StringComparison.Ordinal));

    // Such as have their text behind them, not in quotes or on the lines below.
    [GeneratedRegex("description: (?=[A-Z])")]
    private static partial Regex Descriptions();
}
