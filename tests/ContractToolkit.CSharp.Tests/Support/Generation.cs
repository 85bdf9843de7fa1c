using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Tests;

/// <summary>Reads documents and generates from them.</summary>
internal static class Generation
{
    public static readonly CSharpOptions Options = new() { Namespace = "Generated", ModelsOnly = true };

    public static Contract Read(string document)
    {
        ContractDocument read = ContractReader.Read("test.yaml", System.Text.Encoding.UTF8.GetBytes(document));
        Assert.DoesNotContain(read.Findings, finding => finding.Level == FindingLevel.Error);
        return read.Contract!;
    }

    public static GenerationResult Generate(string document, CSharpOptions? options = null) =>
        CSharpGenerator.Generate(Read(document), options ?? Options, TestContext.Current.CancellationToken);

    /// <summary>A document with nothing but these schemas (YAML below <c>components.schemas</c>, unindented).</summary>
    public static string Schemas(string schemas, string version = "3.1.0") =>
        $"""
        openapi: {version}
        info: {"{"} title: Test, version: '1' {"}"}
        paths: {"{}"}
        components:
          schemas:
        {string.Join('\n', schemas.Split('\n').Select(line => "    " + line))}
        """;

    public static CompiledCode Compile(string document, string usage = "", CSharpOptions? options = null) =>
        CompiledCode.Of(Generate(document, options).Files, usage);
}
