using ContractToolkit.CSharp.Clients;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Contract to language model.</summary>
internal static class ModelBinder
{
    /// <summary>Binds a contract.</summary>
    public static LanguageModel Bind(Contract contract, CSharpOptions options, CancellationToken cancellation)
    {
        var types = new TypeBinder();
        if (!options.ModelsOnly) ClientBinder.Declare(contract, options, types);
        IEnumerable<EmitGroup> clients = options.ModelsOnly ? [] : ClientBinder.Bind(contract, options, types, cancellation);
        return new LanguageModel(clients.ToEquatableArray(), []);
    }
}
