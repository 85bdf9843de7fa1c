extern alias gen;

using ContractToolkit.Generator.Harness;
using gen::ContractToolkit.Generator.Stages;
using Microsoft.CodeAnalysis;

namespace ContractToolkit.Generator;

/// <summary>Documents that are compiled with overlays.</summary>
public sealed class OverlayTests
{
    private const string Rename = "overlay: 1.1.0\ninfo: { title: T, version: '1' }\nactions:\n  - target: $.info\n    update: { title: OverlaidPets }\n";

    [Fact]
    public void The_client_is_that_of_the_overlaid_document()
    {
        GeneratorRun run = GeneratorRun.Of(Contract("fix/one.yaml|%20/project/two.yaml"), Part("/project/fix/one.yaml", Rename), Part("/project/two.yaml", Rename.Replace("OverlaidPets", "Twice", StringComparison.Ordinal)));
        Assert.Empty(run.Diagnostics);
        Assert.Contains(run.Files, file => file.Text.Contains("Twice", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Files, file => file.Text.Contains("OverlaidPets", StringComparison.Ordinal));
    }

    [Fact]
    public void An_edit_of_the_overlay_is_compiled()
    {
        // The harness edits the first file.
        GeneratorRun before = GeneratorRun.Of(Part("/project/one.yaml", Rename), Contract("one.yaml"));
        GeneratorRun after = before.Edit(text => text.Replace("OverlaidPets", "Edited", StringComparison.Ordinal));
        Assert.Contains(before.Files, file => file.Text.Contains("OverlaidPets", StringComparison.Ordinal));
        Assert.Contains(after.Files, file => file.Text.Contains("Edited", StringComparison.Ordinal));
        GeneratorRun comment = before.Edit(text => text + "# a remark\n");
        Assert.Contains(TrackingNames.Reading, comment.ChangedStages);
        Assert.DoesNotContain(TrackingNames.Binding, comment.ChangedStages);
    }

    [Theory]
    [InlineData("$.info[", "CT1602")]
    [InlineData("$.nowhere", "CT1603")]
    public void A_mistake_is_a_diagnostic_in_the_overlay(string target, string id)
    {
        Diagnostic diagnostic = Assert.Single(GeneratorRun.Of(Contract("fix/one.yaml"), Part("/project/fix/one.yaml", Rename.Replace("$.info", target, StringComparison.Ordinal))).Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal("/project/fix/one.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(new(3, 12), diagnostic.Location.GetLineSpan().StartLinePosition);
    }

    [Fact]
    public void An_overlay_elsewhere_has_its_place_too()
    {
        Diagnostic diagnostic = Assert.Single(GeneratorRun.Of(Contract("../other/one.yaml"), Part("/other/one.yaml", Rename.Replace("$.info", "$.nowhere", StringComparison.Ordinal))).Diagnostics);
        Assert.Equal("/other/one.yaml", diagnostic.Location.GetLineSpan().Path);
    }

    [Fact]
    public void An_overlay_that_is_not_there_is_an_error()
    {
        Diagnostic diagnostic = Assert.Single(GeneratorRun.Of(Contract("one.yaml")).Diagnostics);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains("/project/one.yaml", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static Document Contract(string overlays) => new("/project/pets.yaml", Documents.Pets.GetText().ToString(), ("Namespace", "Pets"), ("Overlay", overlays));

    private static Document Part(string path, string text) => new(path, text, ("ContractRole", "part"));
}
