using ContractToolkit.CSharp.Binding;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Decides what the clients look like.</summary>
internal static class ClientBinder
{
    /// <summary>First step: declares the schemas that operations use, and reserves the names of the client types.</summary>
    public static void Declare(Contract contract, CSharpOptions options, TypeBinder types)
    {
    }

    /// <summary>Second step, when every type has its name: the groups of client code.</summary>
    public static IEnumerable<EmitGroup> Bind(Contract contract, CSharpOptions options, TypeBinder types, CancellationToken cancellation) => [];
}
