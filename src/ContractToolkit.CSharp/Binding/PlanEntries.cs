using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;
using ContractToolkit.CSharp.Validation;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Collects the schemas that generated code checks against, and compiles them into one plan.</summary>
internal sealed class PlanEntries(string holderName, ValidationMode mode)
{
    private readonly Dictionary<string, Schema> entries = new(StringComparer.Ordinal);

    /// <summary>The last part of the namespace that holds the code of schemas.</summary>
    public string CodeNamespace { get; } = holderName + "Code";

    /// <summary>An expression of type <c>Js::SchemaCheck</c> for the schema of a type with this name; null where no plan is wanted.</summary>
    public string? OfType(string typeName, Schema schema) => mode != ValidationMode.None ? Add(typeName, schema) : null;

    /// <summary>The same for a schema whose type has no name of its own.</summary>
    public string? OfPlace(Schema schema) => mode != ValidationMode.None ? Add("_" + Identifiers.Hash(schema.Id.Value, 12), schema) : null;

    /// <summary>The plan, and the code of its schemas where that is wanted; nothing where nothing refers to it.</summary>
    public IEnumerable<EmitGroup> Compile(SchemaTable schemas, string prefix, FileContext file)
    {
        if (entries.Count == 0) yield break;
        string[] names = [.. entries.Keys];
        Array.Sort(names, StringComparer.Ordinal);
        PlanData plan = PlanCompiler.CompileData(schemas, Array.ConvertAll(names, name => entries[name]));
        string? code = mode == ValidationMode.Emitted ? CodeNamespace : null;
        yield return new PlanGroup
        {
            HintName = prefix + ".g.cs", File = file, HolderName = holderName, CodeNamespace = code, Plan = Convert.ToBase64String(PackedBytes.Pack(plan.Compact)),
            Names = Convert.ToBase64String(PackedBytes.Pack(System.Text.Encoding.UTF8.GetBytes(string.Join("\n", names)))),
        };
        if (code is null) yield break;
        foreach (SchemaCodeGroup group in SchemaCodeEmitter.Emit(plan, prefix + ".Code", file with { Namespace = file.Namespace + "." + code }, holderName)) yield return group;
    }

    private string Add(string name, Schema schema)
    {
        entries[name] = schema;
        return holderName + ".Of(" + Literal.String(name) + ")";
    }
}
