using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using ContractToolkit.Drift.Sampling;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ContractToolkit.DriftRuns;

/// <summary>What the sampling handler costs a request: in CPU of the whole process (so that the work in the background counts), and in waiting of the caller.</summary>
internal static class SamplingCost
{
    private const int Rounds = 30;
    private static readonly byte[] Body = System.Text.Encoding.UTF8.GetBytes(new ShopTraffic(1).Page());

    public static async Task<int> RunAsync()
    {
        CompiledContract contract = CompiledContract.Compile(ContractReader.Read("shop.yaml", await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "shop.yaml"))));
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication server = builder.Build();
        server.MapGet("/v1/items", context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.Body.WriteAsync(Body).AsTask();
        });
        await server.StartAsync();
        Console.WriteLine(FormattableString.Invariant($"an answer of {Body.Length} bytes; medians of {Rounds} rounds in turn, microseconds a request; in brackets the mean difference to the same round without the handler, with its 95 % confidence interval"));
        await CompareAsync("Kestrel over loopback, in this process", server.Urls.First(), () => new SocketsHttpHandler(), 3000, contract);
        await CompareAsync("a handler in memory, no network at all", "http://shop.example.com", () => new MemoryHandler(), 40_000, contract);
        return 0;
    }

    private static async Task CompareAsync(string name, string address, Func<HttpMessageHandler> inner, int requests, CompiledContract contract)
    {
        (string Name, TrafficSamplerOptions? Options)[] ways =
        [
            ("without the handler", null),
            ("default (1 %, at most 50 a second)", new TrafficSamplerOptions()),
            ("every call, at most 50 a second", new TrafficSamplerOptions { Rate = 1 }),
            ("every call, no limit", new TrafficSamplerOptions { Rate = 1, MaxPerSecond = int.MaxValue }),
        ];
        TrafficSampler?[] samplers = [.. ways.Select(way => way.Options is null ? null : new TrafficSampler(contract, way.Options))];
        List<Cost>[] costs = [.. ways.Select(_ => new List<Cost>())];
        for (int round = 0; round <= Rounds; round++)
        {
            // The ways take turns in who is first.
            foreach (int way in Enumerable.Range(round, ways.Length).Select(i => i % ways.Length))
            {
                Cost cost = await MeasureAsync(address, inner(), requests, samplers[way]);
                // The first round warms up.
                if (round > 0) costs[way].Add(cost);
            }
        }

        Console.WriteLine(name);
        double wait = Median(costs[0], cost => cost.Wait);
        for (int way = 0; way < ways.Length; way++)
        {
            double itsCpu = Median(costs[way], cost => cost.Cpu), itsWait = Median(costs[way], cost => cost.Wait);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {ways[way].Name,-36} CPU {itsCpu,7:0.00} ({Difference(costs[way], costs[0])})  caller {itsWait,7:0.00} ({(itsWait / wait) - 1,+7:P1})  sampled {samplers[way]?.Sampled ?? 0}, dropped {samplers[way]?.Dropped ?? 0}"));
        }

        foreach (TrafficSampler? sampler in samplers)
        {
            if (sampler is not null) await sampler.DisposeAsync();
        }
    }

    private static async Task<Cost> MeasureAsync(string address, HttpMessageHandler inner, int requests, TrafficSampler? sampler)
    {
        using HttpClient client = new(sampler is null ? inner : new SamplingHandler(sampler) { InnerHandler = inner });
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        Stopwatch clock = Stopwatch.StartNew();
        for (int i = 0; i < requests; i++) _ = await client.GetByteArrayAsync(address + "/v1/items?limit=5");
        double waited = clock.Elapsed.TotalMicroseconds / requests;
        // What waits to be counted belongs to this round.
        long counted = -1;
        while (sampler is not null && counted != sampler.Sampled)
        {
            counted = sampler.Sampled;
            await Task.Delay(20);
        }

        self.Refresh();
        return new Cost((self.TotalProcessorTime - before).TotalMicroseconds / requests, waited);
    }

    /// <summary>The mean of the rounds' differences as a share of the cost without, and what it is within with 95 % confidence.</summary>
    private static string Difference(List<Cost> with, List<Cost> without)
    {
        double whole = without.Average(cost => cost.Cpu);
        double[] shares = [.. with.Zip(without, (left, right) => (left.Cpu - right.Cpu) / whole)];
        double mean = shares.Average(), spread = Math.Sqrt(shares.Sum(share => (share - mean) * (share - mean)) / (shares.Length - 1));
        return string.Create(CultureInfo.InvariantCulture, $"{mean * 100:+0.0;-0.0} % ± {1.96 * spread / Math.Sqrt(shares.Length) * 100:0.0}");
    }

    private static double Median(List<Cost> costs, Func<Cost, double> of) => costs.Select(of).Order().ElementAt(costs.Count / 2);

    private readonly record struct Cost(double Cpu, double Wait);

    private sealed class MemoryHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ByteArrayContent content = new(Body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
}
