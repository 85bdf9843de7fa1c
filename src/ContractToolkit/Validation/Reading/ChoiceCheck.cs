using System.Text;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>An <c>anyOf</c> or <c>oneOf</c>: which branch counts for a value, as far as that can be seen before it is read.</summary>
internal sealed class ChoiceCheck(
    (int Types, int Schema)[] branches, (string Member, Dictionary<string, int> Branches)? tag, ReadingChecks store)
{
    private readonly byte[]? member = tag is { } found ? Encoding.UTF8.GetBytes(found.Member) : null;

    /// <summary>Finds the branch for the value at a cursor.</summary>
    /// <param name="json">The cursor.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="branch">The branch that alone counts; null where none can.</param>
    /// <returns>Whether that is certain.</returns>
    public bool TrySelect(scoped in JsonCursor json, PlanTypes type, out ValueCheck? branch)
    {
        branch = null;
        int only = PlanSchema.None;
        foreach ((int types, int schema) in branches)
        {
            if ((types & (int)type) == 0) continue;
            if (only != PlanSchema.None) return type == PlanTypes.Object && TrySelectByTag(json, out branch);
            only = schema;
        }

        branch = store.Find(only);
        return true;
    }

    private bool TrySelectByTag(scoped in JsonCursor json, out ValueCheck? branch)
    {
        branch = null;
        if (member is null || !json.TryFindText(member, out ReadOnlySpan<byte> text)) return false;
        branch = tag!.Value.Branches.TryGetValue(Encoding.UTF8.GetString(text), out int schema) ? store.For(schema) : null;
        return true;
    }
}
