namespace ContractToolkit.CSharp;

/// <summary>The rules about what C# cannot express of a contract.</summary>
public static class CSharpRules
{
    /// <summary>Alternatives beside members.</summary>
    public static FindingRule VariantsInOneRecord { get; } = new(
        "CT2002", FindingLevel.Info, "Alternatives beside members become one record",
        "A schema has members of its own and `oneOf` or `anyOf` beside them, which usually become records that derive from it. Here they cannot; the message says why. It becomes one record with the members of all alternatives, none of which is required. Validation still asks for one of them.",
        "Write one `oneOf` whose branches are objects with members.");

    /// <summary>Groups of alternatives that no type can hold.</summary>
    public static FindingRule MixedAlternatives { get; } = new(
        "CT2003", FindingLevel.Warning, "Alternatives that hold together become any JSON value",
        "Several `oneOf` or `anyOf` hold together (or one beside members), and not all of their branches are objects. Usually the combinations become a union. Here they cannot; the message says why. The type is `JsonValue`; validation still asks for all groups.",
        "Write the combinations that can occur as one `oneOf`.");

    /// <summary>Listed values that are arrays or objects.</summary>
    public static FindingRule StructuredValues { get; } = new(
        "CT2004", FindingLevel.Info, "Listed arrays or objects become no constants",
        "`enum` or `const` lists arrays or objects. The C# type is that of the schema without the list; validation still compares the values.",
        "None is needed.");

    /// <summary>References in a circle.</summary>
    public static FindingRule TypelessCircle { get; } = new(
        "CT2005", FindingLevel.Warning, "A circle of references has no type",
        "A schema refers to itself by `$ref`, `allOf`, `oneOf` or `anyOf` alone, so that no type comes of it. It becomes `JsonValue`.",
        "Give one schema of the circle a type.");

    /// <summary>A link to an operation that is left out.</summary>
    public static FindingRule LinkWithoutTarget { get; } = new(
        "CT2006", FindingLevel.Info, "A link leads to an operation that is left out",
        "The options leave out the operation that a link leads to, so that the client has no method that follows the link.",
        "None is needed; include the operation if the link is to be followed.");

    /// <summary>Pages whose items no method can give.</summary>
    public static FindingRule PagesWithoutItems { get; } = new(
        "CT2007", FindingLevel.Warning, "The items of all pages cannot be given",
        "`x-contract-paging` says that an operation gives its items in pages, but the client gets no method for the items of all pages; the message says why. The method for one page is there.",
        "Describe the items as an array at the pointer that `items` names, in the one JSON answer that is a success.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } = [VariantsInOneRecord, MixedAlternatives, StructuredValues, TypelessCircle, LinkWithoutTarget, PagesWithoutItems];
}
