using ContractToolkit.Diff.Operations;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Documents;

/// <summary>Compares the declared security schemes.</summary>
internal static class SecuritySchemeComparison
{
    private const string Prefix = "api-security-component-";

    public static void Run(Comparison comparison)
    {
        foreach (SecurityScheme old in comparison.Old.SecuritySchemes)
        {
            if (comparison.New.SecuritySchemes.FirstOrDefault(each => each.Name == old.Name) is { } now) Pair(comparison, old, now);
            else comparison.Add(Prefix + "removed", $"security scheme `{old.Name}` removed", old.Pointer, null, null);
        }

        foreach (SecurityScheme now in comparison.New.SecuritySchemes.Where(each => comparison.Old.SecuritySchemes.All(old => old.Name != each.Name)))
        {
            comparison.Add(Prefix + "added", $"security scheme `{now.Name}` added", null, now.Pointer, null);
        }
    }

    private static void Pair(Comparison comparison, SecurityScheme old, SecurityScheme now)
    {
        void Add(string rule, string text) => comparison.Add(Prefix + rule, $"security scheme `{now.Name}`: {text}", old.Pointer, now.Pointer, null);
        if (old.Kind != now.Kind)
        {
            Add("type-changed", $"type {old.Kind} became {now.Kind}");
            return;
        }

        if (!SchemeNames.IsSameKey(old, now)) Add("api-key-changed", $"the key travels as {now.In} `{now.ParameterName}`, before as {old.In} `{old.ParameterName}`");
        if (!string.Equals(old.HttpScheme, now.HttpScheme, StringComparison.OrdinalIgnoreCase)) Add("http-scheme-changed", $"HTTP scheme `{old.HttpScheme}` became `{now.HttpScheme}`");
        if (old.BearerFormat != now.BearerFormat) Add("bearer-format-changed", $"bearer format `{old.BearerFormat}` became `{now.BearerFormat}`");
        if (old.OpenIdConnectUrl != now.OpenIdConnectUrl) Add("open-id-url-changed", $"discovery URL `{old.OpenIdConnectUrl}` became `{now.OpenIdConnectUrl}`");
        foreach (OAuthFlow flow in old.Flows)
        {
            if (now.Flows.FirstOrDefault(each => each.Kind == flow.Kind) is { } other) Flow(flow, other, Add);
            else Add("oauth-flow-removed", $"OAuth flow `{flow.Kind}` removed");
        }

        foreach (OAuthFlow flow in now.Flows.Where(each => old.Flows.All(other => other.Kind != each.Kind))) Add("oauth-flow-added", $"OAuth flow `{flow.Kind}` added");
    }

    private static void Flow(OAuthFlow old, OAuthFlow now, Action<string, string> add)
    {
        if (old.AuthorizationUrl != now.AuthorizationUrl) add("oauth-url-changed", $"authorization URL `{old.AuthorizationUrl}` became `{now.AuthorizationUrl}`");
        if (old.TokenUrl != now.TokenUrl) add("oauth-token-url-changed", $"token URL `{old.TokenUrl}` became `{now.TokenUrl}`");
        foreach (OAuthScope scope in old.Scopes)
        {
            OAuthScope? other = now.Scopes.FirstOrDefault(each => each.Name == scope.Name);
            if (other is null) add("oauth-scope-removed", $"scope `{scope.Name}` removed");
            else if (other.Description != scope.Description) add("oauth-scope-changed", $"scope `{scope.Name}` is described differently");
        }

        foreach (OAuthScope scope in now.Scopes.Where(each => old.Scopes.All(other => other.Name != each.Name))) add("oauth-scope-added", $"scope `{scope.Name}` added");
    }
}
