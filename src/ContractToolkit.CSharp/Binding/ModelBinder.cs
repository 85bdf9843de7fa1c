using ContractToolkit.CSharp.Clients;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Contract to language model.</summary>
internal static class ModelBinder
{
    /// <summary>Binds a contract.</summary>
    public static LanguageModel Bind(Contract contract, CSharpOptions options, CancellationToken cancellation)
    {
        string prefix = Prefix(contract, options);
        var file = new FileContext(EscapeNamespace(options.Namespace), options.Accessibility == Accessibility.Internal ? "internal" : "public");
        ClientPlan? clients = options.ModelsOnly ? null : ClientPlan.Make(contract, options);
        TypeBinder types = Types(contract, options, clients);
        cancellation.ThrowIfCancellationRequested();
        var groups = new List<EmitGroup>();
        if (clients is not null) groups.AddRange(ClientBinder.Bind(clients, contract, options, types, prefix, file, cancellation));
        groups.AddRange(TypeGroups.Of(types.Declarations(cancellation), prefix, file));
        if (types.Forms.Zones.Group(prefix + ".Zones.g.cs", file) is { } zones) groups.Add(zones);
        groups.AddRange(types.Plan.Compile(contract.Schemas, prefix + ".Schemas", file));
        return new LanguageModel(groups.ToEquatableArray(), types.Findings.ToEquatableArray());
    }

    /// <summary>The types of a contract with their names decided.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="options">How it is generated.</param>
    /// <param name="clients">The clients that use the types; null for models only.</param>
    public static TypeBinder Types(Contract contract, CSharpOptions options, ClientPlan? clients)
    {
        var types = new TypeBinder(contract, options, Prefix(contract, options));
        if (clients is not null) ClientBinder.Declare(clients, contract, options, types);
        types.Complete();
        return types;
    }

    private static string Prefix(Contract contract, CSharpOptions options) => Identifiers.Chosen(options.ClientName ?? Identifiers.Pascal(contract.Title));

    private static string EscapeNamespace(string name) =>
        string.Join(".", name.Split('.').Select(part => Identifiers.Escape(Identifiers.Chosen(part))));
}
