namespace ContractToolkit.Json;

/// <summary>
/// What a record keeps of its JSON text beyond its properties, so that writing it gives back what was read: members that it does not know, the
/// original text of values that it would spell differently (such as a time with trailing zeros), and required members that were absent
/// or null all the same. Only unknown members count in comparisons.
/// </summary>
public readonly struct JsonExtras : IEquatable<JsonExtras>
{
    private readonly List<Entry>? entries;

    private JsonExtras(List<Entry> entries) => this.entries = entries;

    private enum EntryKind
    {
        Unknown,
        Spelling,
        Null,
        Missing,
    }

    /// <summary>Whether nothing is kept.</summary>
    internal bool IsEmpty => entries is null;

    /// <summary>The members that the record does not know.</summary>
    public IEnumerable<KeyValuePair<string, JsonValue>> UnknownMembers => (entries ?? [])
        .Where(entry => entry.Kind == EntryKind.Unknown).Select(entry => new KeyValuePair<string, JsonValue>(entry.Name!, entry.Value));

    /// <inheritdoc/>
    public bool Equals(JsonExtras other)
    {
        List<KeyValuePair<string, JsonValue>> mine = [.. UnknownMembers];
        List<KeyValuePair<string, JsonValue>> others = [.. other.UnknownMembers];
        return mine.Count == others.Count && mine.All(others.Contains);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonExtras other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => entries is null ? 0 : UnknownMembers.Count();

    internal JsonExtras With(string name, JsonValue value) => Add(new Entry(EntryKind.Unknown, name, -1, value));

    internal JsonExtras WithSpelling(int member, JsonValue value) => Add(new Entry(EntryKind.Spelling, null, member, value));

    /// <summary>Keeps that a member was null which must not be.</summary>
    internal JsonExtras WithNull(int member) => Add(new Entry(EntryKind.Null, null, member, default));

    /// <summary>Keeps that a required member was missing.</summary>
    internal JsonExtras WithMissing(int member) => Add(new Entry(EntryKind.Missing, null, member, default));

    /// <summary>The original text of a member's value, if it is kept.</summary>
    internal bool TryGetSpelling(int member, out JsonValue value)
    {
        int index = IndexOf(EntryKind.Spelling, member);
        value = index < 0 ? default : entries![index].Value;
        return index >= 0;
    }

    /// <summary>Whether the member was null although it must not be.</summary>
    internal bool WasNull(int member) => IndexOf(EntryKind.Null, member) >= 0;

    /// <summary>Whether the member was missing although it is required.</summary>
    internal bool WasMissing(int member) => IndexOf(EntryKind.Missing, member) >= 0;

    private int IndexOf(EntryKind kind, int member)
    {
        for (int i = 0; i < (entries?.Count ?? 0); i++)
        {
            if (entries![i].Member == member && entries[i].Kind == kind) return i;
        }

        return -1;
    }

    private JsonExtras Add(Entry entry)
    {
        List<Entry> list = entries ?? new(2);
        list.Add(entry);
        return new(list);
    }

    /// <summary>An unknown member by its name, or a fact about a known one by its index.</summary>
    private readonly record struct Entry(EntryKind Kind, string? Name, int Member, JsonValue Value);
}
