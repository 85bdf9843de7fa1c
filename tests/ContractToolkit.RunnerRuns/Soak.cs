using System.Diagnostics;
using System.Globalization;
using System.Net.NetworkInformation;
using ContractToolkit.Testing;
using ContractToolkit.TestSupport;

namespace ContractToolkit.RunnerRuns;

/// <summary>Runs for long, and says minute by minute what memory and how many sockets are held: both must stay flat.</summary>
internal static class Soak
{
    public static async Task<int> RunAsync(NotesProcess server, TimeSpan length, int workers, int? rate)
    {
        List<string> rows = [];
        List<double> heaps = [];
        List<int> sockets = [];
        using HttpTarget target = HttpTarget.Server(server.Address);
        Stopwatch clock = Stopwatch.StartNew();
        TimeSpan next = TimeSpan.FromMinutes(1);
        long requests = 0;
        for (ulong seed = (ulong)LongRun.Seed; clock.Elapsed < length; seed++)
        {
            requests += (await NotesRun.OnceAsync(target, seed, 300, workers, rate)).Requests;
            if (clock.Elapsed < next) continue;
            next += TimeSpan.FromMinutes(1);
            GC.Collect();
            heaps.Add(GC.GetTotalMemory(forceFullCollection: true) / 1e6);
            sockets.Add(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Count(connection => connection.RemoteEndPoint.Port == server.Address.Port && connection.State == TcpState.Established));
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {clock.Elapsed.TotalMinutes:0} | {requests} | {heaps[^1]:0.0} | {Environment.WorkingSet / 1e6:0} | {sockets[^1]} |"));
            Console.WriteLine(rows[^1]);
        }

        bool flat = heaps.Count < 3 || heaps[^1] < heaps[1] * 1.2 + 2;
        bool leaks = sockets.Count > 2 && sockets[^1] > sockets[0] + 4;
        LongRun.Keep("soak", string.Create(CultureInfo.InvariantCulture, $"""
            # Soak of the runner

            `bash .ci/soak MINUTES WORKERS RATE`: the runner with {workers} worker(s){(rate is { } most ? $", at most {most} requests a second," : "")} against a Kestrel application of its own process, run after run,
            each with another seed. {requests} checked requests in {clock.Elapsed.TotalMinutes:0} minutes; the memory of live objects is {(flat ? "flat" : "growing")}, sockets {(leaks ? "leak" : "do not leak")}.

            | minute | requests | live objects, MB | working set, MB | open sockets |
            |---|---|---|---|---|
            {string.Join("\n", rows)}

            """));
        return flat && !leaks ? 0 : 1;
    }
}
