using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes a tuple: a record whose properties are the places of an array, and its JSON code.</summary>
internal static class TupleEmitter
{
    /// <summary>Writes the tuple.</summary>
    public static void Write(CodeWriter writer, TupleType type, FileContext file)
    {
        string name = Identifiers.Escape(type.Name);
        writer.Line("[Js::Json<", name, ">]");
        writer.Open(file.Access + " sealed partial record " + name + " : Js::JsonModel<" + name + ">, " + ModelInterface.Of(type) + "<" + name + ">");
        writer.Line("const string _rules = ", Literal.String(string.Concat(type.Items.Select(RecordJsonEmitter.Rule))), ";");
        writer.Line("public ", name, "() { }");
        foreach (RecordProperty item in type.Items) RecordEmitter.Property(writer, item);
        Rest(writer, type);
        Deconstruction(writer, type);
        Reading(writer, type, name);
        Writing(writer, type);
        writer.Close();
    }

    private static void Rest(CodeWriter writer, TupleType type)
    {
        if (type.Rest is not { } items) return;
        writer.Line("/// <summary>The items behind those that have a place.</summary>");
        writer.Line("public Ct::EquatableArray<", items.AnnotatedName, "> ", type.RestName, " { get; init; }");
    }

    private static void Deconstruction(CodeWriter writer, TupleType type)
    {
        if (type.Items.Count < 2) return;
        string parameters = string.Join(", ", type.Items.Select((item, i) => "out " + item.PropertyType + " item" + CodeWriter.Number(i + 1)));
        writer.Line("/// <summary>Takes the tuple apart.</summary>");
        writer.Line("public void Deconstruct(", parameters, ")");
        writer.Packed(["{", .. type.Items.Select((item, i) => "item" + CodeWriter.Number(i + 1) + " = this." + Identifiers.Escape(item.Name) + ";"), "}"]);
    }

    private static void Reading(CodeWriter writer, TupleType type, string name)
    {
        if (type.Items.Any(item => item.Required)) writer.Line("[" + FileHeader.SetsRequiredAlias + "]");
        writer.Line(name, "(ref Js::JsonCursor j)");
        writer.OpenPacked().Piece("{ var items = new Js::ItemReader(_rules);").Next();
        writer.Piece("while (items.Next(ref j").Piece(type.Rest is null ? "" : ", true").Piece(")) switch (items.Index) {").Next();
        for (int i = 0; i < type.Items.Count; i++) RecordJsonEmitter.Case(writer, i, type.Items[i]);
        if (type.Rest is { } items)
        {
            writer.Piece("case ").Piece(CodeWriter.Number(type.Items.Count)).Piece(": ").Piece(type.RestName).Piece(" = items.ReadRest<")
                .Piece(items.AnnotatedName).Piece(", ").Piece(items.AnnotatedCodec).Piece(">(ref j); break;").Next();
        }

        writer.Piece("}").Next().Piece("Extras = items.Extras; }").Next().ClosePacked();
        writer.Line("static ", name, " Js::IJsonCodec<", name, ">.Read(ref Js::JsonCursor j) => new(ref j);");
    }

    private static void Writing(CodeWriter writer, TupleType type)
    {
        writer.Line("public override void WriteTo(Js::JsonWriter j)");
        string rest = type.Rest is not { } items ? "" : "w.WriteRest<" + items.AnnotatedName + ", " + items.AnnotatedCodec + ">(" + type.RestName + ");";
        writer.Packed(["{ var w = new Js::ItemWriter(j, _rules, Extras);", .. type.Items.Select((item, i) => WriteItem(i, item)), rest, "w.Close(); }"]);
    }

    private static string WriteItem(int index, RecordProperty item)
    {
        string method = (item.IsOptional ? "WriteOptional" : "Write") + (item.Type.IsValueType ? "Value" : "");
        return "w." + method + "<" + item.Type.Name + ", " + item.Type.Codec + ">(" + CodeWriter.Number(index) + ", " + Identifiers.Escape(item.Name) + ");";
    }
}
