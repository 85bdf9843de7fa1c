using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

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
        for (int i = 0; i < group.Entries.Count; i++)
        {
            writer.Line("internal static Ct::Json.SchemaCheck ", group.Entries[i], " => new(_plan, ", CodeWriter.Number(i), ");");
        }

        writer.Line("private static readonly Ct::Validation.ValidationPlan _plan = Ct::Json.SchemaCheck.LoadPlan(\"\"\"");
        for (int start = 0; start < group.Plan.Length; start += LineLength)
        {
            writer.Line(group.Plan.Substring(start, Math.Min(LineLength, group.Plan.Length - start)));
        }

        writer.Line("\"\"\"u8);");
        writer.Close();
    }
}
