using System.Globalization;

namespace ContractToolkit.CSharp.Tests;

/// <summary>The same text from the same contract everywhere; and as little new text as can be from a changed one.</summary>
public sealed class StabilityTests
{
    private static string Document(string description = "d", string extra = "") => Generation.Schemas(string.Join("\n", Enumerable.Range(0, 200).Select(i =>
        $"Type{i}:\n  type: object\n  description: {(i == 7 ? description : "same")}\n  properties: {{ id: {{ type: integer, minimum: {i} }}, inner: {{ type: object, properties: {{ x: {{ type: string }} }} }} }}")) + extra);

    [Fact]
    public void An_edit_of_one_description_changes_one_group()
    {
        LanguageModel before = Bind(Document("before"));
        LanguageModel after = Bind(Document("after"));
        Assert.Single(before.Groups, group => !after.Groups.Contains(group));
        Assert.Equal(before, Bind(Document("before")));
    }

    [Fact]
    public void A_new_schema_changes_its_group_and_the_plan_only()
    {
        LanguageModel before = Bind(Document());
        LanguageModel after = Bind(Document(extra: "\nNewcomer: { type: object, properties: { y: { type: string } } }"));
        Assert.InRange(after.Groups.Count(group => !before.Groups.Contains(group)), 1, 2);
    }

    [Fact]
    public void Another_culture_gives_the_same_bytes()
    {
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NumberDecimalSeparator = ",";
        strange.NumberFormat.NegativeSign = "~";
        string document = Generation.Schemas("""
            Ilk: { type: object, properties: { i: { type: number, default: 1.5 }, INFO_ITEM: { type: string }, level: { type: number, enum: [1.5, -2.25] }, at: { type: integer, enum: [-1, 1] } } }
            """);
        CultureInfo original = CultureInfo.CurrentCulture;
        EquatableArray<GeneratedFile> expected = Generation.Generate(document).Files;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = strange;
            Assert.Equal(expected, Generation.Generate(document).Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = original;
        }

        Assert.DoesNotContain(expected, file => file.Text.Contains('\r'));
    }

    private static LanguageModel Bind(string document) => CSharpGenerator.Bind(Generation.Read(document), Generation.Options, TestContext.Current.CancellationToken);
}
