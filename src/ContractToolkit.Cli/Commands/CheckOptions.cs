using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Exchange;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Commands;

/// <summary>The options of <c>contract check</c> that say what is tested and how.</summary>
internal sealed class CheckOptions
{
    private readonly Option<ulong> seed = new("--seed") { Description = "The seed of everything that is generated.", DefaultValueFactory = _ => 1UL, HelpName = "N" };
    private readonly Option<string[]> phases = List("--phase", "PHASE", "A phase to run; default: all. One of " + string.Join(", ", Enum.GetNames<TestPhase>().Select(name => name.ToLowerInvariant())) + ".");
    private readonly Option<string[]> disabled = List("--disable-check", "ID", "A check to switch off; 'contract rules --part check' lists them.");
    private readonly Option<string[]> levels = List("--level", "ID=LEVEL", "The level of a check's findings: error, warning or info.");
    private readonly Option<string[]> operations = List("--operation", "NAME", "An operation to test: its operationId, 'METHOD /path', its path, or a tag; default: all.");
    private readonly Option<string[]> excluded = List("--exclude", "NAME", "An operation to leave out, named likewise.");
    private readonly Option<string[]> parameters = List("--parameter", "NAME=VALUE", "The value of a parameter, such as an id that only you know.");
    private readonly Option<TimeSpan?> timeout = Arguments.Duration("--timeout", "How long one request may take (10s).");
    private readonly Option<TimeSpan?> budget = Arguments.Duration("--time-budget", "How long the whole run may take (no limit).");
    private readonly Option<long?> requests = new("--request-budget") { Description = "How many requests the whole run may send (no limit).", HelpName = "N" };
    private readonly Option<int?> maxBody = Arguments.Size("--max-body", "The largest answer that is read (16MiB).");
    private readonly Option<TimeSpan?> responseTime = Arguments.Duration("--max-response-time", "A slower answer is a finding (no limit).");
    private readonly Option<int> workers = new("--workers") { Description = "How many operations are tested at once.", DefaultValueFactory = _ => 1, HelpName = "N" };
    private readonly Option<double?> rate = new("--rate") { Description = "The most requests per second (no limit).", HelpName = "N" };
    private readonly Option<int> fuzzing = new("--fuzz-cases") { Description = "Conforming and violating random requests per operation, each; half of them move to the operations where something is found.", DefaultValueFactory = _ => new RunOptions().FuzzingCases, HelpName = "N" };
    private readonly Option<bool> writes = new("--allow-writes") { Description = "Test operations that change data even where the server is not on this machine." };
    private readonly Option<bool> noShrink = new("--no-shrink") { Description = "Report failing random requests as they are, not made small." };
    private readonly Option<Shard?> shard = Arguments.Of("--shard", "I/N", "Test one of N parts of the operations, for build matrices.", Shard.Parse);
    private readonly Option<CaseId?> replay = Arguments.Of("--replay", "CASE", "Run one case again, as a finding names it.", CaseId.Parse);
    private readonly Option<string[]> headers = List("--header", "'NAME: VALUE'", "A header that every request carries.");
    private readonly Option<string[]> credentials = List("--credential", "SCHEME=VARIABLE", "The environment variable that holds the key, token or user:password of a security scheme.");

    public CheckOptions()
    {
        workers.Validators.Add(result => Positive(result, workers));
        fuzzing.Validators.Add(result => Positive(result, fuzzing));
        rate.Validators.Add(result => Above(result, result.GetValueOrDefault<double?>(), 0));
        requests.Validators.Add(result => Above(result, result.GetValueOrDefault<long?>(), 0));
        headers.Validators.Add(result => Each(result, text => text.IndexOf(':') > 0, "write 'Name: value'"));
        credentials.Validators.Add(result => Each(result, text => text.IndexOf('=') > 0, "write scheme=VARIABLE"));
        parameters.Validators.Add(result => Each(result, text => text.IndexOf('=') > 0, "write name=value"));
        phases.Validators.Add(result => Each(result, text => TryPhase(text, out _), "there is no such phase"));
        levels.Validators.Add(result => Each(result, text => TryLevel(text, out _, out _), "write ID=error, ID=warning or ID=info with the id of a check"));
        disabled.Validators.Add(result => Each(result, text => CheckCatalog.Rules.Any(rule => rule.Id == text), "there is no such check"));
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { seed, phases, disabled, levels, operations, excluded, parameters, timeout, budget, requests, maxBody, responseTime, workers, rate, fuzzing, writes, noShrink, shard, replay, headers, credentials })
        {
            command.Add(option);
        }
    }

    /// <summary>What the user chose: on the command line, else in the configuration.</summary>
    public RunOptions Read(ParseResult parsed, Terminal terminal, RunOptions configured)
    {
        string[] Texts(Option<string[]> option) => parsed.GetValue(option) ?? [];
        EquatableArray<string> List(Option<string[]> option, EquatableArray<string> otherwise) => Texts(option) is { Length: > 0 } given ? given.ToEquatableArray() : otherwise;
        T Given<T>(Option<T> option, T otherwise) => parsed.GetResult(option) is { Implicit: false } ? parsed.GetValue(option)! : otherwise;
        return configured with
        {
            Seed = parsed.GetValue(replay)?.Seed ?? Given(seed, configured.Seed),
            Phases = Texts(phases) is { Length: > 0 } chosen ? chosen.Select(text => TryPhase(text, out TestPhase phase) ? phase : default).ToEquatableArray() : configured.Phases,
            DisabledChecks = configured.DisabledChecks.Concat(Texts(disabled)).ToEquatableArray(),
            Levels = Levels(configured.Levels, Texts(levels)),
            Operations = List(operations, configured.Operations),
            Excluded = List(excluded, configured.Excluded),
            Parameters = Parameters(configured.Parameters, Texts(parameters)),
            RequestTimeout = parsed.GetValue(timeout) ?? configured.RequestTimeout,
            TimeBudget = parsed.GetValue(budget) ?? configured.TimeBudget,
            RequestBudget = parsed.GetValue(requests) ?? configured.RequestBudget,
            MaxBodyBytes = parsed.GetValue(maxBody) ?? configured.MaxBodyBytes,
            ResponseTimeLimit = parsed.GetValue(responseTime) ?? configured.ResponseTimeLimit,
            Workers = Given(workers, configured.Workers),
            RequestsPerSecond = parsed.GetValue(rate) ?? configured.RequestsPerSecond,
            FuzzingCases = Given(fuzzing, configured.FuzzingCases),
            AllowWrites = parsed.GetValue(writes) || configured.AllowWrites,
            Shrink = !parsed.GetValue(noShrink) && configured.Shrink,
            Shard = parsed.GetValue(shard),
            Replay = parsed.GetValue(replay),
            Headers = configured.Headers.Concat(Texts(headers).Select(Header)).ToEquatableArray(),
            Credentials = Texts(credentials).Select(text => Credential(text, terminal)).Concat(configured.Credentials).DistinctBy(value => value.Scheme).ToEquatableArray(),
            Environment = terminal.Environment,
        };
    }

    private static Dictionary<string, string> Parameters(IReadOnlyDictionary<string, string> configured, string[] texts)
    {
        Dictionary<string, string> chosen = new(configured);
        foreach (string text in texts) chosen[text[..text.IndexOf('=')]] = text[(text.IndexOf('=') + 1)..];
        return chosen;
    }

    private static Dictionary<string, FindingLevel> Levels(IReadOnlyDictionary<string, FindingLevel> configured, string[] texts)
    {
        Dictionary<string, FindingLevel> chosen = new(configured);
        foreach (string text in texts)
        {
            if (TryLevel(text, out string id, out FindingLevel level)) chosen[id] = level;
        }

        return chosen;
    }

    private static bool TryLevel(string text, out string id, out FindingLevel level)
    {
        string[] parts = text.Split('=', 2);
        id = parts[0];
        level = default;
        return parts.Length == 2 && CheckCatalog.Rules.Any(rule => rule.Id == parts[0]) && Enum.TryParse(parts[1], ignoreCase: true, out level) && !char.IsDigit(parts[1][0]);
    }

    private static HeaderField Header(string text) => new(text[..text.IndexOf(':')].Trim(), text[(text.IndexOf(':') + 1)..].Trim());

    // The value itself on a command line would stand in the shell's history and in the list of processes.
    private static CredentialValue Credential(string text, Terminal terminal)
    {
        string[] parts = text.Split('=', 2);
        return terminal.Environment(parts[1]) is { Length: > 0 } secret ? new(parts[0], secret)
            : throw new InputException($"The environment variable {parts[1]}, which --credential names, is not set.");
    }

    private static bool TryPhase(string text, out TestPhase phase) => Enum.TryParse(text, ignoreCase: true, out phase) && !char.IsDigit(text[0]);

    private static void Positive(System.CommandLine.Parsing.OptionResult result, Option<int> option)
    {
        if (result.GetValueOrDefault<int>() < 1) result.AddError($"{option.Name} must be at least 1.");
    }

    private static void Above(System.CommandLine.Parsing.OptionResult result, double? given, double least)
    {
        if (given <= least) result.AddError(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{result.Option.Name} must be more than {least}."));
    }

    private static void Each(System.CommandLine.Parsing.OptionResult result, Func<string, bool> isRight, string what)
    {
        foreach (System.CommandLine.Parsing.Token token in result.Tokens)
        {
            if (!isRight(token.Value)) result.AddError($"'{token.Value}' for {result.Option.Name}: {what}.");
        }
    }

    private static Option<string[]> List(string name, string helpName, string description) => new(name) { HelpName = helpName, Description = description + " Any number of times." };
}
