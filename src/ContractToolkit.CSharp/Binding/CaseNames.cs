using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Names of the cases of a union.</summary>
internal static class CaseNames
{
    /// <summary>What an inline case adds to the name of its union: its title, the value of a member that can have one only, or its number.</summary>
    public static string Label(Schema branch, int index, FormTable forms)
    {
        if (branch.Notes?.Title is { Length: > 0 and <= 60 } title) return Identifiers.Pascal(title);
        if (forms.Of(branch) is RecordForm record)
        {
            Member? best = null;
            foreach (Member member in record.Members)
            {
                if (Constant(member, forms) is not null && (best is null || TellsMore(member, best))) best = member;
            }

            if (best is not null) return Identifiers.Pascal(Constant(best, forms)!);
        }

        return "Variant" + Text.CodeWriter.Number(index + 1);
    }

    private static string? Constant(Member member, FormTable forms) =>
        member.Schema is not null && forms.Of(member.Schema) is ScalarForm { Constant: { Kind: JsonKind.String } constant } ? LiteralReader.Text(constant) ?? "" : null;

    // Of several constants one is chosen by what it is, not by its place: what tells alternatives apart is required as a rule, and has a short name.
    private static bool TellsMore(Member member, Member other)
    {
        if (member.Required != other.Required) return member.Required;
        int order = member.Name.Length.CompareTo(other.Name.Length);
        return order != 0 ? order < 0 : string.CompareOrdinal(member.Name, other.Name) < 0;
    }

    /// <summary>What a case is called in the members of its union.</summary>
    public static string Member(TypeReference type) => type.Kind switch
    {
        TypeKind.Record or TypeKind.Union or TypeKind.Enum or TypeKind.Tuple => type.Name,
        TypeKind.List => "List" + (type.Element is { } item ? "Of" + Member(item) : ""),
        TypeKind.Map => "Map" + (type.Element is { } value ? "Of" + Member(value) : ""),
        TypeKind.Raw => "Json",
        _ => ScalarName(type.Name),
    };

    private static string ScalarName(string name) => name switch
    {
        "string" => "String",
        "long" => "Int64",
        "int" => "Int32",
        "double" => "Double",
        "float" => "Single",
        "decimal" => "Decimal",
        "bool" => "Boolean",
        "byte[]" => "Bytes",
        _ => Identifiers.Pascal(name.Substring(Math.Max(name.LastIndexOf('.'), name.LastIndexOf(':')) + 1)),
    };
}
