extern alias gen;

using ContractToolkit.Generator.Harness;
using gen::ContractToolkit.CSharp;
using gen::ContractToolkit.Generator.Stages;
using Microsoft.CodeAnalysis;

namespace ContractToolkit.Generator;

/// <summary>A broken document is told where it is broken, in the file that the user wrote.</summary>
public sealed class DiagnosticTests
{
    [Fact]
    public void A_reference_that_leads_nowhere_is_reported_at_its_line_and_column()
    {
        GeneratorRun run = GeneratorRun.Of(Documents.Faulty);
        Diagnostic diagnostic = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        Assert.Equal("/project/faulty.yaml", span.Path);
        Assert.Equal(8, span.StartLinePosition.Line);
        Assert.Equal(8, span.EndLinePosition.Line);
        Assert.Contains("Thing", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("hello")]
    [InlineData("openapi: 3.1.0\ninfo:\n\ttitle: tab")]
    [InlineData("[]")]
    [InlineData("\0")]
    [InlineData("openapi: 9.9.9")]
    [InlineData("a: &a [*a, *a]")]
    public void A_text_that_is_no_document_is_an_error_in_it_and_nothing_is_generated(string text)
    {
        GeneratorRun run = GeneratorRun.Of(new Document("/project/broken.yaml", text, ("Namespace", "Broken")));
        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.GetLineSpan().Path == "/project/broken.yaml");
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id == "CT0001");
        Assert.Null(run.Result.Exception);
    }

    [Theory]
    [InlineData("nullable: true", "CT1403", DiagnosticSeverity.Info)]
    [InlineData("minLength: -1", "CT1402", DiagnosticSeverity.Warning)]
    public void A_build_warns_of_what_the_client_lacks_and_not_of_how_a_document_is_written(string schema, string id, DiagnosticSeverity severity)
    {
        string text = $$"""
            openapi: 3.0.3
            info: { title: Foreign, version: '1' }
            paths: {}
            components: { schemas: { Thing: { type: object, properties: { a: { {{schema}} } } } } }
            """;
        GeneratorRun run = GeneratorRun.Of(new Document("/project/foreign.yaml", text, ("Namespace", "Foreign")));
        Assert.Equal(severity, Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == id).DefaultSeverity);
    }

    [Fact]
    public void A_shifted_line_moves_the_diagnostic()
    {
        GeneratorRun run = GeneratorRun.Of(Documents.Faulty).Edit(text => "# one more line\n" + text);
        Diagnostic diagnostic = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(9, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void A_fault_in_a_part_is_reported_in_the_part()
    {
        Document root = new(
            "/project/api/root.yaml",
            """
            openapi: 3.1.0
            info: { title: Split, version: '1' }
            paths:
              /things:
                get:
                  responses:
                    '200':
                      description: Things.
                      content: { application/json: { schema: { $ref: '../schemas/thing.yaml#/Thing' } } }
            """,
            ("Namespace", "Split"));
        Document part = new("/project/schemas/thing.yaml", "Thing:\n  type: object\n  properties:\n    a: { $ref: '#/Missing' }\n", ("ContractRole", "part"));
        Diagnostic diagnostic = Assert.Single(GeneratorRun.Of(root, part).Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal("/project/schemas/thing.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(3, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void A_file_that_no_item_lists_cannot_be_reached()
    {
        Document root = new(
            "/project/root.yaml",
            "openapi: 3.1.0\ninfo: { title: Split, version: '1' }\npaths: { /a: { $ref: 'other.yaml#/a' } }\n",
            ("Namespace", "Split"));
        Document stranger = new("/project/other.yaml", "a: {}", ("ContractRole", ""));
        Diagnostic diagnostic = Assert.Single(GeneratorRun.Of(root, stranger).Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Contains("other.yaml", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_generator_is_a_diagnostic_that_says_what_to_do()
    {
        UnknownGroup group = new() { HintName = "Unknown.g.cs", File = new("Pets", "public") };
        EmittedFile file = EmittedFile.Emit(new("/project/pets.yaml", "Pets", group));
        Assert.Null(file.Text);
        Assert.Equal("CT0001", file.Fault!.Id);
        Assert.Contains("Unknown.g.cs", file.Fault.Message, StringComparison.Ordinal);
        Assert.NotNull(file.Fault.Remedy);
    }

    private sealed record UnknownGroup : EmitGroup;
}
