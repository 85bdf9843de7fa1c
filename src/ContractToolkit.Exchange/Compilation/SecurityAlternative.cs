using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>One alternative of a security requirement: its schemes are needed together. Without schemes it means "or none".</summary>
/// <param name="Schemes">The schemes.</param>
/// <param name="Unknown">Names that the contract does not declare; an alternative with such a name can't be checked.</param>
public sealed record SecurityAlternative(EquatableArray<SecurityScheme> Schemes, EquatableArray<string> Unknown)
{
    internal static SecurityAlternative Resolve(SecurityRequirement requirement, Contract contract)
    {
        var schemes = new List<SecurityScheme>();
        var unknown = new List<string>();
        foreach (SecurityUse use in requirement.Schemes)
        {
            SecurityScheme? scheme = contract.SecuritySchemes.FirstOrDefault(s => s.Name == use.Scheme);
            if (scheme is null) unknown.Add(use.Scheme);
            else schemes.Add(scheme);
        }

        return new SecurityAlternative(schemes.ToEquatableArray(), unknown.ToEquatableArray());
    }
}
