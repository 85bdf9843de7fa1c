using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>
/// Gives the C# type of any schema where it is used. It works in two steps, so that no name depends on the order of the document:
/// first every use is declared (<see cref="Declare"/>, <see cref="Reserve"/>), then all names are decided, then types are asked for
/// (<see cref="Reference"/>, <see cref="Properties"/>).
/// </summary>
public sealed class TypeBinder
{
    /// <summary>The name of the raw JSON type and its codec, for places without a schema.</summary>
    public static TypeReference Raw { get; } = new()
    {
        Name = "Ct::Json.JsonValue", Codec = "Ct::Json.RawCodec", Kind = TypeKind.Raw, IsValueType = true,
    };

    /// <summary>First step: says that <paramref name="schema"/> is used, and what its type shall be called if it needs a type of its own
    /// and is no component. The sub-schemas are declared with it.</summary>
    /// <param name="schema">The schema where it is used.</param>
    /// <param name="suggestedName">An identifier in Pascal case, such as <c>LeadDetailsRequest</c>.</param>
    public void Declare(Schema schema, string suggestedName)
    {
    }

    /// <summary>First step: keeps a name of the namespace for other generated types, such as clients. It goes before names of schemas.</summary>
    public void Reserve(string typeName)
    {
    }

    /// <summary>Second step: the type of a schema that was declared (or is part of one that was).</summary>
    public TypeReference Reference(Schema schema) => Raw;

    /// <summary>Second step: the properties of the record that <paramref name="schema"/> has as its type; empty where its type is no record.</summary>
    public EquatableArray<RecordProperty> Properties(Schema schema) => [];

    /// <summary>Second step: an expression of type <c>Ct::Json.SchemaCheck</c> for a schema; null where no plan is embedded.</summary>
    public string? Check(Schema schema) => null;

    /// <summary>Reports what could not be expressed.</summary>
    public void Report(Finding finding)
    {
    }
}
