using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes a record: properties, factories, and its JSON code.</summary>
internal static class RecordEmitter
{
    /// <summary>Writes the record.</summary>
    public static void Write(CodeWriter writer, RecordType type, FileContext file)
    {
        string name = Identifiers.Escape(type.Name);
        string sealing = type.Polymorphism is null ? "sealed " : "";
        string bases = type.Base is null ? "Js::JsonModel<" + name + ">" : Identifiers.Escape(type.Base);
        writer.Line("[Js::Json<", name, ">]");
        writer.Open(file.Access + " " + sealing + "partial record " + name + " : " + bases + ", " + ModelInterface.Of(type) + "<" + name + ">");
        RecordJsonEmitter.Shape(writer, type);
        for (int i = type.Inherited; i < type.Properties.Count; i++) Property(writer, type.Properties[i]);
        Bag(writer, type);
        foreach (RecordFactory factory in type.Factories) Factory(writer, type, factory);
        RecordJsonEmitter.Write(writer, type);
        writer.Close();
    }

    /// <summary>Writes a property.</summary>
    public static void Property(CodeWriter writer, RecordProperty property)
    {
        DocComment.Summary(writer, property.Summary);
        if (property.Deprecated) writer.Line("[Sys::Obsolete]");
        bool constant = property.Required && property.Constant is not null;
        string required = property.Required && !constant && !property.IsPreset ? "required " : "";
        string initial = constant ? " = " + property.Constant + ";" : "";
        writer.Line("public ", required, property.PropertyType, " ", Identifiers.Escape(property.Name), " { get; init; }" + initial);
        if (property.Content is { } content) Content(writer, property, content);
    }

    // The text stays as it came, so that it can be sent on unchanged; its meaning is a call away.
    private static void Content(CodeWriter writer, RecordProperty property, TypeReference content)
    {
        string name = Identifiers.Escape(property.Name);
        string text = property.IsOptional ? name + ".ValueOrDefault" : name;
        bool always = property is { Required: true, Type.IsNullable: false };
        string absent = always ? "" : "; null where there is none";
        writer.Line($"/// <summary>Reads the JSON that <see cref=\"{name}\"/> holds{absent}.</summary>");
        string read = "Js::ModelParser.ParseContent<" + content.AnnotatedName + ", " + content.AnnotatedCodec + ">(" + (always ? text : "text") + ")";
        string body = always ? read : $"{text} is {{ }} text ? {read} : null";
        writer.Line($"public {(always ? content.AnnotatedName : content.NullableName)} {property.ContentReader}() => {body};");
    }

    private static void Bag(CodeWriter writer, RecordType type)
    {
        if (type.AdditionalProperties is not { } values || type.InheritsBag) return;
        writer.Line("/// <summary>The members that are not declared.</summary>");
        writer.Line("public Js::JsonMap<", values.AnnotatedName, "> ", type.AdditionalName, " { get; init; } = new();");
    }

    private static void Factory(CodeWriter writer, RecordType type, RecordFactory factory)
    {
        string name = Identifiers.Escape(type.Name);
        var parameters = new List<string>();
        var initializers = new List<string>();
        foreach (string property in factory.Parameters)
        {
            RecordProperty target = type.Properties.First(candidate => candidate.Name == property);
            string parameter = Identifiers.Escape(Identifiers.Lower(property));
            parameters.Add(target.Type.AnnotatedName + " " + parameter);
            initializers.Add(Identifiers.Escape(property) + " = " + parameter);
        }

        writer.Line("/// <summary>Makes a value that has what this way of asking needs.</summary>");
        writer.Line("public static ", name, " ", Identifiers.Escape(factory.Name), "(" + string.Join(", ", parameters) + ") => new() { " + string.Join(", ", initializers), " };");
    }
}
