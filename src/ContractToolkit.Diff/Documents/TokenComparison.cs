using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Documents;

/// <summary>Compares <c>x-contract-token</c>.</summary>
internal static class TokenComparison
{
    private const string Place = "#/x-contract-token";

    public static void Run(Comparison comparison)
    {
        TokenRule? before = comparison.Old.Token, after = comparison.New.Token;
        if (before == after) return;
        if (before is null || after is null)
        {
            comparison.Add("contract-token-changed", before is null ? "a token is needed now" : "the token rule is gone", Place, Place, null, before is null ? FindingLevel.Info : null);
            return;
        }

        if (before.Operation != after.Operation) Changed(comparison, $"issued by `{after.Operation}`, before by `{before.Operation}`");
        if (before.Token != after.Token) Changed(comparison, $"stands at {after.Token}, before at {before.Token}");
        if (before.Scheme != after.Scheme) Changed(comparison, $"feeds the scheme `{after.Scheme}`, before `{before.Scheme}`");
        if (!before.Credentials.Select(each => each.Request).SequenceEqual(after.Credentials.Select(each => each.Request))) Changed(comparison, "is asked for by other members");
        if (before.LifetimeSeconds != after.LifetimeSeconds || before.LifetimeMember != after.LifetimeMember || before.TrustSeconds != after.TrustSeconds)
        {
            comparison.Add("contract-token-lifetime-changed", $"token lifetime {before.LifetimeSeconds} s became {after.LifetimeSeconds} s", Place, Place, null);
        }
    }

    private static void Changed(Comparison comparison, string text) => comparison.Add("contract-token-changed", "the token " + text, Place, Place, null);
}
