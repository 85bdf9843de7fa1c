using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;
using ContractToolkit.CSharp.Validation;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes the class that holds the validation plan.</summary>
internal static class PlanEmitter
{
    private const int LineLength = 160;

    /// <summary>Writes the class.</summary>
    public static void Write(CodeWriter writer, PlanGroup group)
    {
        writer.Line();
        writer.Line("/// <summary>The schemas of the contract, compiled for validation.</summary>");
        writer.Open("internal static class " + group.HolderName);
        writer.Line("internal static Js::SchemaCheck Of(string name) => _schemas[name];");
        if (group.CodeNamespace is not null)
        {
            writer.Line("internal static Ct::Validation.SchemaChecks Checks(int schema) => _schemas.Checks(schema);");
            writer.Line("internal static Ct::Validation.BranchTable Branches(params int[] schemas) => _schemas.Branches(schemas);");
        }

        writer.Line("static readonly Js::SchemaSet _schemas = new(\"\"\"");
        Block(writer, group.Plan);
        writer.Line("\"\"\"u8, \"\"\"");
        Block(writer, group.Names);
        writer.Line(group.CodeNamespace is { } code ? "\"\"\"u8, " + code + "." + SchemaCodeEmitter.Finder + ".Find);" : "\"\"\"u8);");
        writer.Close();
        ModelInterface.Write(writer, group);
    }

    private static void Block(CodeWriter writer, string text)
    {
        for (int start = 0; start < text.Length; start += LineLength) writer.Line(text.Substring(start, Math.Min(LineLength, text.Length - start)));
    }
}
