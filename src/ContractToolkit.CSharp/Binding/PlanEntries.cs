using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Collects the schemas that generated code checks against, and compiles them into one plan.</summary>
internal sealed class PlanEntries(string holderName, bool enabled)
{
    private readonly Dictionary<string, Schema> entries = new(StringComparer.Ordinal);

    /// <summary>An expression of type <c>Js::SchemaCheck</c> for the schema of a type with this name; null where no plan is wanted.</summary>
    public string? OfType(string typeName, Schema schema) => enabled ? Add(typeName, schema) : null;

    /// <summary>The same for a schema whose type has no name of its own.</summary>
    public string? OfPlace(Schema schema) => enabled ? Add("_" + Identifiers.Hash(schema.Id.Value, 12), schema) : null;

    /// <summary>The plan; null where nothing refers to it.</summary>
    public PlanGroup? Compile(SchemaTable schemas, string hintName, FileContext file)
    {
        if (entries.Count == 0) return null;
        string[] names = [.. entries.Keys];
        Array.Sort(names, StringComparer.Ordinal);
        PlanData plan = PlanCompiler.CompileData(schemas, Array.ConvertAll(names, name => entries[name]));
        return new PlanGroup
        {
            HintName = hintName, File = file, HolderName = holderName, Plan = Convert.ToBase64String(PackedBytes.Pack(plan.Compact)),
            Names = Convert.ToBase64String(PackedBytes.Pack(System.Text.Encoding.UTF8.GetBytes(string.Join("\n", names)))),
        };
    }

    private string Add(string name, Schema schema)
    {
        entries[name] = schema;
        return holderName + ".Of(" + Literal.String(name) + ")";
    }
}
