using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Serving;
using ContractToolkit.Exchange;
using ContractToolkit.Mocking;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract mock</c>: answers like the server that a document describes.</summary>
internal static class MockCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string?> document = Arguments.OptionalDocument();
        ListenOptions listen = new();
        Option<ulong> seed = new("--seed") { Description = "The seed of generated answers.", HelpName = "N" };
        Option<bool> dynamic = new("--dynamic") { Description = "Generate answers even where the contract has examples." };
        Option<bool> plain = new("--plain") { Description = "Placeholders (\"string\", 0) instead of realistic values where the contract has no example." };
        Option<bool> stateful = new("--stateful") { Description = "Keep what is created, so that later calls find it." };
        Option<bool> wrongSecret = new("--wrong-secret") { Description = "Refuse every credential, as if the secret were wrong." };
        Option<bool> noChecks = new("--no-checks") { Description = "Answer bad requests too." };
        Option<bool> noSecurity = new("--no-security") { Description = "Demand no credentials." };
        Command command = new("mock", "Answer like the server that a document describes, on a port of this machine.") { document, seed, dynamic, plain, stateful, wrongSecret, noChecks, noSecurity };
        listen.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document), terminal);
            CompiledContract contract = CompiledContract.Compile(loaded.RequireContract(), loaded.Document.Locate);
            MockOptions options = new()
            {
                Seed = parsed.GetValue(seed),
                Dynamic = parsed.GetValue(dynamic),
                PlainValues = parsed.GetValue(plain),
                Stateful = parsed.GetValue(stateful),
                RefuseCredentials = parsed.GetValue(wrongSecret),
                CheckRequests = !parsed.GetValue(noChecks),
                CheckSecurity = !parsed.GetValue(noSecurity),
            };
            MockServerOptions listening = new()
            {
                Address = listen.Address(parsed),
                Port = listen.Port(parsed),
                Log = listen.IsQuiet(parsed) ? null : (request, answer) => Log(terminal, request, answer),
            };
            MockEngine engine = new(contract, options);
            await ServerRun.UntilStoppedAsync(
                stop => MockServer.StartAsync(engine, listening, stop),
                listening,
                server => $"{contract.Contract.Title} {contract.Contract.ApiVersion} is mocked at {server.Address.GetLeftPart(UriPartial.Authority)}; Ctrl+C ends it.",
                terminal, cancellation);
            return ExitCode.Conforms;
        });
        return command;
    }

    // The path alone: queries and bodies may hold credentials.
    private static void Log(Terminal terminal, ExchangeRequest request, MockAnswer answer) =>
        terminal.Error.WriteLine(FormattableString.Invariant($"{answer.Status} {request.Method} {RequestTarget.Parse(request.Url).Path}"));
}
