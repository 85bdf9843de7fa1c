namespace ContractToolkit.OpenApi;

/// <summary>
/// The identity of a schema: the file as seen from the root document (empty for the root document itself), <c>#</c>, and a JSON pointer,
/// such as <c>#/components/schemas/Pet</c>.
/// </summary>
public readonly record struct SchemaId(string Value)
{
    // Kept, because ids are long and each is looked up many times.
    private readonly int hash = HashOf(Value);

    /// <summary>The text: the file as seen from the root document, <c>#</c>, and the JSON pointer.</summary>
    public string Value { get; } = Value;

    /// <summary>The last segment of the pointer, unescaped.</summary>
    public string Name => JsonPointer.Unescape(Value.Substring(Value.LastIndexOf('/') + 1));

    /// <inheritdoc/>
    public bool Equals(SchemaId other) => hash == other.hash && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    /// <inheritdoc/>
    public override string ToString() => Value;

    // The default value of the struct has no text.
    private static int HashOf(string? value) => value is null ? 0 : StringComparer.Ordinal.GetHashCode(value);
}

/// <summary><c>$dynamicRef</c>: where it leads at first, and the dynamic anchor that redirects it.</summary>
/// <param name="Initial">The schema that it leads to when no outer resource redirects it.</param>
/// <param name="Anchor">The dynamic anchor's name; null where the initial target is no dynamic anchor, so that it behaves as <c>$ref</c>.
/// The empty name stands for <c>$recursiveAnchor: true</c>.</param>
public sealed record DynamicReference(SchemaId Initial, string? Anchor);

/// <summary>A schema resource: a schema with an <c>$id</c>, or the root of a document.</summary>
/// <param name="Uri">Its canonical URI.</param>
/// <param name="DynamicAnchors">The dynamic anchors that it declares.</param>
public sealed record SchemaResource(string Uri, EquatableArray<DynamicAnchor> DynamicAnchors);

/// <summary>A dynamic anchor and the schema that it stands on.</summary>
public sealed record DynamicAnchor(string Name, SchemaId Schema);

/// <summary>Every schema that a reference points to, by id, and the schema resources of the contract.</summary>
public sealed class SchemaTable : IEquatable<SchemaTable>
{
    private readonly Dictionary<SchemaId, Schema> byId = [];

    /// <summary>Makes a table; of several schemas with one id, the first stands.</summary>
    public SchemaTable(IEnumerable<Schema> schemas, EquatableArray<SchemaResource> resources)
    {
        // A damaged document can reach one place by two ways; the first stands.
        foreach (Schema schema in schemas)
        {
            if (!byId.ContainsKey(schema.Id)) byId.Add(schema.Id, schema);
        }

        Resources = resources;
    }

    /// <summary>The schema resources; <see cref="Schema.Resource"/> is an index into them.</summary>
    public EquatableArray<SchemaResource> Resources { get; }

    /// <summary>All schemas of the table.</summary>
    public IReadOnlyCollection<Schema> All => byId.Values;

    /// <summary>The schema with this id.</summary>
    /// <exception cref="KeyNotFoundException">No reference of the contract leads there.</exception>
    public Schema this[SchemaId id] => byId[id];

    /// <summary>The schema with this id, if a reference of the contract leads there.</summary>
    public bool TryGet(SchemaId id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Schema? schema) =>
        byId.TryGetValue(id, out schema);

    /// <summary>Follows a chain of pure references (no keyword beside <c>$ref</c> that constrains) to the schema that counts;
    /// stops where a chain is cyclic.</summary>
    public Schema Follow(Schema schema)
    {
        for (int hops = 0; hops <= byId.Count && schema.Reference is { } target && IsPure(schema); hops++) schema = byId[target];
        return schema;
    }

    /// <inheritdoc/>
    public bool Equals(SchemaTable? other) =>
        other is not null && (ReferenceEquals(this, other)
            || (Resources == other.Resources && byId.Count == other.byId.Count
                && byId.All(pair => other.byId.TryGetValue(pair.Key, out Schema? schema) && schema.Equals(pair.Value))));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SchemaTable);

    /// <inheritdoc/>
    public override int GetHashCode() => byId.Count;

    private static bool IsPure(Schema schema) =>
        schema is
        {
            Types: SchemaTypes.None, Format: null, Enum: null, Const: null, Number: null, String: null, Array: null, Object: null,
            Composition: null, Discriminator: null, DynamicReference: null,
        };
}
