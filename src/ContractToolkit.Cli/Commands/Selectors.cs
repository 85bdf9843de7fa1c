using ContractToolkit.Cli.CommandLine;
using ContractToolkit.OpenApi;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Commands;

/// <summary>Finds selectors that select nothing: a typing error must not turn a run into one that tests nothing.</summary>
internal static class Selectors
{
    public static void Check(Contract contract, RunOptions options)
    {
        foreach (string selector in options.Operations)
        {
            if (!contract.Operations.Any(operation => OperationSelector.Matches(operation, selector))) throw new InputException($"--operation '{selector}' fits no operation of the contract.");
        }

        if (options.Replay is { } replay && !contract.Operations.Any(operation => OperationSelector.KeyOf(operation) == replay.Operation))
        {
            throw new InputException($"--replay: the contract has no operation '{replay.Operation}'.");
        }

        foreach (Exchange.CredentialValue credential in options.Credentials)
        {
            if (!contract.SecuritySchemes.Any(scheme => scheme.Name == credential.Scheme))
            {
                throw new InputException($"--credential: the contract has no security scheme '{credential.Scheme}'; it has {string.Join(", ", contract.SecuritySchemes.Select(scheme => scheme.Name))}.");
            }
        }
    }
}
