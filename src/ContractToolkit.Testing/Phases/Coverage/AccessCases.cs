using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Calls without credentials and with wrong ones.</summary>
internal static class AccessCases
{
    public static IEnumerable<TestCase> Of(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        if (!CredentialStore.IsSecured(operation)) yield break;
        yield return CaseDraft.Of(operation, values, "no credentials", CaseIntent.Unauthorised) with { Credentials = CredentialUse.None };
        // A client certificate cannot be wrong from here.
        bool canBeWrong = operation.Security.Any(alternative => alternative.Schemes.Any(scheme => scheme.Kind != OpenApi.SecuritySchemeKind.MutualTls));
        if (canBeWrong) yield return CaseDraft.Of(operation, values, "wrong credentials", CaseIntent.Unauthorised) with { Credentials = CredentialUse.Wrong };
    }
}
