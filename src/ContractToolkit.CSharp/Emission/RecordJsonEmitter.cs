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
        string bag = type.AdditionalProperties is null ? "" : type.Properties.IsEmpty ? "true" : "true, ";
        string members = string.Join(", ", type.Properties.Select(property => Literal.String(Rule(property) + property.WireName)));
        writer.Line("static readonly Js::JsonShape _shape = new(", bag, members, "); public ", Identifiers.Escape(type.Name), type.Preset is null ? "() { }" : "() { " + type.Preset + " }");
    }

    /// <summary>Writes reading and writing.</summary>
    public static void Write(CodeWriter writer, RecordType type)
    {
        Parsing(writer, type);
        writer.Packed(Reading(type).Concat(Writing(type)));
    }

    /// <summary>What holds where the property's value is absent or null, as the character of the runtime's <c>MemberRule</c>.</summary>
    public static string Rule(RecordProperty property)
    {
        if (property.Required && property.Constant is not null) return "=";
        if (property.Type.Kind == TypeKind.Raw) return property.Required ? "+" : "*";
        return property.Required ? (property.Type.IsNullable ? "?" : "!") : property.Type.IsNullable ? "~" : " ";
    }

    private static IEnumerable<string> Reading(RecordType type)
    {
        string name = Identifiers.Escape(type.Name);
        if (type.Properties.Any(property => property.Required)) yield return "[" + FileHeader.SetsRequiredAlias + "]";
        yield return (type.Polymorphism is null ? "" : "private protected ") + name + "(ref Js::JsonCursor j) { var m = _shape.Reader();";
        foreach (string statement in Members(type)) yield return statement;
        yield return "Extras = m.Extras; }";
        string explicitRead = "static " + name + " Js::IJsonCodec<" + name + ">.Read(ref Js::JsonCursor j) => ";
        if (type.Polymorphism is not { } polymorphism)
        {
            yield return explicitRead + "new(ref j);";
            yield break;
        }

        string tags = string.Join(", ", polymorphism.Cases.Select(UnionEmitter.Tag));
        bool looks = polymorphism.Types.Any(derived => derived.Check is not null);

        // One more than there are derived records: what none of them takes is a value of this one.
        string kinds = looks ? string.Join(", ", Enumerable.Repeat("\"o\"", polymorphism.Types.Count + 1)) : "";
        string property = polymorphism.Discriminator is null ? "null" : Literal.String(polymorphism.Discriminator);
        yield return "static readonly Js::UnionShape _cases = new(" + property + ", [" + tags + "], " + CodeWriter.Number(polymorphism.DefaultCase) + ", [" + kinds + "], " + UnionEmitter.Checks(polymorphism.Types.Select(derived => derived.Check)) + ");";
        yield return explicitRead + "_cases.Select(j) switch {";
        for (int i = 0; i < polymorphism.Types.Count; i++) yield return CodeWriter.Number(i) + " => j.Read<" + Identifiers.Escape(polymorphism.Types[i].Name) + ">(),";
        yield return "_ => new " + name + "(ref j) };";
    }

    /// <summary>Parses as the derived type: what it inherits would give the base.</summary>
    private static void Parsing(CodeWriter writer, RecordType type)
    {
        if (type.Base is null) return;
        string name = Identifiers.Escape(type.Name);
        writer.Line("public static new ", name, " Parse(Sys::ReadOnlySpan<byte> utf8) => Js::ModelParser.Parse<", name, ">(utf8);");
        writer.Line("public static new ", name, " Parse(string json) => Js::ModelParser.Parse<", name, ">(json);");
    }

    private static IEnumerable<string> Members(RecordType type)
    {
        if (type.Properties.IsEmpty && type.AdditionalProperties is null)
        {
            yield return "while (m.Next(ref j)) { }";
            yield break;
        }

        yield return "while (m.Next(ref j)) switch (m.Index) {";
        for (int i = 0; i < type.Properties.Count; i++) yield return Case(i, type.Properties[i]);
        if (type.AdditionalProperties is { } values)
        {
            yield return "case -1: " + type.AdditionalName + ".Add(m.Name, " + values.ReadExpression("j") + "); break;";
        }

        yield return "}";
    }

    /// <summary>The case of a switch that reads the property.</summary>
    public static string Case(int index, RecordProperty property)
    {
        string value = property.IsOptional ? property.Type.ReadOptionalExpression("j") : property.Type.ReadPresentExpression("j");
        return "case " + CodeWriter.Number(index) + ": " + Identifiers.Escape(property.Name) + " = " + value + "; break;";
    }

    private static IEnumerable<string> Writing(RecordType type)
    {
        yield return "public override void WriteTo(Js::JsonWriter j) { var w = _shape.Writer(j, Extras);";
        for (int i = 0; i < type.Properties.Count; i++) yield return WriteMember(i, type.Properties[i]);
        if (type.AdditionalProperties is { } values)
        {
            yield return "w.WriteBag<" + values.AnnotatedName + ", " + values.AnnotatedCodec + ">(" + type.AdditionalName + ");";
        }

        yield return "w.Close(); }";
    }

    private static string WriteMember(int index, RecordProperty property) =>
        "w." + WriteMethod(property.Type, property.IsOptional) + "(" + CodeWriter.Number(index) + ", " + Identifiers.Escape(property.Name) + ");";

    /// <summary>The method of the member writer, with type arguments only where they cannot be inferred.</summary>
    private static string WriteMethod(TypeReference type, bool optional)
    {
        string arguments = "<" + type.Name + ", " + type.Codec + ">";
        if (optional && type.IsValueType) return "WriteOptionalValue" + arguments;
        if (optional) return type.Codec == "Js::StringCodec" || type.IsGenerated ? "WriteOptional" : "WriteOptional" + arguments;
        if (type.Codec is "Js::StringCodec" or "Js::BooleanCodec" or "Js::Int32Codec" or "Js::Int64Codec") return "Write";
        if (type.Kind == TypeKind.Enum) return "WriteEnum<" + type.Name + ">";
        if (type.Kind == TypeKind.List && type.Element is { IsNullable: false } item && (item.IsGenerated || item.Codec == "Js::StringCodec"))
        {
            return item.IsGenerated ? "WriteList<" + item.Name + ">" : "WriteList";
        }

        return type.IsValueType ? "WriteValue" + arguments : type.IsGenerated ? "Write" : "Write" + arguments;
    }
}
