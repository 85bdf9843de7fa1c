using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Pages;

/// <summary>
/// A saved page loses the indentation of its member tables. Where the page says how many members an object has, that many follow it; elsewhere the sample shows
/// which members stand inside which: a member goes below the object before it when the sample has it there, and not beside it.
/// </summary>
internal static partial class MemberNesting
{
    /// <summary>Moves members below the objects that hold them.</summary>
    /// <param name="members">The flat list; changed in place.</param>
    /// <param name="sample">The sample; without one only counted members are moved.</param>
    public static void Restore(List<PageMember> members, JsonElement? sample)
    {
        Queue<PageMember> waiting = new(members);
        members.Clear();
        while (waiting.Count > 0) members.Add(Take(waiting, sample));
    }

    private static PageMember Take(Queue<PageMember> waiting, JsonElement? sample)
    {
        PageMember member = waiting.Dequeue();
        if (member.Members.Count > 0 || !member.Type.Contains("object", StringComparison.Ordinal)) return member;
        JsonElement? inner = Inside(sample, member.Name);
        if (Counted().Match(member.Type) is { Success: true } counted && int.Parse(counted.Groups[1].Value, CultureInfo.InvariantCulture) is var count && count <= waiting.Count)
        {
            for (int i = 0; i < count && waiting.Count > 0; i++) member.Members.Add(Take(waiting, inner));
        }
        else if (inner is { } below)
        {
            while (waiting.TryPeek(out PageMember? next) && HasWithin(below, next.Name, 0) && !Has(sample!.Value, next.Name)) member.Members.Add(Take(waiting, inner));
        }

        return member;
    }

    private static bool Has(JsonElement value, string name) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out _);

    /// <summary>Whether a value has a member, itself or in anything below it.</summary>
    private static bool HasWithin(JsonElement value, string name, int depth)
    {
        if (depth > 32) return false;
        if (Has(value, name)) return true;
        if (value.ValueKind == JsonValueKind.Object) return value.EnumerateObject().Any(member => HasWithin(member.Value, name, depth + 1));
        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(item => HasWithin(item, name, depth + 1));
    }

    /// <summary>The object below a member, or the first one of an array of objects.</summary>
    private static JsonElement? Inside(JsonElement? sample, string name)
    {
        if (sample is not { ValueKind: JsonValueKind.Object } value || !value.TryGetProperty(name, out JsonElement inner)) return null;
        if (inner.ValueKind == JsonValueKind.Array) inner = inner.EnumerateArray().FirstOrDefault();
        return inner.ValueKind == JsonValueKind.Object ? inner : null;
    }

    [GeneratedRegex(@"object ?\{([0-9]{1,4})\}", RegexOptions.NonBacktracking)]
    private static partial Regex Counted();
}
