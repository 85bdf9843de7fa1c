using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using ContractToolkit.TestSupport;

namespace ContractToolkit.EndToEnd;

/// <summary><c>contract proxy</c> as a process, between a client and a server, ended as a service is ended.</summary>
public sealed class ProxyTests : IDisposable
{
    private const string Secret = "PLANTED-5f3c+tT9w";
    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: 1.0.0 }
        paths:
          /login:
            post:
              requestBody: { content: { application/json: { schema: { type: object, properties: { password: { type: string, maxLength: 5 } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer }, said: { type: string, maxLength: 3 } } } } } } }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("contract-proxy-").FullName;

    [Fact]
    public async Task Traffic_is_judged_recorded_and_counted_and_no_secret_comes_out()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "shop.yaml"), Document, TestContext.Current.CancellationToken);
        await using LoopbackServer target = await LoopbackServer.StartAsync((request, response) =>
        {
            response.Headers.SetCookie = "sid=" + Secret;
            return response.AnswerAsync($$"""{"id":"no number","said":"{{Secret}}","token":"{{Secret}}"}""");
        });
        (string output, string error, int code) = await RunAsync(target.Url, async http =>
        {
            using var ask = new HttpRequestMessage(HttpMethod.Post, "/login?api_key=" + Uri.EscapeDataString(Secret)) { Content = new StringContent($$"""{"password":"{{Secret}}"}""", Encoding.UTF8, "application/json") };
            ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
            ask.Headers.Add("Cookie", "sid=" + Secret);
            ask.Headers.Add("X-Mine", Secret);
            using HttpResponseMessage answer = await http.SendAsync(ask);
            // The client and the server see what they said to each other.
            Assert.Contains(Secret, await answer.Content.ReadAsStringAsync());
        });
        Assert.Contains(Secret, target.Received[0].Text);
        Assert.Equal(1, code);
        Assert.Contains("response-body: The body at /id", error);
        Assert.Contains("1 exchanges, 1 of them against the contract", error);
        string[] kept = [output, error, Read("t.har"), Read("t.ndjson"), Read("t.profile")];
        Assert.All(kept, text => Assert.DoesNotContain("PLANTED", text));
        // What was kept is of use: the recordings say the same as the proxy, and the profile leads to drift.
        Assert.Equal(1, (await ContractTool.RunInAsync(folder, "check", "shop.yaml", "--har", "t.har")).ExitCode);
        Assert.Equal(1, (await ContractTool.RunInAsync(folder, "check", "shop.yaml", "--har", "t.ndjson")).ExitCode);
        Assert.Contains("drift-type", (await ContractTool.RunInAsync(folder, "drift", "shop.yaml", "--profile", "t.profile")).Output);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Read(string name) => File.ReadAllText(Path.Combine(folder, name));

    private async Task<(string Output, string Error, int Code)> RunAsync(Uri target, Func<HttpClient, Task> calls)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        string[] args = [Built.Tool, "proxy", "shop.yaml", "--target", target.ToString(), "--port", "0", "--har", "t.har", "--ndjson", "t.ndjson", "--profile", "t.profile", "--redact", "x-mine"];
        foreach (string arg in args) start.ArgumentList.Add(arg);
        using Process process = Process.Start(start)!;
        try
        {
            string greeting = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
            string address = greeting[(greeting.LastIndexOf("http://", StringComparison.Ordinal))..].Split(';')[0];
            using HttpClient http = new() { BaseAddress = new Uri(address) };
            Assert.Equal("ready\n", await http.GetStringAsync("/.well-known/contract-proxy/ready"));
            await calls(http);
            using Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
            await process.WaitForExitAsync(limit.Token);
            return (greeting + await process.StandardOutput.ReadToEndAsync(limit.Token), await process.StandardError.ReadToEndAsync(limit.Token), process.ExitCode);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
