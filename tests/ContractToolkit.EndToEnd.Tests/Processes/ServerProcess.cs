using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ContractToolkit.EndToEnd;

/// <summary>A server as a process of its own, ended with the test.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan TimeToStart = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private ServerProcess(Process process, string url)
    {
        this.process = process;
        Url = url;
    }

    public string Url { get; }

    /// <summary>The reference server, on a free port.</summary>
    public static Task<ServerProcess> ReferenceAsync(params string[] args) => StartAsync("dotnet", [Built.ReferenceServer, "--port", "0", .. args]);

    /// <summary>Starts a program and waits until it prints the URL that it listens on.</summary>
    /// <param name="program">The program.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="word">What else stands in that line.</param>
    public static async Task<ServerProcess> StartAsync(string program, IEnumerable<string> args, string word = "")
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string arg in args) start.ArgumentList.Add(arg);
        Process process = Process.Start(start)!;
        TaskCompletionSource<string> url = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) url.TrySetException(new InvalidOperationException($"{program} ended before it listened."));
            else if (line.Data.Contains(word, StringComparison.Ordinal) && ListeningUrl().Match(line.Data) is { Success: true } match) url.TrySetResult(match.Value);
        };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, await url.Task.WaitAsync(TimeToStart));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"http://(127\.0\.0\.1|localhost|\[::1\]):\d+")]
    private static partial Regex ListeningUrl();
}
