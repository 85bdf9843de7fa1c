using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Binds the file of the client itself.</summary>
internal static class RootBinder
{
    private static readonly string[] optionMembers =
        ["BaseAddress", "Timeout", "MaxBufferedBody", "ValidateResponses", "RenewTokenOnCodes", "Clock", "UserAgent", "OnRequest", "MultipartBoundary",
         "GetCredential", "SetCredential", "GetTokenMember", "SetTokenMember", "Equals", "GetHashCode", "GetType", "ToString",
         "MemberwiseClone", "Finalize"];

    /// <summary>Binds it.</summary>
    public static ClientRoot Bind(Contract contract, CSharpOptions options, ClientPlan plan, string prefix, FileContext file) => new()
    {
        HintName = prefix + ".g.cs",
        File = file,
        Names = plan.Names,
        Summary = contract.Summary ?? contract.Title,
        Groups = plan.Groups
            .Select(group => new GroupMember(group.Property, group.Class, group.Interface, group.Group.Tag?.Description ?? group.Group.Key))
            .ToEquatableArray(),
        Options = Options(contract, plan.Names.Options),
        Contract = ContractMembers(contract).ToEquatableArray(),
        Envelope = contract.Envelope is { } envelope ? EnvelopeLiteral.Members(envelope).ToEquatableArray() : [],
        Servers = ServerUrls.Members(contract.Servers, plan.Names.Servers),
        DependencyInjection = options.DependencyInjection,
    };

    private static EquatableArray<OptionMember> Options(Contract contract, string className)
    {
        NameScope scope = new([.. optionMembers, className]);
        EquatableArray<TokenCredential> credentials = contract.Token?.Credentials ?? default;
        List<SecurityScheme> schemes = contract.SecuritySchemes.Where(scheme => scheme.Kind != SecuritySchemeKind.MutualTls).ToList();
        foreach (TokenCredential credential in credentials) scope.Wish("token:" + credential.Name, Identifiers.Pascal(credential.Name), NamePriority.Chosen);
        foreach (SecurityScheme scheme in schemes) scope.Wish("scheme:" + scheme.Name, Identifiers.Pascal(scheme.Name), NamePriority.Own, scheme.Name);
        IReadOnlyDictionary<string, string> names = scope.Allocate();
        IEnumerable<OptionMember> token = credentials.Select(credential => new OptionMember(
            names["token:" + credential.Name], Literal.String(credential.Name), true, "A credential that the token is asked for with."));
        IEnumerable<OptionMember> own = schemes.Select(scheme => new OptionMember(
            names["scheme:" + scheme.Name], Literal.String(scheme.Name), false, scheme.Description ?? SecurityLiterals.Describe(scheme)));
        return token.Concat(own).ToEquatableArray();
    }

    private static IEnumerable<string> ContractMembers(Contract contract)
    {
        if (ServerUrls.Default(contract.Servers) is { } server) yield return "Server = " + Literal.String(server);
        if (!contract.SecuritySchemes.IsEmpty)
        {
            yield return "Schemes = [" + string.Join(", ", contract.SecuritySchemes.Select(SecurityLiterals.Scheme)) + "]";
        }

        if (TokenLiteral.Of(contract) is { } token) yield return "Token = " + token;
    }
}
