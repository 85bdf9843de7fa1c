using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>Finds <c>readOnly</c> and <c>writeOnly</c> on a member's schema, through references and <c>allOf</c>.</summary>
internal static class SchemaFlags
{
    /// <summary>Whether a member with this schema stays out of what travels in this direction.</summary>
    public static bool StaysOut(Schema schema, Direction direction, SchemaTable table) => direction switch
    {
        Direction.Request => Has(schema, s => s.ReadOnly, table, 0),
        Direction.Response => Has(schema, s => s.WriteOnly, table, 0),
        _ => false,
    };

    private static bool Has(Schema schema, Func<Schema, bool> flag, SchemaTable table, int depth)
    {
        if (flag(schema)) return true;
        if (depth > 16) return false;
        if (schema.Reference is { } id && table.TryGet(id, out Schema? target) && Has(target, flag, table, depth + 1)) return true;
        return schema.Composition is { } composition && composition.AllOf.Any(part => Has(part, flag, table, depth + 1));
    }
}
