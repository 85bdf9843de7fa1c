namespace ContractToolkit.OpenApi.Tests.Documents;

/// <summary>Each violation of the specification is one finding at its place, and the rest of the document is read.</summary>
public sealed class ViolationTests
{
    private const string Ok = "responses: { '200': { description: d } }";

    [Theory]
    [InlineData("paths: { a: { get: { " + Ok + " } } }", "CT1301 3:10")]
    [InlineData("paths: { '/a/{x': { get: { " + Ok + " } } }", "CT1309 3:10")]
    [InlineData("paths: { '/a/{x}': { get: { " + Ok + " } } }", "CT1303 3:27")]
    [InlineData("paths: { '/a': { get: { parameters: [{ name: x, in: path, required: true, schema: {} }], " + Ok + " } } }", "CT1304 3:23")]
    [InlineData("paths: { '/a/{x}': { get: { parameters: [{ name: x, in: path, schema: {} }], " + Ok + " } } }", "CT1307 3:42")]
    [InlineData("paths: { '/a': { get: { parameters: [{ name: x, in: query, schema: {} }, { name: x, in: query, schema: {} }], " + Ok + " } } }", "CT1306 3:74")]
    [InlineData("paths: { '/a': { get: { parameters: [{ name: x, in: body, schema: {} }], " + Ok + " } } }", "CT1106 3:53")]
    [InlineData("paths: { '/a': { get: { parameters: [{ in: query, schema: {} }], " + Ok + " } } }", "CT1103 3:38")]
    [InlineData("paths: { '/a': { get: { parameters: [{ name: x, in: query }], " + Ok + " } } }", "CT1111 3:38")]
    [InlineData("paths: { '/a': { get: { parameters: [{ name: x, in: query, style: simple, schema: {} }], " + Ok + " } } }", "CT1311 3:67")]
    [InlineData("paths: { '/a': { get: { parameters: [{ name: x, in: query, schema: {}, content: { a/b: {} } }], " + Ok + " } } }", "CT1108 3:72")]
    [InlineData("paths: { '/a': { get: { parameters: [{ name: x, in: query, schema: {}, requird: true }], " + Ok + " } } }", "CT1105 3:72")]
    [InlineData("paths: { '/a': { get: { responses: { 2XX: { description: d }, 600: { description: d } } } } }", "CT1308 3:63")]
    [InlineData("paths: { '/a': { get: { responses: { 4xx: { description: d } } } } }", "CT1308 3:38")]
    [InlineData("paths: { '/a': { get: { responses: { '200': {} } } } }", "CT1111 3:45")]
    [InlineData("paths: { '/a': { get: { operationId: x, " + Ok + " }, put: { operationId: x, " + Ok + " } } }", "CT1305 3:105")]
    [InlineData("paths: { '/a/{x}': { parameters: &p [{ name: x, in: path, required: true, schema: {} }] }, '/a/{y}': {} }", "CT1302 3:92")]
    [InlineData("paths: { '/a': { get: { security: [{ nobody: [] }], " + Ok + " } } }", "CT1313 3:38")]
    [InlineData("paths: { '/a': 3 }", "CT1104 3:16")]
    [InlineData("paths: []", "CT1104 3:8")]
    [InlineData("paths: {}\nservers: [{ url: 'https://{host}/' }]", "CT1314 4:18")]
    [InlineData("paths: {}\nservers: [{ url: 'https://{host}/', variables: { host: { default: a, enum: [b] } } }]", "CT1316 4:67")]
    [InlineData("paths: {}\nservers: [{}]", "CT1111 4:11")]
    [InlineData("paths: {}\ntags: [{ name: 3 }]", "CT1112 4:16")]
    [InlineData("paths: {}\ncomponents: { schemas: { 'a b': {} } }", "CT1110 4:26")]
    [InlineData("paths: {}\ncomponents: { securitySchemes: { a: { type: apikey } } }", "CT1106 4:45")]
    [InlineData("paths: {}\ncomponents: { securitySchemes: { a: { type: http } } }", "CT1111 4:37")]
    [InlineData("paths: {}\ncomponents: { responses: { R: { description: d, links: { l: {} } } } }", "CT1108 4:61")]
    [InlineData("paths: {}\ncomponents: { examples: { E: { value: 1, externalValue: u } } }", "CT1108 4:32")]
    [InlineData("paths: {}\nsevers: []", "CT1105 4:1")]
    [InlineData("paths: {}\n$self: http://x/y", "CT1107 4:1")]
    [InlineData("x-only: 1", "CT1109 1:1")]
    public void It_is_found_at_its_place(string rest, string expected)
    {
        ContractDocument document = Sample.Of("3.1.0", rest);

        Finding finding = Assert.Single(document.Findings);
        Assert.Equal(expected, $"{finding.Id} {finding.Document!.Position}");
        Assert.Equal("T", document.Contract!.Title);
        Assert.Equal(Assert.Single(ReadingRules.All, rule => rule.Id == finding.Id).Remedy, finding.Remedy);
    }

    [Theory]
    [InlineData("openapi: 3.1.0", "CT1109 CT1111")]
    [InlineData("openapi: 3.3.0\ninfo: { title: t, version: '1' }\npaths: {}", "CT1102")]
    [InlineData("openapi: 3.1\ninfo: { title: t, version: '1' }\npaths: {}", "CT1104")]
    [InlineData("openapi: 3.0.0\ninfo: { title: t, version: 1.0 }", "CT1111 CT1112")]
    [InlineData("swagger: 2.0\ninfo: { title: t, version: '1' }\npaths: {}", "CT1104")]
    public void The_head_is_checked(string text, string ids) =>
        Assert.Equal(ids, string.Join(" ", Sample.Read(text).Findings.Select(finding => finding.Id).Order(StringComparer.Ordinal)));

    [Fact]
    public void Findings_of_an_operation_name_it_and_stand_in_document_order()
    {
        ContractDocument document = Sample.Of("3.1.0", """
            tags: [{}]
            paths:
              /a: { get: { responses: { '200': {} } } }
              /b: { post: { nonsense: 1, responses: { '200': { description: d } } } }
            """);

        Assert.Equal([null, "GET /a", "POST /b"], document.Findings.Select(finding => finding.Operation));
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own_a_title_and_a_remedy()
    {
        Assert.Equal(ReadingRules.All.Count, ReadingRules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(ReadingRules.All, rule => Assert.Matches("^CT1[0-9]{3}$", rule.Id));
        Assert.All(ReadingRules.All, rule => Assert.True(rule.Title.Length > 5 && rule.Remedy.Length > 5));
    }

    [Fact]
    public void Two_layouts_of_one_document_give_equal_contracts()
    {
        Contract yaml = Sample.Clean("openapi: 3.1.0\ninfo:\n  title: t\n  version: '1'\ncomponents:\n  schemas:\n    A: { type: object, properties: { b: { $ref: '#/components/schemas/A' } } }\n");
        Contract json = Sample.Clean("""{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "components": {"schemas": {"A": {"type": "object", "properties": {"b": {"$ref": "#/components/schemas/A"}}}}}}""");

        Assert.Equal(yaml, json);
        Assert.NotEqual(yaml, json with { Title = "u" });
    }
}
