using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>
/// Contract tests inside any test framework: <c>ContractTests.For("openapi.yaml").Against(client)</c>, then one test case per operation and phase
/// from <see cref="Cases"/>, each run on its own.
/// </summary>
public sealed class ContractTests
{
    private readonly CompiledContract contract;
    private readonly ITarget? target;
    private readonly RunOptions options;

    private ContractTests(CompiledContract contract, ITarget? target, RunOptions options)
    {
        this.contract = contract;
        this.target = target;
        this.options = options;
    }

    /// <summary>The contract.</summary>
    public CompiledContract Contract => contract;

    /// <summary>Every pair of operation and phase: what a test framework's theory data is made of. The stateful phase belongs to the operations that create something or read. Needs no target.</summary>
    public IEnumerable<(string Operation, TestPhase Phase)> Cases
    {
        get
        {
            HashSet<CompiledOperation> creators = [.. new FlowGraph(contract).Creators];
            foreach (CompiledOperation operation in contract.Operations)
            {
                foreach (TestPhase phase in options.For(operation.Operation).Phases.Where(phase => phase != TestPhase.Stateful || operation.Operation.Effect == OperationEffect.Read || creators.Contains(operation))) yield return (OperationSelector.KeyOf(operation.Operation), phase);
            }
        }
    }

    /// <summary>Tests by a document on disk; references lead to files below its folder.</summary>
    /// <exception cref="ArgumentException">The file is no OpenAPI document; the message says why.</exception>
    public static ContractTests For(string path) => For(path, Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>Tests by a document on disk; references lead to files below a folder that holds the document.</summary>
    /// <exception cref="ArgumentException">The file is no OpenAPI document; the message says why.</exception>
    public static ContractTests For(string path, string root)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string boundary = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar;
        ReadOptions reading = new() { Resolve = relative => ReadBelow(folder, boundary, relative) };
        ContractDocument document = ContractReader.Read(path, File.ReadAllBytes(path), reading);
        if (document.Contract is null) throw new ArgumentException($"{path}: {document.Findings.FirstOrDefault()?.Message ?? "no OpenAPI document"}", nameof(path));
        return For(CompiledContract.Compile(document));
    }

    /// <summary>Tests by a compiled contract.</summary>
    public static ContractTests For(CompiledContract contract) => new(contract, null, new RunOptions());

    /// <summary>The same tests with other options.</summary>
    public ContractTests With(Func<RunOptions, RunOptions> change) => new(contract, target, change(options));

    /// <summary>Tests an application in process, by the handler of ASP.NET's test host (<c>app.GetTestServer().CreateHandler()</c>) or any other.</summary>
    /// <param name="handler">The handler; not disposed of.</param>
    /// <param name="baseUrl">The base URL that requests are sent to; a base path belongs to it.</param>
    public ContractTests Against(HttpMessageHandler handler, string baseUrl = "http://localhost") =>
        new(contract, new HttpTarget("in process", baseUrl, handler, isLocal: true), options);

    /// <summary>Tests a server by its base URL. Off this machine only reading operations run, unless the options allow writes.</summary>
    public ContractTests Against(Uri server) => new(contract, HttpTarget.Server(server), options);

    /// <summary>Runs one case of <see cref="Cases"/>.</summary>
    /// <exception cref="ContractViolationException">There are findings that fail a build; the message lists them.</exception>
    /// <exception cref="ArgumentException">The contract has no such operation: a test that tests nothing would pass for ever.</exception>
    public async Task<Report> RunAsync(string operation, TestPhase phase, CancellationToken cancellation = default) =>
        !contract.Operations.Any(known => OperationSelector.Matches(known.Operation, operation)) ? throw new ArgumentException($"The contract has no operation '{operation}'.", nameof(operation)) : Demand(await Runner(options with { Operations = [operation], Phases = [phase], Overrides = options.Overrides.Select(choice => choice with { Phases = [] }).ToEquatableArray() }).RunAsync(cancellation).ConfigureAwait(false));

    /// <summary>Runs everything.</summary>
    /// <exception cref="ContractViolationException">There are findings that fail a build; the message lists them.</exception>
    public async Task<Report> RunAsync(CancellationToken cancellation = default) => Demand(await ReportAsync(cancellation).ConfigureAwait(false));

    /// <summary>Runs everything and hands back the report, whatever it says.</summary>
    public Task<Report> ReportAsync(CancellationToken cancellation = default) => Runner(options).RunAsync(cancellation);

    private ContractRunner Runner(RunOptions chosen) =>
        new(contract, target ?? throw new InvalidOperationException("Say what is tested: call Against first."), chosen);

    private static Report Demand(Report report)
    {
        if (report.Outcome == RunOutcome.Unreachable) throw new ContractViolationException($"The application cannot be reached: {report.OutcomeReason}.", report);
        if (report.HasFailures) throw new ContractViolationException(new TextReporter().WriteString(report with { Operations = [], Notes = [] }), report);
        return report;
    }

    private static ReadOnlyMemory<byte>? ReadBelow(string folder, string boundary, string relative)
    {
        if (relative.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(relative)) return null;
        string full = Path.GetFullPath(relative, folder);
        // A link could lead out of the folder by another door.
        string real = new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
        return full.StartsWith(boundary, StringComparison.Ordinal) && real.StartsWith(boundary, StringComparison.Ordinal) && File.Exists(full) ? File.ReadAllBytes(full) : null;
    }
}
