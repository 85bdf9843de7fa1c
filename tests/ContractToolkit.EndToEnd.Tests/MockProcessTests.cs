using System.Diagnostics;
using System.Text;
using ContractToolkit.TestSupport;

namespace ContractToolkit.EndToEnd;

/// <summary><c>contract mock</c> as a process: its document changes under it, it is ended, and it remembers.</summary>
public sealed class MockProcessTests : IDisposable
{
    private const string Pets = """
        openapi: 3.1.0
        info: { title: Pets, version: 1.0.0 }
        paths:
          /pets:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: 'pet.yaml' } }, example: [] } } } } }
            post:
              requestBody: { content: { application/json: { schema: { type: object } } } }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: 'pet.yaml' } } } } }
          /pets/{id}:
            get:
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: 'pet.yaml' } } } } }
        """;

    private const string Pet = "{ type: object, required: [id, name], properties: { id: { type: string }, name: { type: string }, kind: { const: KIND } } }";

    private readonly string folder = Directory.CreateTempSubdirectory("contract-mock-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_serves_the_changed_document_on_the_same_connection_and_remembers_beyond_its_end()
    {
        Interrupt.Require();
        Write("pets.yaml", Pets);
        Write("pet.yaml", Pet.Replace("KIND", "cat"));
        await RunAsync(async (http, error) =>
        {
            using HttpResponseMessage made = await http.PostAsync("/pets", new StringContent("""{"name":"Tom"}""", Encoding.UTF8, "application/json"), Cancel);
            Assert.Equal(201, (int)made.StatusCode);
            // A file that the document refers to.
            Write("pet.yaml", Pet.Replace("KIND", "dog"));
            await UntilAsync(async () => (await http.GetStringAsync("/pets/x", Cancel)).Contains("\"dog\"", StringComparison.Ordinal));
            // A broken document is not served, and is said to be broken; what was before stays.
            Write("pets.yaml", "openapi: [");
            await UntilAsync(() => Task.FromResult(error().Contains("cannot be used", StringComparison.Ordinal)));
            Assert.Contains("Tom", await http.GetStringAsync("/pets", Cancel));
            Write("pets.yaml", Pets.Replace("/pets:", "/pets:\n    delete: { responses: { '204': { description: all gone } } }"));
            await UntilAsync(async () => (int)(await http.DeleteAsync("/pets", Cancel)).StatusCode == 204);
            Assert.Contains("Tom", await http.GetStringAsync("/pets", Cancel));
        });
        await RunAsync(async (http, _) => Assert.Contains("Tom", await http.GetStringAsync("/pets", Cancel)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        for (int i = 0; i < 300; i++)
        {
            if (await done()) return;
            await Task.Delay(100, Cancel);
        }

        Assert.Fail("What was waited for did not come.");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    // One connection for all calls: were it dropped, the handler would fail instead of connecting anew.
    private async Task RunAsync(Func<HttpClient, Func<string>, Task> calls)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (string arg in (string[])[Built.Tool, "mock", "pets.yaml", "--port", "0", "--state", "state.json"]) start.ArgumentList.Add(arg);
        using Process process = Process.Start(start)!;
        var error = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (error) error.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
        try
        {
            string greeting = await process.StandardOutput.ReadLineAsync(Cancel) ?? "";
            int connections = 0;
            using SocketsHttpHandler handler = new() { MaxConnectionsPerServer = 1, ConnectCallback = async (context, cancel) =>
            {
                Interlocked.Increment(ref connections);
                System.Net.Sockets.Socket socket = new(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancel);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            } };
            using HttpClient http = new(handler) { BaseAddress = new Uri(greeting[greeting.LastIndexOf("http://", StringComparison.Ordinal)..].Split(';')[0]) };
            await calls(http, () =>
            {
                lock (error) return error.ToString();
            });
            Assert.Equal(1, connections);
            Interrupt.Send(process);
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
            await process.WaitForExitAsync(limit.Token);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
