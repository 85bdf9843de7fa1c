using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace ContractToolkit.Mocking.Tests;

/// <summary>A server as a process whose time and memory are read from the system.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private const double TicksPerSecond = 100;
    private readonly Process process;

    private MeasuredServer(Process process, int port, TimeSpan untilReady)
    {
        this.process = process;
        Port = port;
        UntilReady = untilReady;
    }

    public int Port { get; }

    /// <summary>From the start of the process to the first connection that it took.</summary>
    public TimeSpan UntilReady { get; }

    /// <summary>Processor seconds so far, of all threads.</summary>
    public double CpuSeconds
    {
        get
        {
            // The fields behind the name, which may hold blanks: user and system time are the 12th and 13th of them.
            string stat = File.ReadAllText($"/proc/{process.Id}/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
    }

    /// <summary>Resident memory in MB.</summary>
    public long Megabytes => File.ReadLines($"/proc/{process.Id}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).First();

    /// <summary>Starts a program that listens on a port; null where it does not within the time.</summary>
    public static async Task<MeasuredServer?> StartAsync(int port, TimeSpan limit, string program, params string[] args)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string arg in args) start.ArgumentList.Add(arg);
        long clock = Stopwatch.GetTimestamp();
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (Stopwatch.GetElapsedTime(clock) < limit && !process.HasExited)
        {
            try
            {
                using TcpClient probe = new();
                await probe.ConnectAsync("127.0.0.1", port);
                return new MeasuredServer(process, port, Stopwatch.GetElapsedTime(clock));
            }
            catch (SocketException)
            {
                await Task.Delay(20);
            }
        }

        if (!process.HasExited) process.Kill(entireProcessTree: true);
        return null;
    }

    /// <summary>Sends requests in a row over one connection, a few of them under way at once; the answers' statuses must all be as given.</summary>
    public async Task LoadAsync(Func<int, string> request, int count, string status, int underWay)
    {
        using TcpClient client = new() { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", Port);
        NetworkStream stream = client.GetStream();
        AnswerCounter answers = new(stream, "HTTP/1.1 " + status);
        for (int sent = 0; sent < count; sent += underWay)
        {
            int batch = Math.Min(underWay, count - sent);
            System.Text.StringBuilder text = new();
            for (int i = 0; i < batch; i++) text.Append(request(sent + i));
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text.ToString()));
            await answers.ReadAsync(batch);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
