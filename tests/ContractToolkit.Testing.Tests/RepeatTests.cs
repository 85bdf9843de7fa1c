using System.Net;
using System.Text;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing.Tests;

/// <summary>Reading twice, HEAD beside GET, putting twice, creating twice with one key: what is a fault, and what only looks like one.</summary>
public sealed class RepeatTests
{
    private static readonly CompiledContract Jobs = CompiledContract.Compile(ContractReader.Read("jobs.yaml", """
        openapi: 3.1.0
        info: { title: Jobs, version: '1' }
        paths:
          /status:
            get:
              responses: { '200': { description: Well., content: { application/json: { schema: { type: object } }, text/plain: {} } }, '404': { description: None. } }
          /jobs:
            post:
              parameters: [ { name: Idempotency-Key, in: header, required: true, schema: { type: string, format: uuid } } ]
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [title], additionalProperties: false, properties: { title: { type: string, maxLength: 9 } } } } } }
              responses: { '201': { description: Made., content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } } }, '400': { description: Bad. }, '409': { description: Known. } }
          /jobs/{id}:
            delete:
              parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
              responses: { '204': { description: Gone. }, '404': { description: None. } }
        """u8.ToArray()));

    [Theory]
    [InlineData("status", "unstable-read")]
    [InlineData("media type", "unstable-read")]
    [InlineData("kind", "unstable-read")]
    public async Task A_read_that_changes_what_is_read_is_found(string fault, string rule)
    {
        int reads = 0;
        IReadOnlyList<string> found = await RunAsync(path => path != "/status" ? null : ++reads == 1 ? Json("""{"a":1}""") : fault switch
        {
            "status" => new HttpResponseMessage(HttpStatusCode.NotFound),
            "media type" => new HttpResponseMessage { Content = new StringContent("text") },
            _ => Json("""{"a":"1"}"""),
        }, phases: TestPhase.Stateful);
        Assert.Contains(rule, found);
    }

    [Fact]
    public async Task Values_members_times_and_null_may_differ()
    {
        int reads = 0;
        Assert.Empty(await RunAsync(path => path == "/status" ? Json($$"""{"count":{{++reads}},"at":"2026-11-22T17:00:{{reads % 60:00}}Z","list":[{{string.Join(',', Enumerable.Repeat(1, reads))}}],"done":{{(reads % 2 == 0 ? "null" : "\"x\"")}}{{(reads % 3 == 0 ? ",\"extra\":{}" : "")}}}""") : null));
    }

    [Fact]
    public async Task A_server_that_answers_one_way_or_the_other_changes_nothing()
    {
        int reads = 0;
        Assert.DoesNotContain("unstable-read", await RunAsync(path => path == "/status" ? Json(++reads % 2 == 0 ? """{"a":1}""" : """{"a":"1"}""") : null));
    }

    [Fact]
    public async Task A_create_that_ignores_its_key_is_found() => Assert.Contains("not-idempotent", await RunAsync(_ => null, mindsKey: false));

    [Fact]
    public async Task A_create_that_minds_its_key_is_clean_also_where_a_known_key_is_refused()
    {
        Assert.Empty(await RunAsync(_ => null));
        Assert.Empty(await RunAsync(_ => null, refusesKnown: true));
    }

    [Theory]
    [InlineData("{\"\\ud800\":{\"\\udc00\":1},\"id\":\"\\ud800\"}")]
    [InlineData("{\"caf\u00e9\":[{\"id\":\"\u00e9\"}],\"id\":\"\u00e9\"}")]
    public async Task Text_that_is_no_Unicode_breaks_no_check(string json)
    {
        byte[] latin = System.Text.Encoding.Latin1.GetBytes(json);
        HttpResponseMessage Answer()
        {
            HttpResponseMessage answer = new() { Content = new ByteArrayContent(latin) };
            answer.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            return answer;
        }

        await RunAsync(path => path == "/status" ? Answer() : null);
        HttpTarget target = new("all", "http://all.test", new Always(Answer), isLocal: true);
        Report report = await new ContractRunner(ShopRun.Contract, target, ShopRun.Options with { FuzzingCases = 5 }).RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(RunOutcome.Completed, report.Outcome);
    }

    [Fact]
    public void A_curl_line_for_HEAD_ends_by_itself() =>
        Assert.Equal("curl -I 'http://x.test/'", CurlLine.Of(new ExchangeRequest { Method = "HEAD", Url = "http://x.test/" }));

    private static HttpResponseMessage Json(string text) => new() { Content = new StringContent(text, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };

    private static async Task<IReadOnlyList<string>> RunAsync(Func<string, HttpResponseMessage?> answer, bool mindsKey = true, bool refusesKnown = false, params TestPhase[] phases)
    {
        HttpTarget target = new("jobs", "http://jobs.test", new JobServer(answer, mindsKey, refusesKnown), isLocal: true);
        Report report = await new ContractRunner(Jobs, target, new() { Phases = phases.Length > 0 ? phases.ToEquatableArray() : [TestPhase.Examples, TestPhase.Coverage, TestPhase.Stateful] }).RunAsync(TestContext.Current.CancellationToken);
        return [.. report.Findings.Where(finding => finding.Finding.Level != FindingLevel.Info).Select(finding => finding.Finding.Id)];
    }

    private sealed class Always(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer());
    }

    /// <summary>Gives the answer to a known key again, or refuses it, or does not mind it; one that came with another body is refused, as the drafts of the header say.</summary>
    private sealed class JobServer(Func<string, HttpResponseMessage?> answer, bool mindsKey, bool refusesKnown) : HttpMessageHandler
    {
        private readonly Dictionary<string, (string Body, int Id)> known = [];
        private readonly HashSet<int> jobs = [];
        private int next = 1;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string path = request.RequestUri!.AbsolutePath;
            if (request.Method == HttpMethod.Head) return new(HttpStatusCode.MethodNotAllowed);
            if (request.Method == HttpMethod.Get && answer(path) is { } given) return given;
            if (path == "/status") return request.Method == HttpMethod.Get ? Json("{}") : Refused("GET");
            if (path.Length > 6) return request.Method != HttpMethod.Delete ? Refused("DELETE") : new(int.TryParse(path[6..], out int id) && jobs.Remove(id) ? HttpStatusCode.NoContent : HttpStatusCode.NotFound);
            return request.Method == HttpMethod.Post ? await CreateAsync(request, cancellationToken) : Refused("POST");
        }

        private static HttpResponseMessage Refused(string allow)
        {
            HttpResponseMessage refused = new(HttpStatusCode.MethodNotAllowed) { Content = new ByteArrayContent([]) };
            refused.Content.Headers.TryAddWithoutValidation("Allow", allow);
            return refused;
        }

        private async Task<HttpResponseMessage> CreateAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellation);
            string? key = request.Headers.TryGetValues("Idempotency-Key", out IEnumerable<string>? keys) ? keys.Single() : null;
            if (!Guid.TryParse(key, out _) || request.Content?.Headers.ContentType?.MediaType != "application/json" || !IsJob(body)) return new(HttpStatusCode.BadRequest);
            if (mindsKey && known.TryGetValue(key, out (string Body, int Id) made)) return refusesKnown || made.Body != body ? new(HttpStatusCode.Conflict) : Created(made.Id);
            jobs.Add(next);
            known[key] = (body, next);
            return Created(next++);
        }

        private static HttpResponseMessage Created(int id)
        {
            HttpResponseMessage created = Json($$"""{"id":{{id}}}""");
            created.StatusCode = HttpStatusCode.Created;
            return created;
        }

        private static bool IsJob(string body)
        {
            try
            {
                using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(body);
                return json.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object && json.RootElement.EnumerateObject().All(member => member.Name == "title")
                    && json.RootElement.TryGetProperty("title", out System.Text.Json.JsonElement title) && title.ValueKind == System.Text.Json.JsonValueKind.String && title.GetString()!.EnumerateRunes().Count() <= 9;
            }
            catch (System.Text.Json.JsonException)
            {
                return false;
            }
        }
    }
}
