using System.Net;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Testing.Tests;

/// <summary>Servers that do nothing wrong, each found to alarm an earlier runner.</summary>
public sealed class FalseAlarmTests
{
    [Fact]
    public async Task Allow_may_list_the_methods_of_every_template_that_fits_the_URL() => await IsClean(
        "/a/{id}: { parameters: [ { name: id, in: path, required: true, schema: { type: string, enum: [me] } } ], get: { responses: { '200': { description: Yes. } } } }\n  /{x}/me: { parameters: [ { name: x, in: path, required: true, schema: { type: string, enum: [a] } } ], put: { responses: { '204': { description: Yes. } } } }",
        request => request.RequestUri!.AbsolutePath != "/a/me" ? new(HttpStatusCode.NotFound) : request.Method.Method switch
        {
            "GET" => new(HttpStatusCode.OK),
            "PUT" => new(HttpStatusCode.NoContent),
            _ => NotAllowed("GET", "PUT"),
        });

    [Fact]
    public async Task An_operation_without_responses_promises_nothing() => await IsClean(
        "/a: { get: { summary: Get it. } }", request => request.Method == HttpMethod.Get ? new(HttpStatusCode.OK) : NotAllowed("GET"));

    [Fact]
    public async Task A_declared_Accept_Encoding_is_sent_once() => await IsClean(
        "/a: { get: { parameters: [ { name: Accept-Encoding, in: header, schema: { type: string, enum: [base64] } } ], responses: { '200': { description: Yes. }, '400': { description: No. } } } }",
        request => request.Method != HttpMethod.Get ? NotAllowed("GET")
            : new(request.Headers.NonValidated.TryGetValues("Accept-Encoding", out var value) && value.ToString() != "base64" ? HttpStatusCode.BadRequest : HttpStatusCode.OK));

    [Fact]
    public async Task Header_values_that_HTTP_cannot_carry_are_not_sent()
    {
        List<string> sent = [];
        await IsClean("/a: { get: { parameters: [ { name: X-Name, in: header, schema: { type: string, maxLength: 4 } } ], responses: { '200': { description: Yes. }, '400': { description: No. } } } }", request =>
        {
            if (request.Method != HttpMethod.Get) return NotAllowed("GET");
            if (!request.Headers.NonValidated.TryGetValues("X-Name", out var value)) return new(HttpStatusCode.OK);
            sent.Add(value.ToString());
            return new(value.ToString().Length > 4 ? HttpStatusCode.BadRequest : HttpStatusCode.OK);
        });
        Assert.NotEmpty(sent);
        Assert.All(sent, value => Assert.True(Ascii(value), value));
        static bool Ascii(string text) => text.All(c => c is >= ' ' and <= '~');
    }

    [Fact]
    public async Task Settings_fall_back_to_what_they_were() => await IsClean(
        """
        /a: { post: { responses: { '201': { description: Made., content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer } } } } } } } } }
          /a/{id}: { parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ], delete: { responses: { '204': { description: Gone. }, '400': { description: No. } } } }
          /a/{id}/colours: { parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ], get: { responses: { '200': { description: The colours. }, '400': { description: No. } } }, delete: { responses: { '204': { description: The usual ones again. }, '400': { description: No. } } } }
        """,
        request =>
        {
            string[] path = request.RequestUri!.AbsolutePath.Trim('/').Split('/');
            string[] allowed = path.Length switch { 1 => ["POST"], 2 => ["DELETE"], _ => ["GET", "DELETE"] };
            if (!allowed.Contains(request.Method.Method)) return NotAllowed(allowed);
            if (request.Method == HttpMethod.Post) return new(HttpStatusCode.Created) { Content = new StringContent("""{"id":7}""", Encoding.UTF8, "application/json") };
            if (!decimal.TryParse(Uri.UnescapeDataString(path[1]), out decimal id) || id != Math.Truncate(id)) return new(HttpStatusCode.BadRequest);
            return new(request.Method == HttpMethod.Get ? HttpStatusCode.OK : HttpStatusCode.NoContent);
        });

    [Fact]
    public async Task Paths_of_any_script_are_sent_as_ASCII()
    {
        List<string> sent = [];
        await IsClean("/größen: { get: { responses: { '200': { description: Yes. } } } }", request =>
        {
            sent.Add(request.RequestUri!.OriginalString);
            return request.Method == HttpMethod.Get ? new(HttpStatusCode.OK) : NotAllowed("GET");
        });
        Assert.All(sent, url => Assert.Equal("http://clean.test/gr%C3%B6%C3%9Fen", url));
    }

    [Fact]
    public async Task Addresses_longer_than_servers_should_support_may_be_refused() => await IsClean(
        "/a/{id}: { parameters: [ { name: id, in: path, required: true, schema: { type: string, maxLength: 1000, minLength: 1 } } ], get: { responses: { '200': { description: Yes. }, '400': { description: No. } } } }",
        request => request.Method != HttpMethod.Get ? NotAllowed("GET")
            : request.RequestUri!.PathAndQuery.Length > 8000 ? new(HttpStatusCode.RequestUriTooLong)
            : new(new System.Globalization.StringInfo(Uri.UnescapeDataString(request.RequestUri.AbsolutePath[3..])).LengthInTextElements is 0 or > 1000 ? HttpStatusCode.BadRequest : HttpStatusCode.OK));

    private static HttpResponseMessage NotAllowed(params string[] allow)
    {
        HttpResponseMessage response = new(HttpStatusCode.MethodNotAllowed) { Content = new ByteArrayContent([]) };
        response.Content.Headers.Allow.Clear();
        foreach (string method in allow) response.Content.Headers.Allow.Add(method);
        return response;
    }

    private static async Task IsClean(string paths, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        string document = $"openapi: 3.1.0\ninfo: {{ title: Clean, version: '1' }}\npaths:\n  {paths}\n";
        ContractDocument read = ContractReader.Read("clean.yaml", Encoding.UTF8.GetBytes(document));
        Assert.Empty(read.Findings.Where(finding => finding.Level == FindingLevel.Error).Select(finding => finding.Message));
        HttpTarget target = new("in process", "http://clean.test", new Answering(answer), isLocal: true);
        Report report = await new ContractRunner(CompiledContract.Compile(read), target).RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal([], report.Findings.Where(finding => finding.Finding.Level != FindingLevel.Info).Select(finding => $"{finding.Finding.Id} {finding.Finding.Operation} {finding.Finding.Message}"));
        Assert.True(report.Requests > 3);
    }

    private sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
    }
}
