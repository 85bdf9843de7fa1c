using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>The operations that belong to one nested client.</summary>
/// <param name="Key">What the group is called in the document: a tag, else the first telling segment of the path.</param>
/// <param name="Tag">The declared tag.</param>
/// <param name="Operations">Its operations, by pointer.</param>
internal sealed record OperationGroup(string Key, Tag? Tag, IReadOnlyList<Operation> Operations);

/// <summary>Picks the operations that are generated, and groups them by their first tag.</summary>
internal static class OperationGroups
{
    private const string Untagged = "General";

    /// <summary>The groups, by key; an operation's group depends on the operation only.</summary>
    public static List<OperationGroup> Of(Contract contract, CSharpOptions options)
    {
        Dictionary<string, Tag> tags = [];
        foreach (Tag tag in contract.Tags) tags[tag.Name] = tag;
        return contract.Operations
            .Where(operation => IsIncluded(operation, options))
            .GroupBy(Key, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new OperationGroup(
                group.Key,
                tags.TryGetValue(group.Key, out Tag? tag) ? tag : null,
                group.OrderBy(operation => operation.DisplayName, StringComparer.Ordinal).ToList()))
            .ToList();
    }

    /// <summary>Whether the options ask for an operation.</summary>
    public static bool IsIncluded(Operation operation, CSharpOptions options) =>
        (options.Include.IsEmpty || options.Include.Any(filter => Matches(operation, filter)))
        && !options.Exclude.Any(filter => Matches(operation, filter));

    private static bool Matches(Operation operation, OperationFilter filter) => filter.Kind switch
    {
        OperationFilterKind.Tag => operation.Tags.Any(filter.Matches),
        OperationFilterKind.Path => filter.Matches(operation.Path),
        _ => (operation.OperationId is { } id && filter.Matches(id)) || filter.Matches(operation.DisplayName),
    };

    private static string Key(Operation operation)
    {
        if (!operation.Tags.IsEmpty && operation.Tags[0].Trim().Length > 0) return operation.Tags[0];
        foreach (string segment in OperationPath.Segments(operation))
        {
            if (segment.Any(char.IsLetter) && segment.IndexOf('{') < 0 && !OperationPath.IsPrefix(segment)) return segment;
        }

        return Untagged;
    }
}
