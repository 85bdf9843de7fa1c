using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Binding;

/// <summary>A type, and the element at the top that it belongs to.</summary>
internal sealed record OwnedType(string Owner, TypeDeclaration Type);

/// <summary>Puts types into files: few of them, and each type stays in its file when others come and go.</summary>
internal static class TypeGroups
{
    private const int MaxGroups = 64;
    private const int TypesPerGroup = 60;

    /// <summary>The groups. All types of one owner share one, which the owner's name alone decides, given the number of groups: a power of two
    /// that only changes when the contract doubles.</summary>
    public static IEnumerable<TypeGroup> Of(IReadOnlyList<OwnedType> types, string prefix, FileContext file)
    {
        int groups = 1;
        while (groups < MaxGroups && groups * TypesPerGroup < types.Count) groups *= 2;
        return types
            .GroupBy(type => Bucket(type.Owner, groups))
            .OrderBy(group => group.Key)
            .Select(group => new TypeGroup
            {
                HintName = groups == 1 ? prefix + ".Models.g.cs" : prefix + ".Models." + group.Key.ToString("x2", System.Globalization.CultureInfo.InvariantCulture) + ".g.cs",
                File = file,
                Types = group.Select(type => type.Type).OrderBy(type => type.Name, StringComparer.Ordinal).ToEquatableArray(),
            });
    }

    private static int Bucket(string owner, int groups) => Convert.ToInt32(Identifiers.Hash(owner), 16) & (groups - 1);
}
