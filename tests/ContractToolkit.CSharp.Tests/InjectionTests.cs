using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.CSharp.Tests;

/// <summary>Whatever a document says, in whichever place: the generated source has the same syntax as with harmless text.</summary>
public sealed class InjectionTests
{
    public static readonly TheoryData<string> Hostile =
    [
        "*/ public class Evil { } /*", "\"; public class Evil { } //", "\"\"\" + Evil + \"\"\"", "{Evil}{{x}}", "\n}\npublic class Evil { }\n", "\r\n#error evil",
        "\u2028#if EVIL\u2029", "\u0085public class Evil { }", "</summary><evil/>&evil;]]>", "\u202e\u2066evil\u2069", "\ud800", "\\\"; Evil();//", "\\u000a} class Evil {", "@\"evil", "$\"{evil}\"", "'evil'",
        "\0", "//", "///", "<!--", "\ufeff", "--></summary>\n#pragma warning restore\n",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Text_never_becomes_syntax(string text)
    {
        IReadOnlyList<SyntaxKind> harmless = Kinds(Document("harmless", "harmless"));
        Assert.Equal(harmless, Kinds(Document(text, "harmless")));
        GenerationResult named = Generate(Document(text, text));
        Assert.DoesNotContain(named.Files, file => Declares(file, "Evil"));
        Assert.Empty(CompiledCode.Problems(named.Files));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Text_never_leaves_its_literal_in_emitted_validators(string text)
    {
        GenerationResult result = Generate(Document(text, text), Generation.Options with { Validation = ValidationMode.Emitted });
        Assert.Contains(result.Files, file => file.HintName.Contains(".Code", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Files, file => Declares(file, "Evil"));
        Assert.Empty(CompiledCode.Problems(result.Files));
    }

    /// <summary>A document with the text in each place that reaches the output: prose, values, and names.</summary>
    private static string Document(string prose, string name)
    {
        string p = JsonSerializer.Serialize(prose);
        string n = JsonSerializer.Serialize(name + "x");
        return $$"""
            {"openapi":"3.1.0","info":{"title":"T","version":{{p}},"description":{{p}}},"paths":{},
             "components":{"schemas":{
               "A":{"type":"object","title":{{p}},"description":{{p}},"required":[{{n}}],
                 "properties":{ {{n}}:{"type":"string","description":{{p}},"default":{{p}}},
                   "constant":{"const":{{p}}},
                   "choice":{"type":"string","enum":["one",{{p}}],"x-enum-varnames":["One",{{n}}],"x-enum-descriptions":[{{p}},{{p}}]},
                   "chosen":{"type":"string","x-contract-name":{{n}}, "pattern":{{p}} } } },
               "U":{"oneOf":[{"$ref":"#/components/schemas/B"},{"$ref":"#/components/schemas/C"}],"description":{{p}},
                 "discriminator":{"propertyName":{{n}},"mapping":{ {{p}}:"#/components/schemas/B"} } },
               "B":{"type":"object","properties":{ {{n}}:{"type":"string"} },"anyOf":[{"required":[{{n}}]},{"required":["z"]}],"x-contract-factories":[{{n}},"Z"]},
               "T":{"type":"array","description":{{p}},"minItems":2,"prefixItems":[{"title":{{n}},"type":"string","description":{{p}} },{"title":{{p}},"const":{{p}} },{"type":"integer"}]},
               "V":{"type":"object","properties":{ {{n}}:{"type":"string"} },"oneOf":[
                 {"title":{{n}},"type":"object","description":{{p}},"required":["a"],"properties":{"a":{"const":{{p}} } } },
                 {"title":"other","type":"object","required":["b"],"properties":{"b":{"type":"string"} } }]},
               "W":{"properties":{ {{n}}:{"type":"string"} },"oneOf":[{"type":"string","description":{{p}} },{"title":{{n}},"type":"object","properties":{"b":{"type":"string"} } }]},
               "C":{"type":"object","properties":{ {{n}}:{"type":"string"} },"deprecated":true},
               {{JsonSerializer.Serialize("D" + name)}}:{"type":"object","properties":{"a":{"type":"string","format":{{p}} } } }
             } } }
            """;
    }

    private static GenerationResult Generate(string document, CSharpOptions? options = null) =>
        CSharpGenerator.Generate(OpenApi.ContractReader.Read("t.json", System.Text.Encoding.UTF8.GetBytes(document)).Contract!, options ?? Generation.Options);

    private static bool Declares(GeneratedFile file, string name) => CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes()
        .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax>().Any(type => type.Identifier.Text == name);

    private static List<SyntaxKind> Kinds(string document) =>
        [.. Generate(document).Files.Where(file => !file.HintName.Contains("Schemas", StringComparison.Ordinal)).SelectMany(file => CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().Select(node => node.Kind()))];
}
