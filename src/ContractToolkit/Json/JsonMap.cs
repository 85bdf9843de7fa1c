using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ContractToolkit.Json;

/// <summary>A map from strings, such as an object without declared members. Compared by its content, without regard to order; an
/// empty one costs no table.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class JsonMap<T> : IReadOnlyDictionary<string, T>, IEquatable<JsonMap<T>>
{
    private Dictionary<string, T>? values;

    /// <summary>Makes an empty map.</summary>
    public JsonMap()
    {
    }

    /// <summary>Copies the entries of <paramref name="source"/>.</summary>
    public JsonMap(IEnumerable<KeyValuePair<string, T>> source)
    {
        foreach (KeyValuePair<string, T> pair in source) this[pair.Key] = pair.Value;
    }

    /// <inheritdoc/>
    public int Count => values?.Count ?? 0;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => values?.Keys ?? Enumerable.Empty<string>();

    /// <inheritdoc/>
    public IEnumerable<T> Values => values?.Values ?? Enumerable.Empty<T>();

    /// <summary>The value of a key; setting adds or replaces it.</summary>
    public T this[string key]
    {
        get => values is not null ? values[key] : throw new KeyNotFoundException($"The map is empty: it has no '{key}'.");
        set => (values ??= new Dictionary<string, T>(StringComparer.Ordinal))[key] = value;
    }

    /// <summary>Adds or replaces a value; makes collection initialisers work.</summary>
    public void Add(string key, T value) => this[key] = value;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => values is not null && values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        if (values is not null) return values.TryGetValue(key, out value);
        value = default;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() =>
        values?.GetEnumerator() ?? Enumerable.Empty<KeyValuePair<string, T>>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(JsonMap<T>? other) =>
        other is not null && Count == other.Count
            && this.All(pair => other.TryGetValue(pair.Key, out T? value) && EqualityComparer<T>.Default.Equals(pair.Value, value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JsonMap<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <summary>Copies a dictionary.</summary>
    public static implicit operator JsonMap<T>(Dictionary<string, T> source) => new(source);
}
