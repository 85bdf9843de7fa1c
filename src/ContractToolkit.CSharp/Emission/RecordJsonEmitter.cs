using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes the JSON code of a record. What is common to all records stands in the runtime (<c>MemberReader</c>, <c>MemberWriter</c>).</summary>
internal static class RecordJsonEmitter
{
    /// <summary>Writes the table of members.</summary>
    public static void Shape(CodeWriter writer, RecordType type)
    {
        string bag = type.AdditionalProperties is null ? "" : type.Properties.IsEmpty ? "true" : "true, ";
        string members = string.Join(", ", type.Properties.Select(property => Literal.String(Rule(property) + property.WireName)));
        writer.Line("private static readonly Ct::Json.JsonShape _shape = new(", bag, members, ");");
    }

    /// <summary>Writes reading and writing.</summary>
    public static void Write(CodeWriter writer, RecordType type)
    {
        Reading(writer, type);
        Writing(writer, type);
        if (type.Check is { } check)
        {
            writer.Line("public static Ct::Json.SchemaCheck SchemaCheck => ", check, ";");
        }
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
        if (type.Properties.Any(property => property.Required)) writer.Line("[Sys::Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        writer.Line(type.Polymorphism is null ? "private " : "private protected ", name, "(ref Ct::Json.JsonCursor json)");
        writer.Packed(["{ var members = new Ct::Json.MemberReader(_shape);", .. Members(type), "Extras = members.Extras; }"]);
        string explicitRead = "static " + name + " Ct::Json.IJsonCodec<" + name + ">.Read(ref Ct::Json.JsonCursor json) => ";
        if (type.Polymorphism is not { } polymorphism) writer.Line(explicitRead, "new(ref json);");
        else Dispatch(writer, name, polymorphism, explicitRead);
        if (type.Base is null) return;
        writer.Line("public static new ", name, " Parse(Sys::ReadOnlySpan<byte> utf8) => Ct::Json.ModelParser.Parse<", name, ">(utf8);");
        writer.Line("public static new ", name, " Parse(string json) => Ct::Json.ModelParser.Parse<", name, ">(json);");
    }

    private static void Dispatch(CodeWriter writer, string name, Polymorphism polymorphism, string explicitRead)
    {
        string tags = string.Join(", ", polymorphism.Cases.Select(UnionEmitter.Tag));
        bool looks = polymorphism.Types.Any(type => type.Check is not null);

        // One more than there are derived records: what none of them takes is a value of this one.
        string kinds = looks ? string.Join(", ", Enumerable.Repeat("\"o\"", polymorphism.Types.Count + 1)) : "";
        string property = polymorphism.Discriminator is null ? "null" : Literal.String(polymorphism.Discriminator);
        writer.Line("private static readonly Ct::Json.UnionShape _cases = new(", property, ", [" + tags, "], " + CodeWriter.Number(polymorphism.DefaultCase) + ", [" + kinds + "], ", UnionEmitter.Checks(polymorphism.Types.Select(type => type.Check)), ");");
        writer.Line(explicitRead, "_cases.Select(json) switch");
        writer.Packed(
        [
            "{", .. polymorphism.Types.Select((type, i) => CodeWriter.Number(i) + " => json.Read<" + Identifiers.Escape(type.Name) + ">(),"),
            "_ => new " + name + "(ref json) };",
        ]);
    }

    private static IEnumerable<string> Members(RecordType type)
    {
        if (type.Properties.IsEmpty && type.AdditionalProperties is null)
        {
            yield return "while (members.Next(ref json)) { }";
            yield break;
        }

        yield return "while (members.Next(ref json)) switch (members.Index) {";
        for (int i = 0; i < type.Properties.Count; i++) yield return Case(i, type.Properties[i]);
        if (type.AdditionalProperties is { } values)
        {
            yield return "case -1: " + type.AdditionalName + ".Add(members.Name, " + values.ReadExpression("json") + "); break;";
        }

        yield return "}";
    }

    /// <summary>The case of a switch that reads the property.</summary>
    public static string Case(int index, RecordProperty property)
    {
        string read = property.Type.ReadPresentExpression("json");
        string value = property.IsOptional ? "new(json.TryReadNull() ? null : " + read + ")" : read;
        return "case " + CodeWriter.Number(index) + ": " + Identifiers.Escape(property.Name) + " = " + value + "; break;";
    }

    private static void Writing(CodeWriter writer, RecordType type)
    {
        writer.Line("public override void WriteTo(Ct::Json.JsonWriter writer)");
        IEnumerable<string> members = type.Properties.Select((property, index) => WriteMember(index, property));
        IEnumerable<string> bag = type.AdditionalProperties is { } values
            ? ["to.WriteBag<" + values.AnnotatedName + ", " + values.AnnotatedCodec + ">(" + type.AdditionalName + ");"] : [];
        writer.Packed(["{ var to = new Ct::Json.MemberWriter(writer, _shape, Extras);", .. members, .. bag, "to.Close(); }"]);
    }

    private static string WriteMember(int index, RecordProperty property) =>
        "to." + WriteMethod(property.Type, property.IsOptional) + "(" + CodeWriter.Number(index) + ", " + Identifiers.Escape(property.Name) + ");";

    /// <summary>The method of the member writer, with type arguments only where they cannot be inferred.</summary>
    private static string WriteMethod(TypeReference type, bool optional)
    {
        string arguments = "<" + type.Name + ", " + type.Codec + ">";
        if (optional && type.IsValueType) return "WriteOptionalValue" + arguments;
        if (optional) return type.Codec == "Ct::Json.StringCodec" || type.IsGenerated ? "WriteOptional" : "WriteOptional" + arguments;
        if (type.Codec is "Ct::Json.StringCodec" or "Ct::Json.BooleanCodec" or "Ct::Json.Int32Codec" or "Ct::Json.Int64Codec") return "Write";
        if (type.Kind == TypeKind.Enum) return "WriteEnum<" + type.Name + ">";
        if (type.Kind == TypeKind.List && type.Element is { IsNullable: false } item && (item.IsGenerated || item.Codec == "Ct::Json.StringCodec"))
        {
            return item.IsGenerated ? "WriteList<" + item.Name + ">" : "WriteList";
        }

        return type.IsValueType ? "WriteValue" + arguments : type.IsGenerated ? "Write" : "Write" + arguments;
    }
}
