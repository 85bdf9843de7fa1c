using System.CommandLine;
using System.Net;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Exchange;
using ContractToolkit.Mocking;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract mock</c>: answers like the server that a document describes.</summary>
internal static class MockCommand
{
    private const int UsualPort = 4010;

    public static Command Create(Terminal terminal)
    {
        Argument<string?> document = Arguments.OptionalDocument();
        Option<int> port = new("--port", "-p") { Description = "The port; 0 for any that is free.", DefaultValueFactory = _ => UsualPort, HelpName = "N" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > ushort.MaxValue) result.AddError("--port must be from 0 to 65535.");
        });
        Option<IPAddress?> address = Arguments.Of("--address", "IP", "The address to listen on (127.0.0.1).", text => IPAddress.TryParse(text, out IPAddress? ip) ? ip : throw new FormatException($"'{text}' is no IP address"));
        Option<ulong> seed = new("--seed") { Description = "The seed of generated answers.", HelpName = "N" };
        Option<bool> dynamic = new("--dynamic") { Description = "Generate answers even where the contract has examples." };
        Option<bool> stateful = new("--stateful") { Description = "Keep what is created, so that later calls find it." };
        Option<bool> wrongSecret = new("--wrong-secret") { Description = "Refuse every credential, as if the secret were wrong." };
        Option<bool> noChecks = new("--no-checks") { Description = "Answer bad requests too." };
        Option<bool> noSecurity = new("--no-security") { Description = "Demand no credentials." };
        Option<bool> quiet = new("--quiet", "-q") { Description = "Print no line per request." };
        Command command = new("mock", "Answer like the server that a document describes, on a port of this machine.") { document, port, address, seed, dynamic, stateful, wrongSecret, noChecks, noSecurity, quiet };
        command.SetAction(async (parsed, cancellation) =>
        {
            LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document), terminal);
            CompiledContract contract = CompiledContract.Compile(loaded.RequireContract(), loaded.Document.Locate);
            MockOptions options = new()
            {
                Seed = parsed.GetValue(seed),
                Dynamic = parsed.GetValue(dynamic),
                Stateful = parsed.GetValue(stateful),
                RefuseCredentials = parsed.GetValue(wrongSecret),
                CheckRequests = !parsed.GetValue(noChecks),
                CheckSecurity = !parsed.GetValue(noSecurity),
            };
            MockServerOptions listening = new()
            {
                Address = parsed.GetValue(address) ?? IPAddress.Loopback,
                Port = parsed.GetValue(port),
                Log = parsed.GetValue(quiet) ? null : (request, answer) => Log(terminal, request, answer),
            };
            return await ServeAsync(new MockEngine(contract, options), listening, terminal, cancellation);
        });
        return command;
    }

    private static async Task<int> ServeAsync(MockEngine engine, MockServerOptions listening, Terminal terminal, CancellationToken cancellation)
    {
        MockServer server;
        try
        {
            server = await MockServer.StartAsync(engine, listening, cancellation);
        }
        catch (IOException)
        {
            throw new InputException(FormattableString.Invariant($"Port {listening.Port} of {listening.Address} is taken; --port 0 takes a free one."));
        }

        await using (server)
        {
            terminal.Output.WriteLine($"{engine.Contract.Contract.Title} {engine.Contract.Contract.ApiVersion} is mocked at {server.Address.GetLeftPart(UriPartial.Authority)}; Ctrl+C ends it.");
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            catch (OperationCanceledException)
            {
                // Ctrl+C is how a mock ends.
            }
        }

        return ExitCode.Conforms;
    }

    // The path alone: queries and bodies may hold credentials.
    private static void Log(Terminal terminal, ExchangeRequest request, MockAnswer answer) =>
        terminal.Error.WriteLine(FormattableString.Invariant($"{answer.Status} {request.Method} {RequestTarget.Parse(request.Url).Path}"));
}
