using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Finds what stands inside an envelope: see <c>docs/extensions.md</c>, <c>x-contract-envelope</c>.</summary>
internal static class EnvelopeSchemas
{
    private const int MaxDepth = 32;

    /// <summary>The schema of a successful answer: the answer's schema without the branch that is the failure.</summary>
    public static Schema Success(Schema answer, EnvelopeRule rule, SchemaTable schemas)
    {
        if (rule.Failure is not { } failure || answer.Composition is not { } composition) return answer;
        EquatableArray<Schema> branches = composition.OneOf.IsEmpty ? composition.AnyOf : composition.OneOf;
        List<Schema> left = branches.Where(branch => !IsSame(branch, failure, schemas)).ToList();
        return left.Count == 1 && branches.Count == 2 ? left[0] : answer;
    }

    /// <summary>The schema of the payload and whether the member must be there; null where nothing is said about it.</summary>
    public static (Schema Schema, bool Required)? Data(Schema success, EnvelopeRule rule, SchemaTable schemas) => At(success, rule.Data ?? "", schemas);

    /// <summary>The schema of the member at a pointer, and whether all members on the way must be there; null where nothing is said about it.</summary>
    public static (Schema Schema, bool Required)? At(Schema whole, string pointer, SchemaTable schemas)
    {
        Schema found = whole;
        bool required = true;
        foreach (string segment in JsonPointer.Split(pointer))
        {
            if (Member(found, segment, schemas, 0) is not { } member) return null;
            bool demanded = Demands(found, segment, schemas, 0);
            found = member;
            required &= demanded;
        }

        return (found, required);
    }

    /// <summary>Whether a schema says nothing, so that the payload is raw JSON.</summary>
    public static bool SaysNothing(Schema schema) =>
        schema is
        {
            Always: null or true, Reference: null, DynamicReference: null, Types: SchemaTypes.None, Format: null, Enum: null, Const: null,
            Number: null, String: null, Array: null, Object: null, Composition: null,
        };

    private static bool IsSame(Schema branch, Schema failure, SchemaTable schemas)
    {
        SchemaId Target(Schema schema) => schema.Reference ?? schema.Id;
        return Target(branch) == Target(failure) || schemas.Follow(branch).Id == schemas.Follow(failure).Id;
    }

    private static Schema? Member(Schema schema, string name, SchemaTable schemas, int depth)
    {
        if (depth > MaxDepth) return null;
        Schema? own = schema.Object?.Properties.FirstOrDefault(property => property.Name == name)?.Schema;
        if (own is not null) return own;
        Schema? referred = schema.Reference is { } target && schemas.TryGet(target, out Schema? found) ? Member(found, name, schemas, depth + 1) : null;
        return referred ?? (schema.Composition?.AllOf ?? default).Select(part => Member(part, name, schemas, depth + 1)).FirstOrDefault(part => part is not null);
    }

    private static bool Demands(Schema schema, string name, SchemaTable schemas, int depth)
    {
        if (depth > MaxDepth) return false;
        if (schema.Object is { } rules && rules.Required.Contains(name)) return true;
        if (schema.Reference is { } target && schemas.TryGet(target, out Schema? found) && Demands(found, name, schemas, depth + 1)) return true;
        return (schema.Composition?.AllOf ?? default).Any(part => Demands(part, name, schemas, depth + 1));
    }
}
