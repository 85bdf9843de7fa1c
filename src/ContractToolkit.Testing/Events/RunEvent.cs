using ContractToolkit.Exchange;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>Something that happened in a run. Free of secrets.</summary>
public abstract record RunEvent;

/// <summary>The run begins.</summary>
/// <param name="Operations">The number of operations that will be tested.</param>
/// <param name="Phases">The number of phases that each of them goes through, sequences aside.</param>
public sealed record RunStarted(int Operations, int Phases) : RunEvent;

/// <summary>A phase of an operation begins.</summary>
/// <param name="Operation"><c>METHOD /path</c>.</param>
/// <param name="Phase">The phase.</param>
public sealed record PhaseStarted(string Operation, TestPhase Phase) : RunEvent;

/// <summary>A request was answered, or failed below HTTP.</summary>
/// <param name="Case">The case; null for requests of the run's own, such as the one for a token.</param>
/// <param name="Exchange">The exchange, redacted.</param>
public sealed record ExchangeFinished(TestCase? Case, HttpExchange Exchange) : RunEvent;

/// <summary>A recorded exchange was judged.</summary>
/// <param name="Source">The file and the place in it.</param>
/// <param name="Operation"><c>METHOD /path</c>; null where no operation of the contract fits.</param>
/// <param name="Findings">All that is wrong with it, whether or not the same was found before.</param>
public sealed record RecordingJudged(string? Source, string? Operation, EquatableArray<Finding> Findings) : RunEvent;

/// <summary>A finding of a cause that was not seen before in the run.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Phase">The phase.</param>
public sealed record FindingFound(Finding Finding, TestPhase Phase) : RunEvent;

/// <summary>An operation is done.</summary>
/// <param name="Result">What can be said about it.</param>
public sealed record OperationFinished(OperationResult Result) : RunEvent;

/// <summary>The run is over.</summary>
/// <param name="Report">What it found.</param>
public sealed record RunFinished(Report Report) : RunEvent;
