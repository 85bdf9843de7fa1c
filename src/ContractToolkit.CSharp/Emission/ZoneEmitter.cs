using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes the class that holds the zones of local times.</summary>
internal static class ZoneEmitter
{
    /// <summary>Writes the class.</summary>
    public static void Write(CodeWriter writer, ZoneGroup group)
    {
        writer.Line();
        writer.Line("/// <summary>The zones that the contract's local times are in.</summary>");
        writer.Open("internal static class " + group.HolderName);
        foreach (int minutes in group.Minutes)
        {
            writer.Open("internal readonly struct " + Zones.NameOf(minutes) + " : Js::IZone");
            writer.Line("public static Sys::TimeSpan Offset => Sys::TimeSpan.FromMinutes(", CodeWriter.Number(minutes), ");");
            writer.Close();
        }

        writer.Close();
    }
}
