using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Our mock beside Prism in one run: processor time per request, time until it listens, memory. Written to <c>docs/results/mock.md</c>.</summary>
[Trait("Category", LongRun.Category)]
public sealed class MockSpeedTests(ITestOutputHelper output)
{
    // One after the other, as clients mostly call; pipelining would flatter both.
    private const int UnderWay = 1;
    private const int Rounds = 7;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly System.Text.StringBuilder report = new();

    [Fact]
    public async Task Beside_Prism()
    {
        LongRun.Require();
        string prism = NodeTool.Require("prism");
        string corpus = SharedData.Require("corpus/public");
        Write("# The mock beside Prism\n\nBoth as processes, in one run, on loopback; processor time of the server (all threads) per request, from the system's own count:\nthe medians of seven rounds in turn.");
        Write($"Prism 5.14.2 on Node; two loaded cores. Repeat: `bash .ci/long MockSpeed`.\n");
        Write("| document | request | ours µs | Prism µs | ratio |\n|---|---|--:|--:|--:|");
        await CompareAsync(prism, "petstore", Path.Combine(corpus, "swagger-petstore/openapi.yaml"), 20_000, 1_500,
        [
            new("static answer", "200", i => Get($"/pet/{i % 1000}", "api_key: x")),
            new("dynamic answer", "200", i => Get($"/pet/{i % 1000}", "api_key: x\r\nPrefer: dynamic=true")),
            new("validated body", "200", i => Post("/pet", $$"""{"id":{{i}},"name":"doggie","photoUrls":["a","b"],"status":"available","tags":[{"id":1,"name":"x"}]}""", "Authorization: Bearer x")),
        ]);
        await CompareAsync(prism, "GitHub", Path.Combine(corpus, "github/api.github.com.json"), 20_000, 40,
        [
            new("static answer", "200", i => Get($"/repos/octo/hello/issues/{i % 1000}", "User-Agent: x")),
            new("dynamic answer", "200", i => Get($"/repos/octo/hello/labels/{i % 1000}", "User-Agent: x\r\nPrefer: dynamic=true")),
            new("validated body", "201", i => Post("/repos/octo/hello/issues", $$"""{"title":"t{{i}}","labels":["a"],"body":"text"}""", "User-Agent: x")),
        ]);
        Write("\n| until it listens | ours s | Prism s |\n|---|--:|--:|");
        foreach (string row in starts) Write(row);
        await StripeAsync(prism);
        InProcess(Path.Combine(corpus, "swagger-petstore/openapi.yaml"));
        await MemoryAsync(Path.Combine(corpus, "swagger-petstore/openapi.yaml"));
        LongRun.Keep("mock", report.ToString());
    }

    private readonly List<string> starts = [];

    private static string Tool => Path.Combine(SharedData.Repository, "src/ContractToolkit.Cli/bin", AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0/contract.dll");

    private static string Get(string path, string fields) => $"GET {path} HTTP/1.1\r\nHost: x\r\n{fields}\r\n\r\n";

    private static string Post(string path, string body, string fields) =>
        $"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{fields}\r\n\r\n{body}";

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static Task<MeasuredServer?> OursAsync(string document, params string[] args)
    {
        int port = FreePort();
        return MeasuredServer.StartAsync(port, Patience, "dotnet", [Tool, "mock", document, "--quiet", "--port", Number(port), .. args]);
    }

    private static Task<MeasuredServer?> PrismAsync(string prism, string document, TimeSpan limit)
    {
        int port = FreePort();
        return MeasuredServer.StartAsync(port, limit, "node", prism, "mock", document, "-p", Number(port), "-h", "127.0.0.1", "-v", "silent");
    }

    private static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);

    private async Task CompareAsync(string prism, string name, string document, int count, int prismCount, Scenario[] scenarios)
    {
        await using MeasuredServer ours = await OursAsync(document) ?? throw new InvalidOperationException("Our mock did not start.");
        await using MeasuredServer? theirs = await PrismAsync(prism, document, Patience);
        starts.Add(FormattableString.Invariant($"| {name} | {ours.UntilReady.TotalSeconds:0.0} | {(theirs is null ? "> 60" : theirs.UntilReady.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture))} |"));
        foreach (Scenario scenario in scenarios)
        {
            (double mine, double? peer) = await MeasureAsync(ours, count, theirs, prismCount, scenario);
            Write(FormattableString.Invariant($"| {name} | {scenario.Name} | {mine:0} | {(peer is { } known ? known.ToString("0", CultureInfo.InvariantCulture) : "-")} | {(peer is { } other ? (mine / other).ToString("0.000", CultureInfo.InvariantCulture) : "-")} |"));
        }
    }

    // Microseconds of the servers' processor time per request: the medians of rounds in turn, so that what else runs on the machine meets both.
    private static async Task<(double Ours, double? Theirs)> MeasureAsync(MeasuredServer ours, int count, MeasuredServer? theirs, int theirCount, Scenario scenario)
    {
        // Both run on compilers that take their time: what is measured is the state that they come to.
        await ours.LoadAsync(scenario.Request, 2 * count, scenario.Status, UnderWay);
        if (theirs is not null) await theirs.LoadAsync(scenario.Request, 2 * theirCount, scenario.Status, UnderWay);
        List<double> mine = [];
        List<double> others = [];
        for (int round = 0; round < Rounds; round++)
        {
            mine.Add(await RoundAsync(ours, scenario, count));
            if (theirs is not null) others.Add(await RoundAsync(theirs, scenario, theirCount));
        }

        return (Median(mine), theirs is null ? null : Median(others));
    }

    private static async Task<double> RoundAsync(MeasuredServer server, Scenario scenario, int count)
    {
        double before = server.CpuSeconds;
        await server.LoadAsync(scenario.Request, count, scenario.Status, UnderWay);
        return (server.CpuSeconds - before) * 1e6 / count;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private async Task StripeAsync(string prism)
    {
        string document = SharedData.Require("corpus/stripe");
        string file = Directory.EnumerateFiles(document, "*.json").OrderByDescending(path => new FileInfo(path).Length).First();
        await using MeasuredServer? ours = await OursAsync(file);
        await using MeasuredServer? theirs = await PrismAsync(prism, file, Patience);
        Write(FormattableString.Invariant($"| Stripe | {ours?.UntilReady.TotalSeconds:0.0} | {(theirs is null ? "not within 60" : theirs.UntilReady.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture))} |"));
    }

    private void InProcess(string document)
    {
        CompiledContract contract = CompiledContract.Compile(ContractReader.Read("openapi.yaml", File.ReadAllBytes(document)));
        using HttpClient http = new(new MockHttpMessageHandler(contract)) { BaseAddress = new Uri("http://x") };
        http.DefaultRequestHeaders.Add("api_key", "x");
        for (int i = 0; i < 20_000; i++) _ = http.GetByteArrayAsync("/pet/1").Result;
        const int Count = 100_000;
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        long memory = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Count; i++) _ = http.GetByteArrayAsync("/pet/1").Result;
        double each = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / Count;
        Write(FormattableString.Invariant($"\nIn process (`MockHttpMessageHandler` behind `HttpClient`), petstore, static answer: {each:0.0} µs and {(GC.GetAllocatedBytesForCurrentThread() - memory) / Count:0} bytes per call."));
    }

    private async Task MemoryAsync(string document)
    {
        const int Million = 1_000_000;
        await using MeasuredServer server = await OursAsync(document, "--stateful") ?? throw new InvalidOperationException("Our mock did not start.");
        Scenario[] mix =
        [
            new("", "200", i => Get($"/pet/{i}?__seed={i}", "api_key: x")),
            new("", "200", i => Post("/pet", $$"""{"id":{{i}},"name":"n{{i}}","photoUrls":["a"]}""", "Authorization: Bearer x")),
            new("", "404", i => Get($"/nothing/{i}", "X: y")),
        ];
        System.Text.StringBuilder row = new();
        int part = Million / 10 / mix.Length;
        for (int tenth = 0; tenth < 10; tenth++)
        {
            foreach (Scenario scenario in mix) await server.LoadAsync(i => scenario.Request((tenth * part) + i), part, scenario.Status, 64);
            row.Append(CultureInfo.InvariantCulture, $"{(tenth == 0 ? "" : ", ")}{server.Megabytes}");
        }

        Write($"\nMemory over a million requests (stateful; reads with new ids and seeds, creations, unknown paths), MB after each tenth: {row}.");
    }

    private void Write(string line)
    {
        report.Append(line).Append('\n');
        output.WriteLine(line);
    }

    private sealed record Scenario(string Name, string Status, Func<int, string> Request);
}
