using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Mocking;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Commands;

/// <summary>The mock of a contract on a free port of this machine.</summary>
internal static class EmbeddedMock
{
    // Long enough for rules about length, and of letters that every scheme allows.
    private const string Secret = "contract-check-right-credential-1111111111111111";

    /// <summary>The credentials of a run against the mock: those that were given, and one for every other scheme that no token rule feeds.</summary>
    public static EquatableArray<CredentialValue> Credentials(Contract contract, EquatableArray<CredentialValue> given) =>
        given.Concat(contract.SecuritySchemes
            .Where(scheme => scheme.Kind != SecuritySchemeKind.MutualTls && scheme.Name != contract.Token?.Scheme && given.All(value => value.Scheme != scheme.Name))
            .Select(scheme => new CredentialValue(scheme.Name, scheme.HttpScheme == "basic" ? "contract-check:" + Secret : Secret))).ToEquatableArray();

    /// <summary>The operations that no mock can answer, left out with the reason: what is wrong there is the document, not the server.</summary>
    public static IEnumerable<OperationOverride> Unanswerable(CompiledContract contract) =>
        new MockEngine(contract, new MockOptions { OnlyDeclared = true }).Unanswerable().Select(finding => new OperationOverride(finding.Operation!) { Skip = $"{finding.Document}: {finding.Message}" });

    public static async Task<OpenTarget> StartAsync(CompiledContract contract, EquatableArray<CredentialValue> accepted, CancellationToken cancellation)
    {
        MockServer server = await MockServer.StartAsync(new MockEngine(contract, new MockOptions { Stateful = true, OnlyDeclared = true, AcceptedCredentials = accepted }), port: 0, cancellation);
        HttpTarget target = HttpTarget.Server(server.Address, $"the embedded mock on {server.Address.GetLeftPart(UriPartial.Authority)}", isDisposable: true);
        return new(target, async () =>
        {
            target.Dispose();
            await server.DisposeAsync();
        });
    }
}
