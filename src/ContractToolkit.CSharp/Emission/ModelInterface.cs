using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Emission;

/// <summary>The interface of the contract's records and unions, which finds the schema of each by the type's name: said once, and not in every type.</summary>
internal static class ModelInterface
{
    /// <summary>Its name.</summary>
    public const string Name = "_Model";

    /// <summary>What a type implements: the contract's interface, or the runtime's where no plan is embedded.</summary>
    public static string Of(TypeDeclaration type) => type.Check is null ? "Js::IJsonModel" : Name;

    /// <summary>Writes the interface.</summary>
    public static void Write(CodeWriter writer, PlanGroup plan)
    {
        writer.Line();
        writer.Line("/// <summary>A type of the contract, with the schema that its values must meet.</summary>");
        writer.Line("internal interface ", Name, "<T> : Js::IJsonModel<T> where T : ", Name, "<T>");
        writer.Open();
        writer.Line("static Js::SchemaCheck Js::IJsonModel<T>.SchemaCheck => ", plan.HolderName, ".Of(typeof(T).Name);");
        writer.Close();
    }
}
