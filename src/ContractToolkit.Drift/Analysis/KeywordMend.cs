using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Overlays;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Mends a schema that traffic breaks where no narrower mend is known: the keyword that is broken goes.</summary>
internal static class KeywordMend
{
    private const string Why = "Values that break it were seen.";

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "type", "enum", "const", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems",
        "uniqueItems", "items", "contains", "minContains", "maxContains", "minProperties", "maxProperties", "propertyNames", "dependentRequired", "dependentSchemas", "not", "oneOf", "anyOf", "allOf",
        "if", "then", "else", "required", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "contentEncoding", "contentMediaType",
    };

    /// <summary>The actions that take the keyword at a pointer away; none where the pointer names no keyword.</summary>
    public static IEnumerable<OverlayAction> For(Contract contract, string pointer)
    {
        int slash = pointer.LastIndexOf('/');
        if (slash < 0) return [];
        string keyword = pointer[(slash + 1)..], schema = pointer[..slash];
        if (keyword is "readOnly" or "writeOnly") return DriftReport.Update(Marked(contract, schema), new DraftMap().With(keyword, new DraftRaw("false")), "Seen in the other direction.");
        // A schema that no value conforms to goes as a whole.
        if (contract.Schemas.TryGet(new SchemaId(pointer), out Schema? broken) && broken.Always == false) return DriftReport.Remove(pointer, Why);
        if (!Keywords.Contains(keyword)) return [];
        // Before OpenAPI 3.1 an exclusive bound is the bound and a switch beside it.
        if (keyword.StartsWith("exclusive", StringComparison.Ordinal) && contract.Version is OpenApiVersion.V20 or OpenApiVersion.V30)
        {
            return DriftReport.Remove(schema + (keyword == "exclusiveMinimum" ? "/minimum" : "/maximum"), Why);
        }

        IEnumerable<OverlayAction> mend = DriftReport.Remove(pointer, Why);
        bool mayDeclare = keyword is "oneOf" or "anyOf" or "allOf" or "if" or "then" or "else";
        return mayDeclare && contract.Schemas.TryGet(new SchemaId(schema), out Schema? owner) && owner.Object is { AdditionalProperties: null }
            ? [.. mend, .. DriftReport.Update(schema, new DraftMap().With("additionalProperties", new DraftRaw("true")), "What the alternatives declared is still sent.")]
            : mend;
    }

    /// <summary>Where the mark of a member stands: beside it, or behind a reference.</summary>
    private static string Marked(Contract contract, string member)
    {
        int name = member.LastIndexOf("/properties/", StringComparison.Ordinal);
        if (name < 0 || !contract.Schemas.TryGet(new SchemaId(member[..name]), out Schema? owner)) return member;
        Schema? found = owner.Object?.Properties.FirstOrDefault(property => property.Schema.Id.Value == member)?.Schema;
        for (int depth = 0; depth < 20 && found is { ReadOnly: false, WriteOnly: false, Reference: { } target } && contract.Schemas.TryGet(target, out Schema? next); depth++) found = next;
        return found?.Id.Value ?? member;
    }
}
