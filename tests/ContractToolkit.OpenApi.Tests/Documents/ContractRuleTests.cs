namespace ContractToolkit.OpenApi.Tests.Documents;

public sealed class ContractRuleTests
{
    private const string Rules = """
        x-contract-envelope:
          code: /code
          message: /msg
          data: /data
          success: [0, '0']
          failure: { $ref: '#/components/schemas/F' }
          codes: [{ code: 7, meaning: seven, name: Seven, operations: [a] }, { code: 8, meaning: eight }]
        x-contract-token:
          operation: a
          credentials: [{ name: id, request: /id, environment: ID }, { name: key, request: /key, secret: true }]
          token: /data/token
          scheme: t
          lifetime: { seconds: 7200, member: /data/left, unit: milliseconds }
          renewal: { reissueWithin: 1200, overlap: true }
          renewOnCodes: [42]
        paths:
          /a: { post: { operationId: a, responses: { '200': { description: d } } } }
          /b: { post: { x-contract-envelope: false, responses: { '200': { description: d } } } }
          /c: { post: { x-contract-envelope: { code: /status, success: [ok] }, responses: { '200': { description: d } } } }
        components: { schemas: { F: { type: object } } }
        """;

    private static readonly ContractDocument Document = Sample.Of("3.1.0", Rules);

    [Fact]
    public void The_envelope_is_inherited_switched_off_or_overridden_member_by_member()
    {
        Assert.Empty(Document.Findings);
        EnvelopeRule rule = Document.Contract!.Envelope!;
        Assert.Equal(("/code", "/msg", "/data"), (rule.Code, rule.Message, rule.Data));
        Assert.Equal(["0", "\"0\""], rule.Success.Select(literal => literal.Text));
        Assert.Equal("#/components/schemas/F", rule.Failure!.Reference!.Value.Value);
        Assert.Equal(new ReturnCode(new JsonLiteral(JsonKind.Number, "7"), "seven", "Seven", EquatableArray.Create<string>(["a"])), rule.Codes[0]);
        Assert.Equal([rule, null], Document.Contract.Operations.Take(2).Select(operation => operation.Envelope));
        EnvelopeRule own = Document.Contract.Operations[2].Envelope!;
        Assert.Equal(("/status", "/msg", "/data", "\"ok\""), (own.Code, own.Message, own.Data, own.Success[0].Text));
    }

    [Fact]
    public void The_token_rule_is_read_with_its_defaults()
    {
        TokenRule rule = Document.Contract!.Token!;
        Assert.Equal(("a", "/data/token", "t"), (rule.Operation, rule.Token, rule.Scheme));
        Assert.Equal([new TokenCredential("id", "/id", "ID", false), new TokenCredential("key", "/key", null, true)], rule.Credentials);
        Assert.Equal((7200, "/data/left", true), (rule.LifetimeSeconds, rule.LifetimeMember, rule.LifetimeInMilliseconds));
        Assert.Equal((1200, true, 60, 1140), (rule.ReissueWithinSeconds, rule.Overlap, rule.MarginSeconds, rule.TrustSeconds));
        Assert.Equal([401], rule.RenewOnStatuses);
        Assert.Equal("42", Assert.Single(rule.RenewOnCodes).Text);
    }

    [Fact]
    public void Paging_is_read_with_its_defaults()
    {
        const string rule = "x-contract-paging: { page: '$request.body#/p', size: $request.query.size, items: /data/list, more: /more, total: /data/total }";
        ContractDocument document = Sample.Of("3.1.0", "paths: { /a: { get: { parameters: [ { in: query, name: size, schema: { type: integer } } ], " + rule + ", responses: { '200': { description: d } } } } }\ncomponents: {}");
        Assert.Empty(document.Findings);
        PagingRule paging = Assert.Single(document.Contract!.Operations).Paging!;
        Assert.Equal((PagingStyle.Page, "$request.body#/p", "$request.query.size", 1), (paging.Style, paging.Position!.ToString(), paging.Size!.ToString(), paging.First));
        Assert.Equal(("/data/list", "/more", "/data/total", null), (paging.Items, paging.More, paging.Total, paging.Next));
    }

    [Theory]
    [InlineData("$response.body#/links/next")]
    [InlineData("$response.header.Link")]
    public void Paging_by_url_is_read(string next)
    {
        ContractDocument document = Sample.Of("3.1.0", "paths: { /a: { get: { x-contract-paging: { next: '" + next + "', items: '' }, responses: { '200': { description: d } } } } }\ncomponents: {}");
        Assert.Empty(document.Findings);
        PagingRule paging = Assert.Single(document.Contract!.Operations).Paging!;
        Assert.Equal((PagingStyle.Url, null, next, ""), (paging.Style, paging.Position, paging.Next, paging.Items));
    }

    [Theory]
    [InlineData("x-contract-envelop: {}", "CT1501", "did you mean 'x-contract-envelope'?")]
    [InlineData("x-contract-envelope: { code: code, success: [0] }", "CT1502", "JSON pointer")]
    [InlineData("x-contract-envelope: { code: /code, sucess: [0], success: [0] }", "CT1502", "did you mean 'success'?")]
    [InlineData("x-contract-envelope: { code: /code }", "CT1502", "has no 'success'")]
    [InlineData("x-contract-envelope: { code: /code, success: [0], codes: [{ code: 1, meaning: m, status: 200 }] }", "CT1502", "from 400 to 599")]
    [InlineData("x-contract-envelope: { code: /code, success: [{}] }", "CT1502", "takes scalars")]
    [InlineData("x-contract-token: { operation: a, credentials: [], token: /t }", "CT1502", "has no 'scheme'")]
    [InlineData("x-contract-token: { operation: a, credentials: [], token: /t, scheme: s, lifetime: { seconds: 1.5 } }", "CT1502", "whole seconds")]
    [InlineData("x-contract-token: { operation: a, credentials: [], token: /t, scheme: s, lifetime: { unit: hours } }", "CT1502", "seconds or milliseconds")]
    [InlineData("paths: { /a: { get: { x-contract-effect: reed } } }", "CT1502", "takes read, create, update or delete")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { items: /a } } } }", "CT1502", "one of 'page', 'offset' and 'cursor'")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { page: $request.query.p, offset: $request.query.p, items: /a } } } }", "CT1502", "one of 'page', 'offset' and 'cursor'")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { page: '$request.body#/p' } } } }", "CT1502", "has no 'items'")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { page: '$request.body#/p', items: a } } } }", "CT1502", "JSON pointer")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { page: $request.query.p, items: /a } } } }", "CT1502", "the query parameter 'p', which the operation does not have")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { page: /p, items: /a } } } }", "CT1502", "takes $request.query.NAME or $request.body#/NAME")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { cursor: '$request.body#/p', items: /a } } } }", "CT1502", "'cursor' needs 'next'")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { page: '$request.body#/p', items: /a, next: /n } } } }", "CT1502", "'next' goes with 'cursor', or alone")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { next: /n, items: /a } } } }", "CT1502", "a 'next' that gives a URL")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { next: $response.query.a, items: /a } } } }", "CT1502", "takes $response.body#/POINTER or $response.header.NAME")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { next: $response.header., items: /a } } } }", "CT1502", "takes $response.body#/POINTER or $response.header.NAME")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { next: '$response.header.L nk', items: /a } } } }", "CT1502", "no name of a header")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { next: $response.header.Link, first: 1, items: /a } } } }", "CT1502", "'first' goes with 'page' and 'offset' only")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { page: '$request.body#/p', next: $response.header.Link, items: /a } } } }", "CT1502", "'next' goes with 'cursor', or alone")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { page: '$request.body#/p', items: /a, first: -1 } } } }", "CT1502", "'first' takes a whole number")]
    [InlineData("paths: { /a: { get: { x-contract-paging: { page: '$request.body#/p', totl: /a, items: /a } } } }", "CT1502", "did you mean 'total'?")]
    public void A_typing_error_is_named_and_switches_nothing_off_silently(string text, string id, string message)
    {
        ContractDocument document = Sample.Of("3.1.0", text + "\ncomponents: {}");

        Assert.Contains(document.Findings, finding => finding.Id == id && finding.Message.Contains(message));
    }
}
