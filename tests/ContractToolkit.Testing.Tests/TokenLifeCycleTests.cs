using System.Net;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Testing.Tests;

/// <summary>The life of a token: renewed, overlapping, expired.</summary>
public sealed class TokenLifeCycleTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Tokens, version: '1' }
        x-contract-token:
          operation: issue
          credentials: [ { name: id, request: /id, environment: TOKEN_ID } ]
          token: /token
          scheme: bearer
          lifetime: { member: /expires }
          renewal: { overlap: true, margin: 0 }
        paths:
          /token:
            post:
              operationId: issue
              security: []
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } }
              responses: { '200': { description: Issued., content: { application/json: { schema: { type: object, required: [token, expires], properties: { token: { type: string }, expires: { type: integer } } } } } }, '400': { description: No. } }
          /things:
            get: { operationId: things, security: [ { bearer: [] } ], responses: { '200': { description: All. }, '401': { description: No. } } }
        components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }
        """;

    [Fact]
    public async Task A_server_that_keeps_the_rule_is_clean() => Assert.Empty(await RunAsync(new TokenServer()));

    [Theory]
    [InlineData("never-expires", "is still taken")]
    [InlineData("renewed-refused", "just issued is refused")]
    [InlineData("old-ends", "stays good beside the new one")]
    public async Task A_broken_rule_is_found(string fault, string words)
    {
        Finding finding = Assert.Single(await RunAsync(new TokenServer(fault)), finding => finding.Id == "token-life-cycle");
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token-", finding.Message + string.Concat(finding.Evidence.Select(evidence => evidence.Text)), StringComparison.Ordinal);
    }

    private static async Task<Finding[]> RunAsync(TokenServer server)
    {
        CompiledContract contract = CompiledContract.Compile(ContractReader.Read("tokens.yaml", Encoding.UTF8.GetBytes(Document)));
        RunOptions options = new() { Environment = name => name == "TOKEN_ID" ? "me-myself" : null, Phases = [TestPhase.Examples, TestPhase.Stateful] };
        Report report = await new ContractRunner(contract, new HttpTarget("in process", "http://tokens.test", server, isLocal: true), options).RunAsync(TestContext.Current.CancellationToken);
        return [.. report.Findings.Where(finding => finding.Finding.Level != FindingLevel.Info).Select(finding => finding.Finding)];
    }

    private sealed class TokenServer(string? fault = null) : HttpMessageHandler
    {
        private readonly Dictionary<string, DateTimeOffset> live = [];
        private int issued;
        private int known;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath == "/token") return await IssueAsync(request, cancellationToken);
            string token = request.Headers.Authorization?.Parameter ?? "";
            bool good = live.TryGetValue(token, out DateTimeOffset end) && (end > DateTimeOffset.UtcNow || fault == "never-expires");
            if (good && known == 0) known = issued;
            if (fault == "renewed-refused" && token != $"token-secret-{known}") good = false;
            return new(good ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
        }

        private async Task<HttpResponseMessage> IssueAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellation);
            if (!body.Contains("me-myself", StringComparison.Ordinal)) return new(HttpStatusCode.BadRequest);
            if (fault == "old-ends") live.Clear();
            string token = $"token-secret-{++issued}";
            live[token] = DateTimeOffset.UtcNow.AddSeconds(2);
            return new(HttpStatusCode.OK) { Content = new StringContent($$"""{"token":"{{token}}","expires":2}""", Encoding.UTF8, "application/json") };
        }
    }
}
