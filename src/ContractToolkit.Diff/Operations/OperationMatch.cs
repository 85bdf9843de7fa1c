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
        Dictionary<string, Operation> byName = Index(after, operation => Urls(operation, path => path)), byUrl = Index(after, operation => Urls(operation, PathShape.Of));
        Dictionary<string, Operation> exact = Index(after, operation => [operation.Method + " " + operation.Path]), byShape = Index(after, operation => [operation.Method + " " + PathShape.Of(operation.Path)]);
        HashSet<Operation> taken = new(ReferenceComparer.Instance);
        Dictionary<Operation, Operation> pairs = new(ReferenceComparer.Instance);
        // Where several paths have one shape, such as /{id} and /{name}, the names decide: they go first, whatever the order.
        Pair(before, pairs, taken, old => Find(byName, Urls(old, path => path), taken, old));
        Pair(before, pairs, taken, old => Find(byUrl, Urls(old, PathShape.Of), taken, old) ?? Find(exact, [old.Method + " " + old.Path], taken, null)
            ?? Find(byShape, [old.Method + " " + PathShape.Of(old.Path)], taken, null));
        foreach (Operation old in before)
        {
            if (pairs.TryGetValue(old, out Operation? found)) match.Pairs.Add((old, found));
            else match.Removed.Add(old);
        }

        match.Added = [.. after.Where(operation => !taken.Contains(operation))];
        return match;
    }

    private static void Pair(EquatableArray<Operation> before, Dictionary<Operation, Operation> pairs, HashSet<Operation> taken, Func<Operation, Operation?> find)
    {
        foreach (Operation old in before)
        {
            if (pairs.ContainsKey(old) || find(old) is not { } found) continue;
            taken.Add(found);
            pairs.Add(old, found);
        }
    }

    private static Operation? Find(Dictionary<string, Operation> index, IEnumerable<string> keys, HashSet<Operation> taken, Operation? like)
    {
        foreach (string key in keys)
        {
            if (!index.TryGetValue(key, out Operation? found) || taken.Contains(found)) continue;
            if (like is null || ServerUrl.Of(like.Servers).Any(one => ServerUrl.Of(found.Servers).Any(one.Meets))) return found;
        }

        return null;
    }

    private static IEnumerable<string> Urls(Operation operation, Func<string, string> shape) =>
        ServerUrl.Of(operation.Servers).Select(url => operation.Method + " " + shape(url.Path + operation.Path)).Distinct();

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
