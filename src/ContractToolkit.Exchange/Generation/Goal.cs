using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>What several schemas ask of one value together: references followed, <c>allOf</c> merged, alternatives still open.</summary>
internal sealed class Goal
{
    public const SchemaTypes AnyType = SchemaTypes.Null | SchemaTypes.Boolean | SchemaTypes.Integer | SchemaTypes.Number
        | SchemaTypes.String | SchemaTypes.Array | SchemaTypes.Object;

    /// <summary>The types that are left; <see cref="SchemaTypes.Number"/> implies <see cref="SchemaTypes.Integer"/>.</summary>
    public SchemaTypes Types { get; set; } = AnyType;

    /// <summary>Whether a <c>type</c>, <c>enum</c> or <c>const</c> keyword spoke.</summary>
    public bool IsTyped { get; set; }

    /// <summary>The values that <c>enum</c> and <c>const</c> leave; null where they leave all.</summary>
    public List<JsonLiteral>? Allowed { get; set; }

    /// <summary>Values that <c>not</c> takes away.</summary>
    public List<JsonLiteral> Denied { get; } = [];

    /// <summary>Members that must not be there.</summary>
    public HashSet<string> Excluded { get; } = new(StringComparer.Ordinal);

    /// <summary>Examples and defaults.</summary>
    public List<JsonLiteral> Samples { get; } = [];

    public List<string> Formats { get; } = [];

    public List<NumberRules> Numbers { get; } = [];

    public List<StringRules> Strings { get; } = [];

    public List<ArrayRules> Arrays { get; } = [];

    public List<ObjectRules> Objects { get; } = [];

    /// <summary>Alternatives that are still to be chosen.</summary>
    public List<Choice> Choices { get; } = [];

    /// <summary>The members that discriminators ask for, with their values.</summary>
    public List<KeyValuePair<string, JsonLiteral>> Discriminated { get; } = [];

    /// <summary>The referenced schemas that went in, by which recursion is seen.</summary>
    public List<SchemaId> Sources { get; } = [];

    /// <summary>Whether no value can do.</summary>
    public bool IsImpossible { get; set; }

    public Goal Clone()
    {
        var copy = new Goal { Types = Types, IsTyped = IsTyped, Allowed = Allowed is null ? null : [.. Allowed], IsImpossible = IsImpossible };
        copy.Denied.AddRange(Denied);
        copy.Excluded.UnionWith(Excluded);
        copy.Samples.AddRange(Samples);
        copy.Formats.AddRange(Formats);
        copy.Numbers.AddRange(Numbers);
        copy.Strings.AddRange(Strings);
        copy.Arrays.AddRange(Arrays);
        copy.Objects.AddRange(Objects);
        copy.Choices.AddRange(Choices);
        copy.Discriminated.AddRange(Discriminated);
        copy.Sources.AddRange(Sources);
        return copy;
    }
}

/// <summary>Alternatives of which one is to be chosen.</summary>
/// <param name="Branches">The alternatives; each is a list of schemas that hold together.</param>
/// <param name="Discriminator">What tells them apart; null where nothing does.</param>
/// <param name="IsExclusive">Whether the others must fail (<c>oneOf</c>).</param>
internal sealed record Choice(IReadOnlyList<IReadOnlyList<Schema>> Branches, Discriminator? Discriminator = null, bool IsExclusive = false);
