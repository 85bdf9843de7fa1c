using System.Text;
using System.Text.Json;

namespace ContractToolkit.Json;

/// <summary>
/// How the cases of a union are told apart: by the value of a discriminator, by the kind of JSON value, and where several cases are left, by
/// checking the value against the schema of each in turn.
/// </summary>
/// <param name="discriminator">The wire name of the discriminator; null where there is none.</param>
/// <param name="tags">The values of the discriminator and their cases; -2 where several cases share a value.</param>
/// <param name="defaultCase">The case for a discriminator that is absent or unknown; -1 for none.</param>
/// <param name="kinds">Per case the kinds that its values can have: <c>o</c>bject, <c>a</c>rray, <c>s</c>tring, <c>n</c>umber, <c>b</c>oolean.</param>
/// <param name="check">Whether a value meets the schema of a case; asked only where the kinds leave a choice.</param>
public sealed class UnionShape(
    string? discriminator, (string Value, int Case)[] tags, int defaultCase, string[] kinds, Func<int, SchemaCheck>? check)
{
    private const int Ambiguous = -2;
    private readonly byte[]? discriminatorName = discriminator is null ? null : Encoding.UTF8.GetBytes(discriminator);
    private readonly Dictionary<string, int> caseByTag = tags.ToDictionary(tag => tag.Value, tag => tag.Case, StringComparer.Ordinal);

    /// <summary>Makes the shape of a union whose cases are told apart by the kind of JSON value alone.</summary>
    /// <param name="kinds">Per case the kinds that its values can have.</param>
    public UnionShape(params string[] kinds)
        : this(null, [], -1, kinds, null)
    {
    }

    /// <summary>The case of the value at the cursor, which is not moved; -1 for none.</summary>
    public int Select(JsonCursor json)
    {
        if (discriminatorName is not null && json.Kind == JsonValueKind.Object)
        {
            string? tag = json.FindMember(discriminatorName);
            int found = tag is not null && caseByTag.TryGetValue(tag, out int known) ? known : defaultCase;
            if (found >= 0 || (tag is not null && found != Ambiguous)) return found;
        }

        char kind = Letter(json.Kind);
        int candidate = -1;
        int candidates = 0;
        for (int i = 0; i < kinds.Length; i++)
        {
            if (!kinds[i].Contains(kind, StringComparison.Ordinal)) continue;
            candidates++;
            if (candidate < 0) candidate = i;
        }

        return candidates < 2 ? candidate : FirstValid(json, kind);
    }

    private int FirstValid(JsonCursor json, char kind)
    {
        ReadOnlySpan<byte> text = json.ReadRaw();
        for (int i = 0; i < kinds.Length; i++)
        {
            if (kinds[i].Contains(kind, StringComparison.Ordinal) && (check is null || check(i).IsValid(text))) return i;
        }

        return -1;
    }

    private static char Letter(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => 'o',
        JsonValueKind.Array => 'a',
        JsonValueKind.String => 's',
        JsonValueKind.Number => 'n',
        JsonValueKind.True or JsonValueKind.False => 'b',
        _ => '-',
    };
}
