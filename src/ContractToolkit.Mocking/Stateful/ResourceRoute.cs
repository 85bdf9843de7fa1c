using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Mocking;

/// <summary>What a call does to a collection of things.</summary>
public enum ResourceAction
{
    /// <summary>Makes a new one.</summary>
    Create,

    /// <summary>Reads one.</summary>
    Read,

    /// <summary>Lists or searches.</summary>
    List,

    /// <summary>Replaces one.</summary>
    Replace,

    /// <summary>Changes members of one.</summary>
    Patch,

    /// <summary>Removes one.</summary>
    Delete,
}

/// <summary>The part that an operation has in keeping things: inferred from its path and method.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Collection">The path template of the collection without a slash at its end, such as <c>/pets</c>.</param>
/// <param name="IdParameter">The path parameter that holds the id; null for create and list.</param>
internal sealed record ResourceRoute(ResourceAction Action, string Collection, string? IdParameter)
{
    /// <summary>Infers the routes of a contract: a path that ends in a parameter is an item, and the path before it its collection. What the settings
    /// say goes before.</summary>
    public static Dictionary<CompiledOperation, ResourceRoute> Infer(CompiledContract contract, EquatableArray<ResourceSetting> settings)
    {
        Dictionary<CompiledOperation, ResourceRoute> routes = Infer(contract);
        foreach (ResourceSetting setting in settings)
        {
            foreach (CompiledOperation operation in contract.Operations.Where(operation => operation.Operation.OperationId == setting.Operation || operation.Name == setting.Operation))
            {
                routes.TryGetValue(operation, out ResourceRoute? inferred);
                routes.Remove(operation);
                if (setting.Action is not { } action) continue;
                string collection = (setting.Collection ?? inferred?.Collection ?? operation.Operation.Path).TrimEnd('/');
                routes.Add(operation, new ResourceRoute(action, collection, setting.Id ?? inferred?.IdParameter ?? Item(operation.Operation.Path)?.Id));
            }
        }

        return routes;
    }

    private static Dictionary<CompiledOperation, ResourceRoute> Infer(CompiledContract contract)
    {
        var routes = new Dictionary<CompiledOperation, ResourceRoute>(ReferenceEqualityComparer.Instance);
        HashSet<string> collections = contract.Operations.Select(o => Item(o.Operation.Path)).Where(item => item is not null).Select(item => item!.Value.Collection).ToHashSet(StringComparer.Ordinal);
        foreach (CompiledOperation operation in contract.Operations)
        {
            if (Of(operation.Operation, collections) is { } route) routes.Add(operation, route);
        }

        return routes;
    }

    private static ResourceRoute? Of(Operation operation, HashSet<string> collections)
    {
        if (Item(operation.Path) is { } item)
        {
            return operation.Method switch
            {
                "GET" or "HEAD" => new ResourceRoute(ResourceAction.Read, item.Collection, item.Id),
                "PUT" => new ResourceRoute(ResourceAction.Replace, item.Collection, item.Id),
                "PATCH" or "POST" => new ResourceRoute(ResourceAction.Patch, item.Collection, item.Id),
                "DELETE" => new ResourceRoute(ResourceAction.Delete, item.Collection, item.Id),
                _ => null,
            };
        }

        string collection = operation.Path.TrimEnd('/');
        if (!collections.Contains(collection)) return null;
        return operation.Method switch
        {
            "POST" => new ResourceRoute(ResourceAction.Create, collection, null),
            "GET" => new ResourceRoute(ResourceAction.List, collection, null),
            _ => null,
        };
    }

    // A trailing slash says nothing; the collection of "/{id}" is the root, "".
    private static (string Collection, string Id)? Item(string template)
    {
        string path = template.TrimEnd('/');
        int slash = path.LastIndexOf('/');
        if (slash < 0 || !path.EndsWith('}') || path.IndexOf('{', slash) != slash + 1) return null;
        string id = path[(slash + 2)..^1];
        return id.Contains('{') ? null : (path[..slash], id);
    }
}
