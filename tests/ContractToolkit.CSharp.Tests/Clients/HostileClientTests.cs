using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>Text from a document stays text: the generated code has the same shape whatever the text says.</summary>
public sealed class HostileClientTests
{
    private static readonly string[] attacks =
    [
        "\"; System.Environment.Exit(1); //", "*/ public class Evil { } /*", "\"\"\" + Evil() + \"\"\"", "a\nb\r\npublic class Evil{}", "\u2028public class Evil{}", "\u202Etxt.exe",
        "</summary><evil/>", "&lt;&#x41;]]>", "{0}{{evil}}{Evil()}", "#if EVIL\n#endif", "\\u0022;Evil();", "\u0000", "new string('x', 1)", "%0d%0aX: y",
    ];

    private const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1', summary: "@", description: "@" }
        servers: [ { url: "https://h/@/{v}", description: "@", variables: { v: { default: "@", enum: ["@"], description: "@" } } }, { url: "https://i/@" } ]
        tags: [ { name: "@", description: "@" } ]
        components:
          securitySchemes:
            "@": { type: apiKey, in: query, name: "@", description: "@" }
            b: { type: http, scheme: "@" }
        security: [ { "@": [] } ]
        x-contract-envelope: { code: "/@", message: "/@", data: "/@", success: ["@"], codes: [ { code: "@", meaning: "@" } ] }
        paths:
          "/a/@/{p}":
            post:
              tags: ["@"]
              operationId: "@"
              summary: "@"
              description: "@"
              parameters:
                - { in: path, name: p, required: true, description: "@", schema: { type: string } }
                - { in: query, name: "@", description: "@", schema: { type: string, default: "@", enum: ["@"] } }
                - { in: header, name: "@", schema: { type: integer } }
                - { in: cookie, name: "@", schema: { type: string } }
              requestBody:
                description: "@"
                content:
                  multipart/form-data: { schema: { type: object, properties: { "@": { type: string, format: binary, description: "@" }, c: { type: string } } }, encoding: { c: { contentType: "@" } } }
                  "text/@": { schema: { type: string } }
              responses:
                '200': { description: "@", headers: { "@": { description: "@", schema: { type: string } } }, content: { "application/x-@": {} }, links: { "@": { operationId: "@", description: "@", parameters: { "@": "@", p: "$response.body#/@" } }, b: { operationId: "@", parameters: { p: "{$request.path.p}@" } } } }
                '404': { description: "@", content: { application/json: { schema: { type: object, properties: { "@": { type: string } } } } } }
        """;

    public static TheoryData<int> Attacks() => [.. Enumerable.Range(0, attacks.Length)];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void NoTextBecomesCode(int attack)
    {
        string expected = Shape("harmless");
        Assert.Equal(expected, Shape(attacks[attack]));
    }

    // The kinds of all syntax nodes: names, literals and comments may differ, nothing else.
    private static string Shape(string text)
    {
        string quoted = string.Concat(text.Select(c => c is < ' ' or '"' or '\\' or > '~' ? $"\\u{(int)c:x4}" : c.ToString()));
        GeneratedAssembly generated = GeneratedAssembly.Generate(Document.Replace("\"@\"", '"' + quoted + '"', StringComparison.Ordinal)
            .Replace("@", quoted.Replace("/", "", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Empty(generated.Complaints());
        return string.Join("\n", generated.Compilation.SyntaxTrees.OrderBy(tree => tree.Length).SelectMany(tree => Kinds(tree.GetRoot())).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Kinds(SyntaxNode root) => root.DescendantNodes()
        .Where(node => node is MemberDeclarationSyntax or StatementSyntax or InvocationExpressionSyntax or ObjectCreationExpressionSyntax or DirectiveTriviaSyntax)
        .Select(node => node.Kind().ToString());
}
