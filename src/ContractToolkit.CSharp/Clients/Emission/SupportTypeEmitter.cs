using ContractToolkit.CSharp.Text;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Writes types that exist for one method.</summary>
internal static class SupportTypeEmitter
{
    /// <summary>Writes a type.</summary>
    public static void Write(CodeWriter writer, SupportType type, string access)
    {
        writer.Line();
        DocComment.Summary(writer, type.Summary);
        switch (type)
        {
            case OptionsType options: WriteOptions(writer, options, access); break;
            case FormType form: WriteForm(writer, form, access); break;
            case HeadersType headers: WriteHeaders(writer, headers, access); break;
            case ResultType result: WriteResult(writer, result, access); break;
            default: throw new ArgumentException("No emitter writes " + type.GetType().Name + ".", nameof(type));
        }
    }

    private static void WriteOptions(CodeWriter writer, OptionsType type, string access)
    {
        writer.Open($"{access} sealed partial record {type.Name}");
        foreach (SupportProperty property in type.Properties) WriteProperty(writer, property);
        writer.Close();
    }

    private static void WriteForm(CodeWriter writer, FormType type, string access)
    {
        writer.Open($"{access} sealed partial record {type.Name}");
        foreach (SupportProperty property in type.Properties) WriteProperty(writer, property);
        writer.Line();
        writer.Line("internal Ct::Http.RequestBody ToBody(Ct::Http.MultipartForm parts) => parts");
        writer.Indent();
        foreach (string part in type.Parts) writer.Line(part);
        writer.Line(";").Outdent().Close();
    }

    private static void WriteHeaders(CodeWriter writer, HeadersType type, string access)
    {
        writer.Open($"{access} sealed partial record {type.Name}");
        foreach (SupportProperty property in type.Properties) WriteProperty(writer, property);
        writer.Line();
        writer.Line("/// <summary>Reads the headers of an answer.</summary>");
        writer.Line("public static ", type.Name, " From(Ct::Http.ResponseHeaders headers) => new()");
        writer.Line("{").Indent();
        foreach (SupportProperty property in type.Properties) writer.Line(property.Name, " = ", property.Value!, ",");
        writer.Outdent().Line("};").Close();
    }

    private static void WriteResult(CodeWriter writer, ResultType type, string access)
    {
        writer.Open($"{access} abstract partial record {type.Name}");
        writer.Line("private ", type.Name, "()");
        writer.Open().Close();
        foreach (ResultCase item in type.Cases)
        {
            writer.Line();
            DocComment.Summary(writer, item.Summary);
            string value = item.Type is null ? "()" : $"({item.Type} Value)";
            writer.Line($"public sealed record {item.Name}{value} : {type.Name};");
        }

        writer.Close();
    }

    private static void WriteProperty(CodeWriter writer, SupportProperty property)
    {
        DocComment.Summary(writer, property.Summary);
        if (property.Deprecated) writer.Line("[Sys::Obsolete(\"The contract calls this deprecated.\")]");
        writer.Line("public ", property.Required ? "required " : "", property.Type, " ", property.Name, " { get; init; }");
    }
}
