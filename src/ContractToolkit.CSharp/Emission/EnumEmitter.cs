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
        string start = "public static readonly " + name;
        List<string> values = [];
        foreach (EnumMember member in type.Members)
        {
            string value = Identifiers.Escape(member.Name) + " = _(" + (constants ? "Wire." + Identifiers.Escape(member.Name) : member.Value) + ")";
            if (string.IsNullOrEmpty(member.Summary))
            {
                values.Add(value);
                continue;
            }

            DocComment.Summary(writer, member.Summary);
            writer.Line(start, " ", value, ";");
        }

        if (values.Count > 0) writer.Packed([start, .. values.Select((value, i) => value + (i == values.Count - 1 ? ";" : ","))], indented: true);
    }

    private static void Wire(CodeWriter writer, EnumType type)
    {
        writer.Line("public static class Wire");
        string last = type.Members[type.Members.Count - 1].Name;
        writer.Packed(
        [
            "{ public const " + type.Underlying.Name,
            .. type.Members.Select(member => Identifiers.Escape(member.Name) + " = " + member.Value + (member.Name == last ? "; }" : ",")),
        ], indented: true);
    }
}
