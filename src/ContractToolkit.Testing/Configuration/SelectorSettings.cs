using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.Testing;

/// <summary>Reads names of operations and checks, and refuses those that name nothing: a typing error must not switch anything off in silence.</summary>
internal sealed class SelectorSettings(ConfigurationFile file, Contract contract)
{
    /// <summary>The names of the operations that a selector means, as findings give them.</summary>
    public IReadOnlySet<string> Operations(Node node)
    {
        string selector = Operation(node);
        return contract.Operations.Where(operation => OperationSelector.Matches(operation, selector)).Select(operation => operation.DisplayName).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A selector that fits at least one operation.</summary>
    public string Operation(Node node)
    {
        string selector = file.Text(node);
        return contract.Operations.Any(operation => OperationSelector.Matches(operation, selector)) ? selector
            : throw file.Wrong(node, $"'{selector}' fits no operation of the contract; write an operationId, 'METHOD /path', a path or a tag");
    }

    /// <summary>Selectors that each fit something.</summary>
    public EquatableArray<string> AllOperations(Node array)
    {
        List<string> selectors = [];
        foreach (Node item in array.Items) selectors.Add(Operation(item));
        return selectors.ToEquatableArray();
    }

    /// <summary>The id of a check.</summary>
    public string Check(Node node) => Known(node, file.Text(node));

    /// <summary>Ids of checks.</summary>
    public EquatableArray<string> Checks(Node array)
    {
        List<string> ids = [];
        foreach (Node item in array.Items) ids.Add(Check(item));
        return ids.ToEquatableArray();
    }

    /// <summary>Levels by check.</summary>
    public Dictionary<string, FindingLevel> Levels(Node node)
    {
        Dictionary<string, FindingLevel> levels = [];
        foreach (Node member in node.Members) levels[Known(member, member.Name)] = Enum.Parse<FindingLevel>(member.Text, ignoreCase: true);
        return levels;
    }

    private string Known(Node node, string id) => CheckCatalog.Rules.Any(rule => rule.Id == id) ? id
        : throw file.Wrong(node, $"there is no check '{id}'; 'contract rules --part check' lists them");
}
