using System.Text.Json;

namespace ContractToolkit.Drift.Import.Pages;

/// <summary>
/// A saved page loses the indentation of its member tables. The sample shows which members stand inside which: a member goes below the
/// object before it when the sample has it there, and not beside it.
/// </summary>
internal static class MemberNesting
{
    /// <summary>Moves members below the objects that hold them.</summary>
    /// <param name="members">The flat list; changed in place.</param>
    /// <param name="sample">The sample; without one the list stays flat.</param>
    public static void Restore(List<PageMember> members, JsonElement? sample)
    {
        if (sample is not { } root) return;
        Place(new Queue<PageMember>(members), root, members);
    }

    private static void Place(Queue<PageMember> waiting, JsonElement sample, List<PageMember> target)
    {
        target.Clear();
        while (waiting.TryDequeue(out PageMember? member))
        {
            target.Add(member);
            if (!member.Type.Contains("object") || Inside(sample, member.Name) is not { } inner) continue;
            Queue<PageMember> below = new();
            while (waiting.TryPeek(out PageMember? next) && Has(inner, next.Name) && !Has(sample, next.Name)) below.Enqueue(waiting.Dequeue());
            if (below.Count > 0) Place(below, inner, member.Members);
        }
    }

    private static bool Has(JsonElement value, string name) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out _);

    /// <summary>The object below a member, or the first one of an array of objects.</summary>
    private static JsonElement? Inside(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out JsonElement inner)) return null;
        if (inner.ValueKind == JsonValueKind.Array) inner = inner.EnumerateArray().FirstOrDefault();
        return inner.ValueKind == JsonValueKind.Object ? inner : null;
    }
}
