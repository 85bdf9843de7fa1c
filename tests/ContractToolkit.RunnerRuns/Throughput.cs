using System.Diagnostics;
using System.Globalization;
using ContractToolkit.Testing;

namespace ContractToolkit.RunnerRuns;

/// <summary>How many requests a second the runner sends and checks, and what one costs it.</summary>
internal static class Throughput
{
    public static async Task<int> RunAsync(NotesProcess server, TimeSpan length, int workers)
    {
        using HttpTarget target = HttpTarget.Server(server.Address);
        await NotesRun.OnceAsync(target, 1, 300, workers);
        TimeSpan mine = Process.GetCurrentProcess().TotalProcessorTime, theirs = server.ProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes();
        Stopwatch clock = Stopwatch.StartNew();
        long requests = 0;
        for (ulong seed = 2; clock.Elapsed < length; seed++) requests += (await NotesRun.OnceAsync(target, seed, 1000, workers)).Requests;
        double seconds = clock.Elapsed.TotalSeconds;
        mine = Process.GetCurrentProcess().TotalProcessorTime - mine;
        theirs = server.ProcessorTime - theirs;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{requests} checked requests in {seconds:0.0} s with {workers} workers: {requests / seconds:0} a second; per request {mine.TotalMicroseconds / requests:0} us of the runner's CPU, {theirs.TotalMicroseconds / requests:0} us of the server's, {(GC.GetTotalAllocatedBytes() - allocated) / requests / 1024.0:0.0} KB allocated"));
        return 0;
    }
}
