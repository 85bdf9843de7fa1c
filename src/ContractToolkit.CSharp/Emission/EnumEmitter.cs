using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes an enumeration: a struct around the wire value.</summary>
internal static class EnumEmitter
{
    /// <summary>Writes the enumeration.</summary>
    public static void Write(CodeWriter writer, EnumType type, FileContext file)
    {
        string name = Identifiers.Escape(type.Name);
        string value = type.Underlying.Name;
        string contract = "Ct::Json.IJsonEnum<" + name + ", " + value + ", " + type.Underlying.Codec + ">";
        string implemented = value == "string" ? "Ct::Json.IStringEnum<" + name + ">" : contract;
        writer.Line("[Ct::Json.Json<", name, ">]");
        writer.Open(file.Access + " readonly partial record struct " + name + "(" + value + " Value) : " + implemented);
        bool constants = type.Underlying.Kind != TypeKind.Raw;
        if (constants) Wire(writer, type);
        foreach (EnumMember member in type.Members)
        {
            DocComment.Summary(writer, member.Summary);
            string known = constants ? "Wire." + Identifiers.Escape(member.Name) : member.Value;
            writer.Line("public static ", name, " ", Identifiers.Escape(member.Name), " => new(", known + ");");
        }

        string all = string.Join(", ", type.Members.Select(member => constants ? "Wire." + Identifiers.Escape(member.Name) : member.Value));
        writer.Line("private static readonly Ct::Json.KnownValues<", value, "> _known = new(", all, ");");
        writer.Line("static Ct::Json.KnownValues<", value, "> ", contract, ".Known => _known;");
        writer.Line("static ", name, " ", contract, ".Of(" + value, " value) => new(value);");
        writer.Line("/// <summary>Whether the contract knows the value.</summary>");
        writer.Line("public bool IsKnown => _known.Contains(Value);");
        writer.Line("/// <summary>The value on the wire.</summary>");
        writer.Line("public override string ToString() => ", value == "string" ? "Value ?? \"\"" : "Sys::FormattableString.Invariant($\"{Value}\")", ";");
        writer.Close();
    }

    private static void Wire(CodeWriter writer, EnumType type)
    {
        writer.Line("/// <summary>The known values as they stand on the wire, for use in <c>switch</c>.</summary>");
        writer.Open("public static class Wire");
        foreach (EnumMember member in type.Members)
        {
            writer.Line("public const ", type.Underlying.Name, " ", Identifiers.Escape(member.Name), " = ", member.Value + ";");
        }

        writer.Close();
    }
}
