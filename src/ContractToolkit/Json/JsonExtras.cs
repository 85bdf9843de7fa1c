namespace ContractToolkit.Json;

/// <summary>
/// What a record keeps of its JSON text beyond its properties, so that writing it gives back what was read: members that it does not know, and
/// the original text of values that it would spell differently (such as a time with trailing zeros). Only unknown members count in comparisons.
/// </summary>
public readonly struct JsonExtras : IEquatable<JsonExtras>
{
    private readonly List<Entry>? entries;

    private JsonExtras(List<Entry> entries) => this.entries = entries;

    /// <summary>Whether anything is kept.</summary>
    internal bool IsEmpty => entries is null;

    /// <summary>The members that the record does not know.</summary>
    public IEnumerable<KeyValuePair<string, JsonValue>> UnknownMembers =>
        (entries ?? []).Where(entry => entry.Name is not null).Select(entry => new KeyValuePair<string, JsonValue>(entry.Name!, entry.Value));

    /// <inheritdoc/>
    public bool Equals(JsonExtras other)
    {
        List<KeyValuePair<string, JsonValue>> mine = [.. UnknownMembers];
        List<KeyValuePair<string, JsonValue>> others = [.. other.UnknownMembers];
        return mine.Count == others.Count && mine.All(pair => others.Contains(pair));
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonExtras other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => entries is null ? 0 : UnknownMembers.Count();

    internal JsonExtras With(string name, JsonValue value) => Add(new Entry(name, -1, value));

    internal JsonExtras With(int spelledMember, JsonValue value) => Add(new Entry(null, spelledMember, value));

    /// <summary>The original text of a member's value, if it is kept.</summary>
    internal bool TryGetSpelling(int member, out JsonValue value)
    {
        value = default;
        if (entries is null) return false;
        foreach (Entry entry in entries)
        {
            if (entry.Member != member) continue;
            value = entry.Value;
            return true;
        }

        return false;
    }

    private JsonExtras Add(Entry entry)
    {
        List<Entry> list = entries ?? [];
        list.Add(entry);
        return new(list);
    }

    /// <summary>An unknown member by its name, or the spelling of a known one by its index.</summary>
    private readonly record struct Entry(string? Name, int Member, JsonValue Value);
}
