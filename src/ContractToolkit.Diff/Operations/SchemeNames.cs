using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>Security schemes that were only renamed: callers send the same.</summary>
internal static class SchemeNames
{
    /// <summary>The older requirement by the newer contract's names.</summary>
    public static SecurityRequirement AsNow(SecurityRequirement requirement, Comparison comparison) =>
        requirement.Schemes.All(use => Declares(comparison.New, use.Scheme)) ? requirement
        : new(requirement.Schemes.Select(use => use with { Scheme = Now(use.Scheme, comparison) }).ToEquatableArray());

    /// <summary>Whether a key travels the same way: the names of headers have no case.</summary>
    public static bool IsSameKey(SecurityScheme one, SecurityScheme two) => one.In == two.In
        && string.Equals(one.ParameterName, two.ParameterName, one.In == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static string Now(string name, Comparison comparison)
    {
        if (Declares(comparison.New, name) || comparison.Old.SecuritySchemes.FirstOrDefault(each => each.Name == name) is not { } old) return name;
        return comparison.New.SecuritySchemes.FirstOrDefault(each => !Declares(comparison.Old, each.Name) && IsSame(old, each))?.Name ?? name;
    }

    private static bool Declares(Contract contract, string name) => contract.SecuritySchemes.Any(each => each.Name == name);

    private static bool IsSame(SecurityScheme one, SecurityScheme two) =>
        one.Kind == two.Kind && IsSameKey(one, two) && string.Equals(one.HttpScheme, two.HttpScheme, StringComparison.OrdinalIgnoreCase)
        && one.OpenIdConnectUrl == two.OpenIdConnectUrl && one.Flows == two.Flows;
}
