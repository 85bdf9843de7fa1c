using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes a group of types.</summary>
internal static class TypeGroupEmitter
{
    /// <summary>Writes every type of the group.</summary>
    public static void Write(CodeWriter writer, TypeGroup group)
    {
        foreach (TypeDeclaration type in group.Types)
        {
            writer.Line();
            DocComment.Summary(writer, type.Summary);
            if (type.Deprecated) writer.Line("[Sys::Obsolete]");
            switch (type)
            {
                case RecordType record: RecordEmitter.Write(writer, record, group.File); break;
                case EnumType enumeration: EnumEmitter.Write(writer, enumeration, group.File); break;
                case TupleType tuple: TupleEmitter.Write(writer, tuple, group.File); break;
                case UnionType union: UnionEmitter.Write(writer, union, group.File); break;
            }
        }
    }
}
