using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>The credentials of a run, by security scheme: given ones, and the token that a token rule obtained.</summary>
internal sealed class CredentialStore(EquatableArray<CredentialValue> given)
{
    // Long enough for rules about length, and of letters that every scheme allows.
    private const string Wrong = "contract-check-wrong-credential-0000000000000000";
    private volatile CredentialValue? token;

    public void Set(CredentialValue obtained) => token = obtained;

    /// <summary>The credentials for a case; null where the operation needs some that the run does not have.</summary>
    public EquatableArray<CredentialValue>? For(CompiledOperation operation, CredentialUse use)
    {
        if (operation.Security.Count == 0 || use == CredentialUse.None) return [];
        if (use == CredentialUse.Wrong)
        {
            return operation.Security.First(alternative => !alternative.Schemes.IsEmpty).Schemes
                .Select(scheme => new CredentialValue(scheme.Name, scheme.HttpScheme == "basic" ? "contract-check:" + Wrong : Wrong)).ToEquatableArray();
        }

        foreach (SecurityAlternative alternative in operation.Security.OrderByDescending(alternative => alternative.Schemes.Count > 0))
        {
            CredentialValue?[] values = [.. alternative.Schemes.Select(scheme => Find(scheme))];
            if (values.All(value => value is not null) && alternative.Unknown.IsEmpty) return values.Select(value => value!).ToEquatableArray();
        }

        return null;
    }

    /// <summary>Whether a call without credentials, or with wrong ones, must be refused.</summary>
    public static bool IsSecured(CompiledOperation operation) =>
        operation.Security.Count > 0 && operation.Security.All(alternative => !alternative.Schemes.IsEmpty && alternative.Unknown.IsEmpty);

    private CredentialValue? Find(SecurityScheme scheme) =>
        token is { } current && current.Scheme == scheme.Name ? current : given.FirstOrDefault(value => value.Scheme == scheme.Name);
}
