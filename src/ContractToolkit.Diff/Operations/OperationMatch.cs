using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>Which operations of two contracts are the same: those reached by the same full URL, else those with the same path.</summary>
internal sealed class OperationMatch
{
    public List<(Operation Old, Operation New)> Pairs { get; } = [];

    public List<Operation> Removed { get; } = [];

    public List<Operation> Added { get; private set; } = [];

    public static OperationMatch Of(EquatableArray<Operation> before, EquatableArray<Operation> after)
    {
        OperationMatch match = new();
        Dictionary<string, Operation> exact = Index(after, operation => [operation.Method + " " + operation.Path]);
        Dictionary<string, Operation> byUrl = Index(after, Urls), byShape = Index(after, operation => [operation.Method + " " + PathShape.Of(operation.Path)]);
        HashSet<Operation> taken = new(ReferenceComparer.Instance);
        foreach (Operation old in before)
        {
            Operation? found = Find(byUrl, Urls(old), taken, old) ?? Find(exact, [old.Method + " " + old.Path], taken, null)
                ?? Find(byShape, [old.Method + " " + PathShape.Of(old.Path)], taken, null);
            if (found is null)
            {
                match.Removed.Add(old);
                continue;
            }

            taken.Add(found);
            match.Pairs.Add((old, found));
        }

        match.Added = [.. after.Where(operation => !taken.Contains(operation))];
        return match;
    }

    // Where several paths have one shape, such as /{id} and /{name}, the names decide.
    private static Operation? Find(Dictionary<string, Operation> index, IEnumerable<string> keys, HashSet<Operation> taken, Operation? like)
    {
        foreach (string key in keys)
        {
            if (!index.TryGetValue(key, out Operation? found) || taken.Contains(found)) continue;
            if (like is null || ServerUrl.Of(like.Servers).Any(one => ServerUrl.Of(found.Servers).Any(one.Meets))) return found;
        }

        return null;
    }

    private static IEnumerable<string> Urls(Operation operation) =>
        ServerUrl.Of(operation.Servers).Select(url => operation.Method + " " + PathShape.Of(url.Path + operation.Path)).Distinct();

    private static Dictionary<string, Operation> Index(EquatableArray<Operation> operations, Func<Operation, IEnumerable<string>> keys)
    {
        Dictionary<string, Operation> index = new(StringComparer.Ordinal);
        foreach (Operation operation in operations)
        {
            foreach (string key in keys(operation))
            {
                if (!index.ContainsKey(key)) index.Add(key, operation);
            }
        }

        return index;
    }

    private sealed class ReferenceComparer : IEqualityComparer<Operation>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(Operation? x, Operation? y) => ReferenceEquals(x, y);

        public int GetHashCode(Operation obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
