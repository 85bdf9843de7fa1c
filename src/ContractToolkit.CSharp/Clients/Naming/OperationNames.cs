using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Gives every operation of a group its method's name.</summary>
internal static class OperationNames
{
    /// <summary>The operations with their names.</summary>
    public static IReadOnlyList<NamedOperation> Of(OperationGroup group, CSharpOptions options, SchemaTable schemas)
    {
        NameScope scope = new([]);
        Dictionary<string, Answers> answers = new(StringComparer.Ordinal);
        foreach (IGrouping<string, Operation> same in group.Operations.GroupBy(operation => MethodNames.Short(operation, group.Key)))
        {
            // Of operations with the same short name one keeps it, and the others say more.
            bool first = true;
            foreach (Operation operation in same.OrderBy(Key, StringComparer.Ordinal))
            {
                string? chosen = ChosenMethodNames.Of(operation, options);
                string name = chosen ?? (first ? same.Key : MethodNames.Full(operation));
                NamePriority priority = chosen is not null ? NamePriority.Chosen : first ? NamePriority.Own : NamePriority.Derived;
                scope.Wish(operation.DisplayName, name, priority, operation.OperationId ?? "");
                Answers sorted = answers[operation.DisplayName] = Answers.Of(operation, schemas);
                foreach (string suffix in Suffixes(operation, sorted, schemas)) scope.Wish(Key(operation, suffix), name + suffix, NamePriority.Derived, suffix);
                first &= chosen is not null;
            }
        }

        IReadOnlyDictionary<string, string> names = scope.Allocate();
        return group.Operations
            .Select(operation => new NamedOperation(operation, answers[operation.DisplayName], names[operation.DisplayName], MethodNames.Full(operation))
            {
                Others = Suffixes(operation, answers[operation.DisplayName], schemas).ToDictionary(suffix => suffix, suffix => names[Key(operation, suffix)], StringComparer.Ordinal),
            })
            .ToList();
    }

    private static IReadOnlyList<string> Suffixes(Operation operation, Answers answers, SchemaTable schemas)
    {
        List<string> suffixes = [.. answers.Others.Select(other => other.Suffix)];
        if (answers.Plain.Count > 0 && answers.Sequences.Count > 0) suffixes.Add("Stream");
        if (PagedItems.Of(operation, answers, schemas, out _) is not null) suffixes.Add(PagedItems.Suffix);
        return [.. suffixes.Distinct(StringComparer.Ordinal)];
    }

    private static string Key(Operation operation, string suffix) => operation.DisplayName + "\n" + suffix;

    private static string Key(Operation operation) => (operation.OperationId ?? "\uffff") + "\n" + operation.DisplayName;
}
