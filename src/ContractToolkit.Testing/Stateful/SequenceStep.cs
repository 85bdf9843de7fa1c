using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>A call that works on what another call made.</summary>
/// <param name="Operation">The operation that is called.</param>
/// <param name="Flows">Where the values come from that name what was made.</param>
internal sealed record SequenceStep(CompiledOperation Operation, IReadOnlyList<Flow> Flows);
