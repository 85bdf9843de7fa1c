using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes a group of types.</summary>
internal static class TypeGroupEmitter
{
    /// <summary>Writes every type of the group.</summary>
    public static void Write(CodeWriter writer, TypeGroup group)
    {
    }
}
