using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Tests;

/// <summary>Inline types are called by their element and the member that holds them; more members only where that is not enough.</summary>
public sealed class InlineNameTests
{
    private const string Issue = """
        Issue:
          type: object
          properties:
            user: { type: object, properties: { login: { type: string } } }
            comment:
              type: object
              properties:
                user: { type: object, properties: { login: { type: string } } }
                app: { type: object, properties: { owner: { type: object, properties: { name: { type: string } } } } }
            repository:
              type: object
              properties: { owner: { type: object, properties: { login: { type: string } } } }
        """;

    [Fact]
    public void Types_that_say_the_same_under_the_same_name_are_one()
    {
        Dictionary<string, RecordType> types = Records(Issue);
        Assert.Equal("IssueUser", Property(types["Issue"], "User").Type.Name);
        Assert.Equal("IssueUser", Property(types["IssueComment"], "User").Type.Name);
    }

    /// <summary>Base is no type where only schemas that include it are used: what stands in it is still named after it, and not after one of those.</summary>
    [Theory]
    [InlineData("getLonger")]
    [InlineData("getLonger", "getA")]
    [InlineData]
    public void What_stands_in_an_included_schema_is_named_after_that_schema(params string[] operations)
    {
        const string Schemas = """
            Base: { type: object, properties: { inner: { type: object, properties: { deep: { type: object, properties: { x: { type: string } } } } } } }
            Longer: { allOf: [ { $ref: '#/components/schemas/Base' }, { properties: { l: { type: string } } } ] }
            A: { allOf: [ { $ref: '#/components/schemas/Base' }, { properties: { a: { type: string } } } ] }
            """;
        static string Operation(string schema) => $"get: {{ operationId: get{schema}, responses: {{ '200': {{ description: d, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{schema}' }} }} }} }} }} }}";
        string document = Generation.Schemas(Schemas).Replace("paths: {}", $"paths:\n  /longer:\n    {Operation("Longer")}\n  /a:\n    {Operation("A")}", StringComparison.Ordinal);
        CSharpOptions options = new() { Namespace = "Generated", Include = [.. operations.Select(id => new OperationFilter(OperationFilterKind.Operation, id))] };
        Dictionary<string, RecordType> types = CSharpGenerator.Bind(Generation.Read(document), options, TestContext.Current.CancellationToken)
            .Groups.OfType<TypeGroup>().SelectMany(group => group.Types).OfType<RecordType>().ToDictionary(type => type.Name, StringComparer.Ordinal);
        Assert.Equal("BaseInner", Property(types["Longer"], "Inner").Type.Name);
        Assert.Equal("BaseDeep", Property(types["BaseInner"], "Deep").Type.Name);
    }

    [Fact]
    public void Types_that_differ_are_told_apart_by_more_members()
    {
        Dictionary<string, RecordType> types = Records(Issue);
        Assert.Equal("IssueApp", Property(types["IssueComment"], "App").Type.Name);
        Assert.Equal("IssueOwner", Property(types["IssueRepository"], "Owner").Type.Name);
        Assert.Equal("IssueAppOwner", Property(types["IssueApp"], "Owner").Type.Name);
    }

    [Fact]
    public void A_description_that_differs_makes_another_type()
    {
        Dictionary<string, RecordType> types = Records("""
            Issue:
              type: object
              properties:
                user: { type: object, description: The author, properties: { login: { type: string } } }
                comment: { type: object, properties: { user: { type: object, description: Who commented, properties: { login: { type: string } } } } }
            """);
        Assert.Equal("The author", types["IssueUser"].Summary);
        Assert.Equal("Who commented", types["IssueCommentUser"].Summary);
    }

    [Fact]
    public void A_schema_that_includes_another_takes_no_name_from_it()
    {
        const string Derived = "A: { allOf: [{ $ref: '#/components/schemas/Issue' }, { type: object, properties: { x: { type: string } } }] }\n";
        Dictionary<string, RecordType> types = Records(Derived + Issue);
        Assert.Equal("IssueUser", Property(types["A"], "User").Type.Name);
    }

    private static RecordProperty Property(RecordType type, string name) => type.Properties.Single(property => property.Name == name);

    private static Dictionary<string, RecordType> Records(string schemas) =>
        CSharpGenerator.Bind(Generation.Read(Generation.Schemas(schemas)), Generation.Options, TestContext.Current.CancellationToken)
            .Groups.OfType<TypeGroup>().SelectMany(group => group.Types).OfType<RecordType>().ToDictionary(type => type.Name, StringComparer.Ordinal);
}
