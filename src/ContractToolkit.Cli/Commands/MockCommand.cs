using System.CommandLine;
using System.Globalization;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Serving;
using ContractToolkit.Exchange;
using ContractToolkit.Mocking;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract mock</c>: answers like the server that a document describes.</summary>
internal sealed class MockCommand
{
    private readonly Argument<string?> document = Arguments.OptionalDocument();
    private readonly ConfigurationOptions configurations = new();
    private readonly Option<ulong> seed = new("--seed") { Description = "The seed of generated answers, and of trouble.", HelpName = "N" };
    private readonly Option<bool> dynamic = new("--dynamic") { Description = "Generate answers even where the contract has examples." };
    private readonly Option<bool> plain = new("--plain") { Description = "Placeholders (\"string\", 0) instead of realistic values where the contract has no example." };
    private readonly Option<bool> stateful = new("--stateful") { Description = "Keep what is created, so that later calls find it." };
    private readonly Option<string?> state = new("--state") { Description = "Keep it in this file too, so that it outlives the mock; implies --stateful.", HelpName = "FILE" };
    private readonly Option<bool> wrongSecret = new("--wrong-secret") { Description = "Refuse every credential, as if the secret were wrong." };
    private readonly Option<bool> onlyDeclared = new("--only-declared") { Description = "Keep to what the contract declares: refuse by a declared client error, whichever it is, and answer no example with undeclared members." };
    private readonly Option<MockClock?> clock = Arguments.Of("--clock", "TIME", "A clock that callers on this machine may set: system, or the time that it begins at.", Clock);
    private readonly Option<bool> noChecks = new("--no-checks") { Description = "Answer bad requests too." };
    private readonly Option<bool> noSecurity = new("--no-security") { Description = "Demand no credentials." };
    private readonly Option<bool> noWatch = new("--no-watch") { Description = "Serve the document as it was at the start, even when its files change." };
    private readonly Option<bool> noCallbacks = new("--no-callbacks") { Description = "Send no callbacks." };
    private readonly Option<string[]> callbackHosts = new("--callback-host") { Description = "A host beside this machine that callbacks and webhooks may go to (* for any); any number of times.", HelpName = "HOST" };
    private readonly Option<TimeSpan?> streamInterval = Arguments.Duration("--stream-interval", "The time between two events, or two JSON lines, of a stream.");
    private readonly TroubleOptions trouble = new();
    private readonly ListenOptions listen = new();

    public static Command Create(Terminal terminal)
    {
        MockCommand mock = new();
        Command command = new("mock", "Answer like the server that a document describes, on a port of this machine.")
        {
            mock.document, mock.seed, mock.dynamic, mock.plain, mock.stateful, mock.state, mock.wrongSecret, mock.onlyDeclared, mock.clock, mock.noChecks, mock.noSecurity, mock.noWatch,
            mock.noCallbacks, mock.callbackHosts, mock.streamInterval,
        };
        command.Add(Arguments.Overlays);
        mock.configurations.AddTo(command);
        mock.trouble.AddTo(command);
        mock.listen.AddTo(command);
        command.SetAction((parsed, cancellation) => mock.RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        ConfigurationFile settings = configurations.Read(parsed, terminal);
        string? path = parsed.GetValue(document) ?? configurations.Below(parsed, settings.Root["document"] is { Exists: true } named ? settings.Text(named) : null);
        LoadedDocument loaded = DocumentLoader.Load(path, terminal);
        MockConfiguration configured = MockConfiguration.Read(settings, loaded.RequireContract());
        using StateFile? file = (parsed.GetValue(state) ?? configurations.Below(parsed, configured.State)) is { } name ? StateFile.Open(name, terminal) : null;
        MockOptions options = Options(parsed, configured.Options);
        MockEngine engine = Engine(loaded, options, file?.State ?? new MockState());
        await using RequestLog? log = listen.IsQuiet(parsed) ? null : new RequestLog(terminal);
        MockServerOptions listening = Listening(parsed, configured.Server, options, log);
        Task watching = Task.CompletedTask;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await ServerRun.UntilStoppedAsync(
            starting => MockServer.StartAsync(engine, listening, starting),
            listening,
            server =>
            {
                if (path is not null && !parsed.GetValue(noWatch)) watching = new DocumentWatch(loaded, path, terminal).RunAsync(next => server.Engine = Engine(next, options, engine.State), stop.Token);
                if (log is not null) _ = Task.Run(() => NameUnanswerable(engine, log, stop.Token), CancellationToken.None);
                return $"{engine.Contract.Contract.Title} {engine.Contract.Contract.ApiVersion} is mocked at {server.Address.GetLeftPart(UriPartial.Authority)}; Ctrl+C ends it.";
            },
            terminal, cancellation);
        await stop.CancelAsync();
        await watching;
        return ExitCode.Conforms;
    }

    // The greatest documents take longer than anybody waits for a remark.
    private static void NameUnanswerable(MockEngine engine, RequestLog log, CancellationToken cancellation)
    {
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(TimeSpan.FromSeconds(2));
        foreach (Finding finding in engine.Unanswerable(enough.Token)) log.Add(() => $"{finding.Document}: {finding.Message}");
    }

    private static MockEngine Engine(LoadedDocument loaded, MockOptions options, MockState remembered) =>
        new(CompiledContract.Compile(loaded.RequireContract(), loaded.Document.Locate), options, remembered);

    private MockOptions Options(ParseResult parsed, MockOptions configured) => configured with
    {
        Seed = parsed.GetResult(seed) is { Implicit: false } ? parsed.GetValue(seed) : configured.Seed,
        Dynamic = configured.Dynamic || parsed.GetValue(dynamic),
        PlainValues = configured.PlainValues || parsed.GetValue(plain),
        Stateful = configured.Stateful || parsed.GetValue(stateful) || parsed.GetValue(state) is not null,
        OnlyDeclared = configured.OnlyDeclared || parsed.GetValue(onlyDeclared),
        Clock = parsed.GetValue(clock) ?? configured.Clock,
        RefuseCredentials = parsed.GetValue(wrongSecret),
        CheckRequests = configured.CheckRequests && !parsed.GetValue(noChecks),
        CheckSecurity = configured.CheckSecurity && !parsed.GetValue(noSecurity),
    };

    private MockServerOptions Listening(ParseResult parsed, MockServerOptions configured, MockOptions options, RequestLog? log)
    {
        return listen.Apply(parsed, configured with
        {
            Chaos = trouble.Read(parsed, configured.Chaos, options.Seed),
            Clock = options.Clock as MockClock,
            StreamInterval = parsed.GetValue(streamInterval) ?? configured.StreamInterval,
            Callbacks = configured.Callbacks with
            {
                Enabled = configured.Callbacks.Enabled && !parsed.GetValue(noCallbacks),
                Hosts = [.. configured.Callbacks.Hosts, .. parsed.GetValue(callbackHosts) ?? []],
                Log = log is null ? null : (request, outcome) => log.Add(() => Line(request, outcome)),
            },
            Log = log is null ? null : (request, answer) => log.Add(() => Line(request, answer)),
        });
    }

    private static MockClock Clock(string text) => text == "system" ? new MockClock()
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset now) ? new MockClock(now)
        : throw new FormatException($"'{text}' is no time; write system, or 2027-01-31T12:00:00Z");

    // The path alone: queries and bodies may hold credentials. What is wrong is told by its place, without the value.
    private static string Line(ExchangeRequest request, MockAnswer answer)
    {
        string wrong = string.Join(", ", answer.Findings.Select(finding => finding.Instance is { Pointer.Length: > 0 } place ? $"{finding.Id} at {place.Pointer}" : finding.Id).Distinct().Take(5));
        return FormattableString.Invariant($"{answer.Status} {request.Method} {RequestTarget.Parse(request.Url).Path} ({(wrong.Length > 0 ? wrong : answer.Origin)})");
    }

    private static string Line(ExchangeRequest request, CallbackOutcome outcome)
    {
        string status = outcome.Status?.ToString(CultureInfo.InvariantCulture) ?? "---";
        RequestTarget target = RequestTarget.Parse(request.Url);
        return $"{status} callback {request.Method} {target.Origin}{target.Path}{(outcome.Problem is { } problem ? " (" + problem + ")" : "")}";
    }
}
