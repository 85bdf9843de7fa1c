using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Unions: their cases, and how those are told apart.</summary>
internal sealed class UnionBinder(TypeResolver resolver, PlanEntries plan)
{
    private static readonly HashSet<string> Reserved =
        new(["Match", "Switch", "Tag", "Content", "IsKnown", "AsUnknown", "Unknown", "Parse", "Validate"], StringComparer.Ordinal);

    /// <summary>The declaration of a union.</summary>
    public UnionType Bind(UnionForm form)
    {
        string name = resolver.NameOf(form);
        List<CaseDraft> drafts = Drafts(form);
        (string? property, IReadOnlyList<UnionTag> tags, int defaultCase) = Discriminators.Of(form, drafts, resolver);
        IReadOnlyDictionary<string, string> names = Names(drafts, name);
        bool decided = property is not null && drafts.All(draft => draft.Kinds == "o") && tags.All(tag => tag.Case != Discriminators.Ambiguous);
        return new UnionType
        {
            Name = name, Summary = DeclarationBinder.Prose(form.Schema), Deprecated = form.Schema.Notes?.Deprecated == true,
            Cases = drafts.Select(draft => new UnionCase(names[draft.Type.Name], draft.Type, draft.Kinds, decided ? null : Check(draft, drafts))).ToEquatableArray(),
            Discriminator = property, Tags = tags.ToEquatableArray(), DefaultCase = defaultCase, Check = plan.OfType(name, form.Schema),
        };
    }

    /// <summary>The cases; schemas that have the same C# type share one.</summary>
    private List<CaseDraft> Drafts(UnionForm form)
    {
        var drafts = new List<CaseDraft>();
        foreach (Schema branch in form.Cases.Concat(form.Others))
        {
            TypeReference type = resolver.Reference(branch) with { IsNullable = false };
            string kinds = JsonKinds.Of(resolver.Forms.Of(branch), resolver.Forms);
            int known = drafts.FindIndex(draft => draft.Type.Name == type.Name);
            if (known < 0) drafts.Add(new CaseDraft(type, kinds, [branch]));
            else if (!drafts[known].Schemas.Any(other => SchemaTwins.Are(other, branch))) drafts[known] = new CaseDraft(type, JsonKinds.Join(drafts[known].Kinds, kinds), [.. drafts[known].Schemas, branch]);
        }

        return drafts;
    }

    /// <summary>What tells whether a value belongs to a case; null where its kind alone tells.</summary>
    private string? Check(CaseDraft draft, List<CaseDraft> drafts)
    {
        bool alone = drafts.All(other => ReferenceEquals(other, draft) || !other.Kinds.Any(kind => draft.Kinds.IndexOf(kind) >= 0));
        if (alone) return null;
        if (draft.Schemas.Count > 1) return plan.OfPlace(AnyOf(draft.Schemas));
        return resolver.Forms.Of(draft.Schemas[0]) is DeclaredForm and not EnumForm ? plan.OfType(draft.Type.Name, draft.Schemas[0]) : plan.OfPlace(draft.Schemas[0]);
    }

    /// <summary>The schema of a case that several share.</summary>
    private static Schema AnyOf(IReadOnlyList<Schema> schemas) => new()
    {
        Id = new SchemaId(schemas[0].Id.Value + "/~any"), Dialect = schemas[0].Dialect, Resource = schemas[0].Resource,
        Composition = new Composition { AnyOf = schemas.ToEquatableArray() },
    };

    private static IReadOnlyDictionary<string, string> Names(List<CaseDraft> drafts, string unionName)
    {
        var scope = new NameScope(Reserved, unionName);
        foreach (CaseDraft draft in drafts)
        {
            string name = CaseNames.Member(draft.Type);
            bool repeats = name.Length > unionName.Length && name.StartsWith(unionName, StringComparison.Ordinal) && char.IsLetter(name[unionName.Length]);
            scope.Wish(draft.Type.Name, repeats ? name.Substring(unionName.Length) : name, NamePriority.Own, draft.Type.Name);
        }

        return scope.Allocate();
    }
}

/// <summary>A case of a union in the making.</summary>
internal sealed record CaseDraft(TypeReference Type, string Kinds, IReadOnlyList<Schema> Schemas);
