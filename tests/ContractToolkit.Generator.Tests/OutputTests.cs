using ContractToolkit.Generator.Harness;
using ContractToolkit.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Generator;

/// <summary>What comes out of the compiler for small documents; the emitters' own tests go into the text.</summary>
public sealed class OutputTests
{
    [Fact]
    public void The_public_surface_of_a_small_document() => Snapshot.Verify(PublicSurface.Of(GeneratorCheck.Run(Documents.Pets).Output));

    [Fact]
    public void Two_documents_stand_side_by_side()
    {
        GeneratorRun run = GeneratorCheck.Run(Documents.Pets, Documents.Shops);
        Assert.Contains(run.Files, file => file.Name.StartsWith("Pets-", StringComparison.Ordinal));
        Assert.Contains(run.Files, file => file.Name.StartsWith("Shops-", StringComparison.Ordinal));
    }

    [Fact]
    public void An_internal_client_shows_nothing_to_others()
    {
        Document document = new("/project/pets.yaml", Documents.Pets.GetText().ToString(), ("Namespace", "Pets"), ("Accessibility", "internal"));
        Assert.Equal("", PublicSurface.Of(GeneratorCheck.Run(document).Output));
    }

    [Fact]
    public void Models_only_leaves_the_clients_out()
    {
        Document document = new("/project/pets.yaml", Documents.Pets.GetText().ToString(), ("Namespace", "Pets"), ("ModelsOnly", "true"));
        string surface = PublicSurface.Of(GeneratorCheck.Run(document).Output);
        Assert.Contains("Pets.Pet", surface, StringComparison.Ordinal);
        Assert.DoesNotContain("Client", surface, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IncludeTags", "Orders", "IOrdersClient", "IPetsClient")]
    [InlineData("IncludeTags", "Orders", "record Order", "record struct Kind")]
    [InlineData("ExcludeTags", "Orders", "IPetsClient", "IOrdersClient")]
    [InlineData("IncludePaths", "/pets/*", "IPetsClient", "IOrdersClient")]
    [InlineData("IncludePaths", "/pets/{id};/nothing", "IPetsClient", "IOrdersClient")]
    [InlineData("ExcludePaths", "/pets/*", "IOrdersClient", "IPetsClient")]
    [InlineData("IncludeOperations", "placeOrder", "IOrdersClient", "IPetsClient")]
    [InlineData("IncludeOperations", "GET /pets/{id}", "IPetsClient", "IOrdersClient")]
    [InlineData("ExcludeOperations", "place*", "IPetsClient", "IOrdersClient")]
    [InlineData("Client", "Zoo", "partial class Zoo ", "PetStoreClient")]
    [InlineData("Namespace", "Deep.Zoo", "namespace Deep.Zoo", "namespace Pets")]
    [InlineData("ModelsOnly", "true", "record Order", "IPetsClient")]
    [InlineData("Validation", "false", "record Order", "PetStoreSchemas")]
    [InlineData("Validation", "Emitted", "PetStoreSchemasCode.Tests.Find", "\n    \"\"\"u8);")]
    [InlineData("Types", "string:date=String", "Ct::Optional<string?> Born", "DateOnly")]
    [InlineData("Types", "integer:int64=Decimal;integer=Int32", "required int Quantity", "long Id")]
    [InlineData("Names", "Pet=Animal;/paths/~1orders/post=Buy", "BuyAsync(", "PlaceAsync(")]
    [InlineData("Names", "tag:Orders=Purchases", "IPurchasesClient", "IOrdersClient")]
    [InlineData("Names", "/components/schemas/Pet/properties/born=Birthday", "> Birthday ", "> Born ")]
    [InlineData("Accessibility", "internal", "internal sealed partial record Pet", "public sealed partial record Pet")]
    public void An_option_does_what_it_says(string option, string value, string present, string absent)
    {
        string plain = All(GeneratorCheck.Run(Documents.Pets));
        Document document = new("/project/pets.yaml", Documents.Pets.GetText().ToString(), (option, value.Replace(';', '|')), ("Namespace", "Pets"));
        string text = All(GeneratorCheck.Run(document));
        Assert.Contains(present, text, StringComparison.Ordinal);
        Assert.DoesNotContain(absent, text, StringComparison.Ordinal);
        Assert.Contains(absent, plain, StringComparison.Ordinal);

        static string All(GeneratorRun run) => string.Join("\n", run.Files.Select(file => file.Text));
    }

    [Fact]
    public void Documents_with_the_same_schemas_do_not_meet()
    {
        Document other = new("/project/others.yaml", Documents.Pets.GetText().ToString(), ("Namespace", "Others"), ("Client", "OtherClient"));
        string surface = PublicSurface.Of(GeneratorCheck.Run(Documents.Pets, other).Output);
        Assert.Contains("Pets.Pet", surface, StringComparison.Ordinal);
        Assert.Contains("Others.Pet", surface, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_namespace_the_file_gives_its_name()
    {
        GeneratorRun run = GeneratorCheck.Run(new Document("/project/pet-store.v2.yaml", Documents.Pets.GetText().ToString()));
        Assert.Contains("Consumer.PetStore.Pet", PublicSurface.Of(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_gets_the_name_that_the_item_chooses()
    {
        Document document = new("/project/pets.yaml", Documents.Pets.GetText().ToString(), ("Namespace", "Pets"), ("Names", "Pet=Animal"));
        Assert.Contains("Pets.Animal", PublicSurface.Of(GeneratorCheck.Run(document).Output), StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_and_the_line_endings_of_a_document_change_no_byte()
    {
        string text = Documents.BesChannels.GetText().ToString();
        GeneratorRun moved = GeneratorRun.Of(new Document(@"C:\elsewhere\copy of it.yaml", text, ("Namespace", "Bes")));
        GeneratorRun converted = GeneratorRun.Of(new Document("/project/beschannels.yaml", text.Replace("\n", "\r\n", StringComparison.Ordinal), ("Namespace", "Bes")));
        GeneratorRun run = GeneratorRun.Of(new Document("/project/beschannels.yaml", text, ("Namespace", "Bes")));
        Assert.NotEmpty(run.Files);
        Assert.Equal(run.Files, moved.Files);
        Assert.Equal(run.Files, converted.Files);
        Assert.DoesNotContain(run.Files, file => file.Text.Contains('\r'));
    }

    [Fact]
    public void Operations_of_some_tags_compile_without_the_others() => GeneratorCheck.Run(Documents.BesChannels);

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Annotations)]
    public void The_consumers_nullable_setting_does_not_matter(NullableContextOptions nullable) =>
        GeneratorCheck.Require(GeneratorRun.Of(new DocumentOptions(("RootNamespace", "Consumer")), ConsumerCompilation.Create(nullable: nullable), Documents.Pets));

    [Fact]
    public void The_folder_of_the_document_is_not_in_the_output()
    {
        Document elsewhere = new("/some/other/folder/pets.yaml", Documents.Pets.GetText().ToString(), ("Namespace", "Pets"));
        Assert.Equal(GeneratorRun.Of(Documents.Pets).Files, GeneratorRun.Of(elsewhere).Files);
        Assert.DoesNotContain(GeneratorRun.Of(elsewhere).Files, file => file.Text.Contains("/some/other", StringComparison.Ordinal));
    }

    [Fact]
    public void Line_endings_of_the_document_and_the_culture_do_not_matter()
    {
        IEnumerable<(string, string)> expected = GeneratorRun.Of(Documents.Pets).Files;
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = OddCulture();
            Assert.Equal(expected, GeneratorRun.Of(Documents.Pets.With(text => text.Replace("\n", "\r\n", StringComparison.Ordinal))).Files);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    // Made by hand: the tests run without culture data.
    private static System.Globalization.CultureInfo OddCulture()
    {
        System.Globalization.CultureInfo culture = new("", useUserOverride: false);
        culture.NumberFormat.NegativeSign = "~";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.DateTimeFormat.DateSeparator = "·";
        return culture;
    }
}
