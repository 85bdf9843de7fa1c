using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes a union: conversions from each case, exhaustive matching, and its JSON code.</summary>
internal static class UnionEmitter
{
    /// <summary>Writes the union.</summary>
    public static void Write(CodeWriter writer, UnionType type, FileContext file)
    {
        string name = Identifiers.Escape(type.Name);
        writer.Line("[Js::Json<", name, ">]");
        writer.Open(file.Access + " sealed partial record " + name + " : Js::JsonUnion<" + name + ">, " + ModelInterface.Of(type) + "<" + name + ">");
        Shape(writer, type);
        writer.Line(name, "(int tag, object content) : base(tag, content) { }");
        for (int i = 0; i < type.Cases.Count; i++) Case(writer, name, i, type.Cases[i]);
        Match(writer, type);
        Json(writer, type, name);
        writer.Close();
    }

    /// <summary>An expression for a value of a discriminator.</summary>
    public static string Tag(UnionTag tag) => "(" + Literal.String(tag.Value) + ", " + CodeWriter.Number(tag.Case) + ")";

    /// <summary>A function from a case to what checks values for it; <c>null</c> where nothing is checked.</summary>
    public static string Checks(IEnumerable<string?> checks)
    {
        string cases = string.Concat(checks.Select((check, i) => check is null ? "" : CodeWriter.Number(i) + " => " + check + ", "));
        return cases.Length == 0 ? "null" : "tag => tag switch { " + cases + "_ => default }";
    }

    private static void Shape(CodeWriter writer, UnionType type)
    {
        string discriminator = type.Discriminator is null ? "null" : Literal.String(type.Discriminator);
        string tags = string.Join(", ", type.Tags.Select(Tag));
        string kinds = string.Join(", ", type.Cases.Select(entry => Literal.String(entry.Kinds)));
        string checks = Checks(type.Cases.Select(entry => entry.Check));
        if (type.Discriminator is null && type.Tags.IsEmpty && type.DefaultCase == -1 && checks == "null")
        {
            writer.Line("static readonly Js::UnionShape _shape = new(", kinds, ");");
            return;
        }

        writer.Line("static readonly Js::UnionShape _shape = new(" + discriminator + ", [" + tags + "], " + CodeWriter.Number(type.DefaultCase), ", [", kinds, "], ", checks, ");");
    }

    private static void Case(CodeWriter writer, string union, int index, UnionCase entry)
    {
        string tag = CodeWriter.Number(index);
        writer.Line("public static implicit operator ", union, "(" + entry.Type.Name, " v) => new(" + tag, ", v);");
        writer.Line("public ", entry.Type.NullableName, " As", entry.Name, " => Tag == " + tag, " ? (" + entry.Type.Name + ")Content : null;");
    }

    private static void Match(CodeWriter writer, UnionType type)
    {
        string[] names = [.. type.Cases.Select(entry => Identifiers.Escape(Identifiers.Lower(entry.Name)))];
        string functions = string.Concat(type.Cases.Select((entry, i) => "Sys::Func<" + entry.Type.Name + ", TResult> " + names[i] + ", "));
        string actions = string.Concat(type.Cases.Select((entry, i) => "Sys::Action<" + entry.Type.Name + "> " + names[i] + ", "));
        writer.Line("public TResult ", type.Name == "Match" ? "MatchCase" : "Match", "<TResult>(", functions, "Sys::Func<Js::JsonValue, TResult> unknown) =>");
        writer.Packed(["Tag switch {", .. names.Select((name, i) => CodeWriter.Number(i) + " => " + name + "((" + type.Cases[i].Type.Name + ")Content),"), "_ => unknown((Js::JsonValue)Content) };"]);
        writer.Line("public void ", type.Name == "Switch" ? "SwitchCase" : "Switch", "(", actions, "Sys::Action<Js::JsonValue> unknown)");
        writer.Packed(["{ switch (Tag) {", .. names.Select((name, i) => "case " + CodeWriter.Number(i) + ": " + name + "((" + type.Cases[i].Type.Name + ")Content); break;"), "default: unknown((Js::JsonValue)Content); break; } }"]);
    }

    private static void Json(CodeWriter writer, UnionType type, string name)
    {
        writer.Line("static ", name, " Js::IJsonCodec<", name, ">.Read(ref Js::JsonCursor j) =>");
        writer.OpenPacked().Piece("_shape.Select(j) switch {").Next();
        for (int i = 0; i < type.Cases.Count; i++)
        {
            string tag = CodeWriter.Number(i);
            writer.Piece(tag).Piece(" => new(").Piece(tag).Piece(", ").ReadPresent(type.Cases[i].Type).Piece("),").Next();
        }

        writer.Piece("_ => new(-1, Js::JsonValue.Read(ref j)) };").Next().ClosePacked();
        if (type.Cases.All(entry => entry.Type.WritesItself)) return;
        writer.Line("public override void WriteTo(Js::JsonWriter j)");
        writer.OpenPacked().Piece("{ switch (Tag) {").Next();
        for (int i = 0; i < type.Cases.Count; i++)
        {
            TypeReference held = type.Cases[i].Type;
            writer.Piece("case ").Piece(CodeWriter.Number(i)).Piece(": ").Piece(held.AnnotatedCodecExpression).Piece(".Write(j, (").Piece(held.Name).Piece(")Content); break;").Next();
        }

        writer.Piece("default: ((Js::JsonValue)Content).WriteTo(j); break; } }").Next().ClosePacked();
    }
}
