using ContractToolkit.Generator.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Generator;

/// <summary>What the generator says about the project around the document.</summary>
public sealed class SetUpTests
{
    private static readonly Document Pets = new("/project/pets.yaml", "openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths: {}\n", ("Namespace", "Pets"));

    [Fact]
    public void A_project_without_the_runtime_library_is_told()
    {
        GeneratorRun run = GeneratorRun.Of(new DocumentOptions(), ConsumerCompilation.Create(runtime: false), Pets);
        Assert.Contains("CT0002", run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Empty(run.Files);
    }

    [Fact]
    public void An_older_language_is_refused()
    {
        GeneratorRun run = GeneratorRun.Of(new DocumentOptions(), ConsumerCompilation.Create(LanguageVersion.CSharp11), Pets);
        Assert.Contains("CT0003", run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("Namespace", "1.2")]
    [InlineData("Client", "a b")]
    [InlineData("Accessibility", "private")]
    [InlineData("ModelsOnly", "perhaps")]
    [InlineData("Validation", "generated")]
    [InlineData("Types", "string:date")]
    [InlineData("Types", "string:date=7")]
    [InlineData("Names", "Pet=1")]
    public void An_option_that_is_not_understood_is_an_error_that_quotes_it(string option, string value)
    {
        GeneratorRun run = GeneratorRun.Of(new Document("/project/pets.yaml", "openapi: 3.1.0", (option, value)));
        Diagnostic diagnostic = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == "CT0004");
        Assert.Contains($"{option}: '{value}'", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("/project/pets.yaml", diagnostic.Location.GetLineSpan().Path);
    }

    [Fact]
    public void Files_without_a_role_are_nobodys_business()
    {
        GeneratorRun run = GeneratorRun.Of(new Document("/project/other.json", "{", ("ContractRole", "")));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void A_diagnostic_links_to_its_own_page()
    {
        DocumentOptions options = new(("ContractToolkitHelp", "file:///docs/diagnostics/"));
        GeneratorRun run = GeneratorRun.Of(options, ConsumerCompilation.Create(runtime: false), Pets);
        Assert.Equal("file:///docs/diagnostics/CT0002.md", run.Diagnostics.Single(diagnostic => diagnostic.Id == "CT0002").Descriptor.HelpLinkUri);
    }

    [Fact]
    public void The_second_document_in_a_namespace_is_told_who_was_first()
    {
        Document second = new("/project/more.yaml", Pets.GetText().ToString(), ("Namespace", "PETS"));
        GeneratorRun run = GeneratorRun.Of(Pets, second);
        Diagnostic diagnostic = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == "CT0005");
        Assert.Equal("/project/more.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Contains("pets.yaml", diagnostic.GetMessage(), StringComparison.Ordinal);
    }
}
