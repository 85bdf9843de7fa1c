using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ContractToolkit.TestSupport;

namespace ContractToolkit.EndToEnd;

/// <summary>A server that nobody here wrote, as a process on a free port of this machine, with a folder of its own.</summary>
internal sealed class ForeignServer : IAsyncDisposable
{
    private readonly Process process;

    private ForeignServer(Process process, string folder, int port)
    {
        this.process = process;
        Folder = folder;
        Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
    }

    public string Folder { get; }

    public string Url { get; }

    /// <summary>The path of a program of Debian's: installed, or unpacked by <c>.ci/tools</c>. Skips the running test where it is neither.</summary>
    public static string Require(string path, string package)
    {
        string unpacked = Path.Combine(SharedData.Repository, "artifacts", "tools", "debian", path.TrimStart('/'));
        string? found = new[] { path, unpacked }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"needs {path} of Debian's package {package} (bash .ci/tools, or apt-get install {package})");
        return found!;
    }

    /// <summary>Starts a program and waits until it answers.</summary>
    /// <param name="program">The program.</param>
    /// <param name="prepare">Writes its files into its folder and gives its arguments, for a port.</param>
    /// <param name="probe">The path that is asked for until it is answered.</param>
    public static async Task<ForeignServer> StartAsync(string program, Func<string, int, IEnumerable<string>> prepare, string probe)
    {
        string folder = Directory.CreateTempSubdirectory("contract-foreign-").FullName;
        int port = FreePort();
        ProcessStartInfo start = new(program, prepare(folder, port)) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        ForeignServer server = new(process, folder, port);
        await server.WaitAsync(probe);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task WaitAsync(string probe)
    {
        using HttpClient client = new() { Timeout = TimeSpan.FromSeconds(2) };
        for (int attempt = 0; attempt < 150; attempt++)
        {
            try
            {
                using HttpResponseMessage response = await client.GetAsync(Url + probe);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(100);
            }
        }

        Assert.Fail($"{process.StartInfo.FileName} does not answer at {Url}{probe}.");
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
