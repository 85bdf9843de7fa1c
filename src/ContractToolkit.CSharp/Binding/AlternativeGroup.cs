using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>A <c>oneOf</c> or <c>anyOf</c> that is more than a constraint.</summary>
/// <param name="Keyword">The keyword.</param>
/// <param name="Discriminator">The discriminator beside it.</param>
/// <param name="Branches">The alternatives.</param>
internal sealed record AlternativeGroup(string Keyword, Discriminator? Discriminator, EquatableArray<Schema> Branches)
{
    /// <summary>The groups that hold for a schema. Those of a schema that others derive from are its derived types, and no alternatives.</summary>
    public static IEnumerable<AlternativeGroup> Of(SchemaParts parts, FormTable forms)
    {
        foreach (Schema part in parts.All)
        {
            if (part.Composition is not { } composition || forms.Hierarchy.IsPolymorphic(part.Id)) continue;
            if (IsMore(composition.OneOf)) yield return new("oneOf", part.Discriminator, composition.OneOf);
            if (IsMore(composition.AnyOf)) yield return new("anyOf", part.Discriminator, composition.AnyOf);
        }
    }

    /// <summary>The alternatives that say more than null, or than which members there must be.</summary>
    public IEnumerable<Schema> Telling => Branches.Where(branch => !SchemaFacts.IsNullOnly(branch) && !SchemaFacts.IsRequiredOnly(branch));

    private static bool IsMore(EquatableArray<Schema> branches) => !branches.IsEmpty && !branches.All(SchemaFacts.IsRequiredOnly);
}
