using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes an enumeration: a struct around the wire value. The known values stand twice: as values, and in <c>Wire</c> as constants for <c>switch</c>.
/// <c>Known</c> comes before the values, which add themselves to it as they are made.</summary>
internal static class EnumEmitter
{
    /// <summary>Writes the enumeration.</summary>
    public static void Write(CodeWriter writer, EnumType type, FileContext file)
    {
        string name = Identifiers.Escape(type.Name);
        string value = type.Underlying.Name;
        string contract = value == "string" ? "Js::IStringEnum<" + name + ">" : "Js::IJsonEnum<" + name + ", " + value + ", " + type.Underlying.Codec + ">";
        writer.Line("[Js::Json<", name, ">]");
        writer.Open(file.Access + " readonly partial record struct " + name + "(" + value + " Value) : " + contract);
        bool constants = type.Underlying.Kind != TypeKind.Raw;
        if (constants && !type.Members.IsEmpty) Wire(writer, type);
        writer.Line("public static Js::KnownValues<", value, "> Known { get; } = new();");
        if (!type.Members.IsEmpty) writer.Line("static ", name, " _(", value, " v) => new(Known.Add(v));");
        Values(writer, type, name, constants);
        writer.Line("public static ", name, " Of(", value, " value) => new(value);");
        writer.Line("public bool IsKnown => Known.Contains(Value);");
        writer.Line("public override string ToString() => ", value == "string" ? "Value ?? \"\"" : "Sys::FormattableString.Invariant($\"{Value}\")", ";");
        writer.Close();
    }

    /// <summary>The known values: those with a documentation comment each on its own, the others side by side.</summary>
    private static void Values(CodeWriter writer, EnumType type, string name, bool constants)
    {
        int plain = 0;
        foreach (EnumMember member in type.Members)
        {
            if (string.IsNullOrEmpty(member.Summary))
            {
                plain++;
                continue;
            }

            DocComment.Summary(writer, member.Summary);
            Value(writer.StartLine().Piece("public static readonly ").Piece(name).Piece(" "), member, constants).Piece(";").EndLine();
        }

        if (plain == 0) return;
        writer.OpenPacked(indented: true).Piece("public static readonly ").Piece(name).Next();
        foreach (EnumMember member in type.Members)
        {
            if (string.IsNullOrEmpty(member.Summary)) Value(writer, member, constants).Piece(--plain == 0 ? ";" : ",").Next();
        }

        writer.ClosePacked();
    }

    private static CodeWriter Value(CodeWriter writer, EnumMember member, bool constants)
    {
        string name = Identifiers.Escape(member.Name);
        return writer.Piece(name).Piece(constants ? " = _(Wire." : " = _(").Piece(constants ? name : member.Value).Piece(")");
    }

    private static void Wire(CodeWriter writer, EnumType type)
    {
        writer.Line("public static class Wire");
        writer.OpenPacked(indented: true).Piece("{ public const ").Piece(type.Underlying.Name).Next();
        for (int i = 0; i < type.Members.Count; i++)
        {
            EnumMember member = type.Members[i];
            writer.Piece(Identifiers.Escape(member.Name)).Piece(" = ").Piece(member.Value).Piece(i == type.Members.Count - 1 ? "; }" : ",").Next();
        }

        writer.ClosePacked();
    }
}
