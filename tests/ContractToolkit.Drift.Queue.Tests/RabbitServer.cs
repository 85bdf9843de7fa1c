using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ContractToolkit.TestSupport;
using RabbitMQ.Client;

namespace ContractToolkit.Drift.Queue;

/// <summary>A real RabbitMQ of one test class, started by <c>.ci/rabbitmq</c> in a folder of its own. Where there is none, the tests are skipped and say so.</summary>
public sealed class RabbitServer : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contract-rabbit-");
    private readonly int port = FreePort();
    private Process? process;
    private bool absent;

    /// <summary>Its address.</summary>
    public string Address
    {
        get
        {
            Assert.SkipWhen(absent, "needs RabbitMQ (bash .ci/tools unpacks Debian's)");
            return FormattableString.Invariant($"amqp://guest:guest@127.0.0.1:{port}");
        }
    }

    public async ValueTask InitializeAsync()
    {
        ProcessStartInfo start = new("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { Path.Combine(SharedData.Repository, ".ci", "rabbitmq"), folder.FullName, port.ToString(System.Globalization.CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        absent = !OperatingSystem.IsLinux();
        if (absent) return;
        process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        for (int tries = 0; !await AnswersAsync(); tries++)
        {
            if (process.HasExited && process.ExitCode == 127)
            {
                absent = true;
                return;
            }

            if (process.HasExited || tries > 300) Assert.Fail($"RabbitMQ did not start: {await error} {await output}");
            await Task.Delay(200);
        }
    }

    /// <summary>Stops it as a fall of the machine would.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await KillAsync();
        process?.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using IConnection connection = await new ConnectionFactory { Port = port, HostName = "127.0.0.1" }.CreateConnectionAsync();
            return true;
        }
        catch (RabbitMQ.Client.Exceptions.BrokerUnreachableException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        // Two more ports are taken beside it, so a neighbourhood that is seldom used is looked for.
        while (true)
        {
            int first = Random.Shared.Next(20_000, 32_000);
            if (Enumerable.Range(first, 3).All(IsFree)) return first;
        }
    }

    private static bool IsFree(int port)
    {
        using TcpListener listener = new(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
