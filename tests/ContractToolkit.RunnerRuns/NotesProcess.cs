using System.Diagnostics;
using ContractToolkit.Testing.Tests;
using Microsoft.AspNetCore.Builder;

namespace ContractToolkit.RunnerRuns;

/// <summary>The notes application as a process of its own, so that its time and memory are not taken for the runner's.</summary>
internal sealed class NotesProcess : IAsyncDisposable
{
    private readonly Process process;

    private NotesProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<int> ServeAsync()
    {
        await using WebApplication application = NotesApplication.Build(port: true);
        await application.StartAsync();
        Console.WriteLine(application.Urls.First());
        // Ends with its parent, whose end closes the stream.
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public static async Task<NotesProcess> StartAsync()
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, ["serve"]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        Process process = Process.Start(start)!;
        string? address = await process.StandardOutput.ReadLineAsync();
        return new(process, new Uri(address ?? throw new InvalidOperationException("The server ended before it listened.")));
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
