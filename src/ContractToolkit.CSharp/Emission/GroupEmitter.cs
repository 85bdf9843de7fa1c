using System.Buffers;
using ContractToolkit.CSharp.Clients;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;
using ContractToolkit.CSharp.Validation;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes a group as a file: one emitter per kind of group.</summary>
internal static class GroupEmitter
{
    /// <summary>Writes a group.</summary>
    public static GeneratedFile Emit(EmitGroup group)
    {
        using var writer = new CodeWriter();
        Write(writer, group);
        return new GeneratedFile(group.HintName, writer.ToString());
    }

    /// <summary>Writes a group, in UTF-8.</summary>
    public static void EmitUtf8(EmitGroup group, IBufferWriter<byte> target)
    {
        using var writer = new CodeWriter();
        Write(writer, group);
        writer.CopyUtf8To(target);
    }

    private static void Write(CodeWriter writer, EmitGroup group)
    {
        FileHeader.Write(writer, group.File);
        switch (group)
        {
            case TypeGroup types: TypeGroupEmitter.Write(writer, types); break;
            case ClientRoot root: RootEmitter.Write(writer, root); break;
            case ClientGroup clients: ClientEmitter.Write(writer, clients); break;
            case ZoneGroup zones: ZoneEmitter.Write(writer, zones); break;
            case PlanGroup plan: PlanEmitter.Write(writer, plan); break;
            case SchemaCodeGroup code: SchemaCodeEmitter.Write(writer, code); break;
            default: throw new ArgumentException("No emitter writes " + group.GetType().Name + ".", nameof(group));
        }
    }
}
