using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes the JSON code of a record. What is common to all records stands in the runtime (<c>MemberReader</c>, <c>MemberWriter</c>).</summary>
internal static class RecordJsonEmitter
{
    /// <summary>Writes the table of members, and the constructor for users.</summary>
    public static void Shape(CodeWriter writer, RecordType type)
    {
        writer.StartLine().Piece("static readonly Js::JsonShape _shape = new(");
        string separator = "";
        if (type.AdditionalProperties is not null)
        {
            writer.Piece("true");
            separator = ", ";
        }

        foreach (RecordProperty property in type.Properties)
        {
            Literal.Write(writer.Piece(separator), Rule(property), property.WireName);
            separator = ", ";
        }

        writer.Piece("); public ").Piece(Identifiers.Escape(type.Name)).Piece("() { ");
        if (type.Preset is not null) writer.Piece(type.Preset).Piece(" ");
        writer.Piece("}").EndLine();
    }

    /// <summary>Writes reading and writing.</summary>
    public static void Write(CodeWriter writer, RecordType type)
    {
        Parsing(writer, type);
        writer.OpenPacked();
        Reading(writer, type);
        Writing(writer, type);
        writer.ClosePacked();
    }

    /// <summary>What holds where the property's value is absent or null, as the character of the runtime's <c>MemberRule</c>.</summary>
    public static string Rule(RecordProperty property)
    {
        if (property.Required && property.Constant is not null) return "=";
        if (property.Type.Kind == TypeKind.Raw) return property.Required ? "+" : "*";
        return property.Required ? (property.Type.IsNullable ? "?" : "!") : property.Type.IsNullable ? "~" : " ";
    }

    private static void Reading(CodeWriter writer, RecordType type)
    {
        string name = Identifiers.Escape(type.Name);
        if (RequiresAny(type)) writer.Piece("[").Piece(FileHeader.SetsRequiredAlias).Piece("]").Next();
        writer.Piece(type.Polymorphism is null ? "" : "private protected ").Piece(name).Piece("(ref Js::JsonCursor j) { var m = _shape.Reader();").Next();
        Members(writer, type);
        writer.Piece("Extras = m.Extras; }").Next();
        if (type.Polymorphism is { } polymorphism) Cases(writer, name, polymorphism);
        else ReadSignature(writer, name).Piece("new(ref j);").Next();
    }

    private static bool RequiresAny(RecordType type)
    {
        foreach (RecordProperty property in type.Properties)
        {
            if (property.Required) return true;
        }

        return false;
    }

    private static CodeWriter ReadSignature(CodeWriter writer, string name) =>
        writer.Piece("static ").Piece(name).Piece(" Js::IJsonCodec<").Piece(name).Piece(">.Read(ref Js::JsonCursor j) => ");

    private static void Cases(CodeWriter writer, string name, Polymorphism polymorphism)
    {
        string tags = string.Join(", ", polymorphism.Cases.Select(UnionEmitter.Tag));
        bool looks = polymorphism.Types.Any(derived => derived.Check is not null);

        // One more than there are derived records: what none of them takes is a value of this one.
        string kinds = looks ? string.Join(", ", Enumerable.Repeat("\"o\"", polymorphism.Types.Count + 1)) : "";
        string property = polymorphism.Discriminator is null ? "null" : Literal.String(polymorphism.Discriminator);
        writer.Piece("static readonly Js::UnionShape _cases = new(").Piece(property).Piece(", [").Piece(tags).Piece("], ").Piece(CodeWriter.Number(polymorphism.DefaultCase))
            .Piece(", [").Piece(kinds).Piece("], ").Piece(UnionEmitter.Checks(polymorphism.Types.Select(derived => derived.Check))).Piece(");").Next();
        ReadSignature(writer, name).Piece("_cases.Select(j) switch {").Next();
        for (int i = 0; i < polymorphism.Types.Count; i++)
        {
            writer.Piece(CodeWriter.Number(i)).Piece(" => j.Read<").Piece(Identifiers.Escape(polymorphism.Types[i].Name)).Piece(">(),").Next();
        }

        writer.Piece("_ => new ").Piece(name).Piece("(ref j) };").Next();
    }

    /// <summary>Parses as the derived type: what it inherits would give the base.</summary>
    private static void Parsing(CodeWriter writer, RecordType type)
    {
        if (type.Base is null) return;
        string name = Identifiers.Escape(type.Name);
        writer.Line("public static new ", name, " Parse(Sys::ReadOnlySpan<byte> utf8) => Js::ModelParser.Parse<", name, ">(utf8);");
        writer.Line("public static new ", name, " Parse(string json) => Js::ModelParser.Parse<", name, ">(json);");
    }

    private static void Members(CodeWriter writer, RecordType type)
    {
        if (type.Properties.IsEmpty && type.AdditionalProperties is null)
        {
            writer.Piece("while (m.Next(ref j)) { }").Next();
            return;
        }

        writer.Piece("while (m.Next(ref j)) switch (m.Index) {").Next();
        for (int i = 0; i < type.Properties.Count; i++) Case(writer, i, type.Properties[i]);
        if (type.AdditionalProperties is { } values)
        {
            writer.Piece("case -1: ").Piece(type.AdditionalName).Piece(".Add(m.Name, ").Read(values).Piece("); break;").Next();
        }

        writer.Piece("}").Next();
    }

    /// <summary>The case of a switch that reads the property.</summary>
    public static void Case(CodeWriter writer, int index, RecordProperty property)
    {
        writer.Piece("case ").Piece(CodeWriter.Number(index)).Piece(": ").Piece(Identifiers.Escape(property.Name)).Piece(" = ");
        if (property.IsOptional) writer.ReadOptional(property.Type);
        else writer.ReadPresent(property.Type);
        writer.Piece("; break;").Next();
    }

    private static void Writing(CodeWriter writer, RecordType type)
    {
        writer.Piece("public override void WriteTo(Js::JsonWriter j) { var w = _shape.Writer(j, Extras);").Next();
        for (int i = 0; i < type.Properties.Count; i++)
        {
            RecordProperty property = type.Properties[i];
            writer.WriteMember(property.Type, property.IsOptional)
                .Piece("(").Piece(CodeWriter.Number(i)).Piece(", ").Piece(Identifiers.Escape(property.Name)).Piece(");").Next();
        }

        if (type.AdditionalProperties is { } values)
        {
            writer.Piece("w.WriteBag<").Piece(values.AnnotatedName).Piece(", ").Piece(values.AnnotatedCodec).Piece(">(").Piece(type.AdditionalName).Piece(");").Next();
        }

        writer.Piece("w.Close(); }").Next();
    }
}
