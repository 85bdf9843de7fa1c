using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Commands;

/// <summary>The mock of a contract on a free port of this machine.</summary>
internal static class EmbeddedMock
{
    public static Task<OpenTarget> StartAsync(CompiledContract contract, CancellationToken cancellation) =>
        throw new InputException($"the mock of {contract.Contract.Title} is not there yet; use --server{(cancellation.IsCancellationRequested ? "" : ".")}");
}
