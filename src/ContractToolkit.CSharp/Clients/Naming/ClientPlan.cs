using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>The clients of a contract with every C# name decided.</summary>
internal sealed class ClientPlan
{
    private static readonly string[] objectMembers = ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "Dispose", "Transport"];
    private static readonly string[] titleEndings = ["api", "open", "rest", "http", "web", "specification", "spec", "openapi", "swagger", "description"];

    private ClientPlan(ClientNames names, IReadOnlyList<NamedGroup> groups, IReadOnlyDictionary<string, string> typeNames)
    {
        Names = names;
        Groups = groups;
        TypeNames = typeNames;
    }

    /// <summary>The names of the types around the clients.</summary>
    public ClientNames Names { get; }

    /// <summary>The groups, by key.</summary>
    public IReadOnlyList<NamedGroup> Groups { get; }

    /// <summary>Every type name of the clients by its key.</summary>
    public IReadOnlyDictionary<string, string> TypeNames { get; }

    /// <summary>Decides about the names.</summary>
    public static ClientPlan Make(Contract contract, CSharpOptions options)
    {
        List<OperationGroup> groups = OperationGroups.Of(contract, options);
        string client = options.ClientName is { } chosen ? Identifiers.Chosen(chosen) : Label(contract.Title) + "Client";
        string label = client.EndsWith("Client", StringComparison.Ordinal) && client.Length > 6 ? client.Substring(0, client.Length - 6) : client;
        IReadOnlyDictionary<string, string> properties = Properties(groups, options, client);
        List<IReadOnlyList<NamedOperation>> operations = groups.ConvertAll(group => OperationNames.Of(group, options, contract.Schemas));
        NameScope scope = new([]);
        WishForClient(scope, client, label);
        for (int i = 0; i < groups.Count; i++) WishForGroup(scope, groups[i], properties[groups[i].Key], client, operations[i], contract.Schemas);
        IReadOnlyDictionary<string, string> types = scope.Allocate();
        ClientNames names = new(
            types["client"], types["client:i"], types["options"], types["contract"], types["servers"], types["registration"], label);
        List<NamedGroup> named = groups.Select((group, i) => new NamedGroup(
            group, properties[group.Key], types["group:" + group.Key], types["group:i:" + group.Key], operations[i])).ToList();
        return new ClientPlan(names, named, types);
    }

    /// <summary>The name of a type that exists for one operation only; null where it needs none.</summary>
    public string? SupportType(NamedOperation named, string suffix) =>
        TypeNames.TryGetValue(named.Operation.DisplayName + ":" + suffix, out string? name) ? name : null;

    private static string Label(string title)
    {
        List<string> words = OperationWords.Split(title);
        while (words.Count > 1 && titleEndings.Contains(words[words.Count - 1], StringComparer.OrdinalIgnoreCase)) words.RemoveAt(words.Count - 1);
        return words.Count == 0 ? "Api" : Identifiers.Pascal(string.Join(" ", words));
    }

    private static IReadOnlyDictionary<string, string> Properties(List<OperationGroup> groups, CSharpOptions options, string client)
    {
        NameScope scope = new([.. objectMembers, client]);
        foreach (OperationGroup group in groups)
        {
            string? chosen = ChosenMethodNames.Of(group, options);
            scope.Wish(group.Key, chosen ?? Identifiers.Pascal(group.Key), chosen is null ? NamePriority.Own : NamePriority.Chosen, group.Key);
        }

        return scope.Allocate();
    }

    private static void WishForClient(NameScope scope, string client, string label)
    {
        scope.Wish("client", client, NamePriority.Chosen);
        scope.Wish("client:i", "I" + client, NamePriority.Chosen);
        scope.Wish("options", label + "Options", NamePriority.Chosen);
        scope.Wish("contract", label + "Contract", NamePriority.Chosen);
        scope.Wish("servers", label + "Servers", NamePriority.Chosen);
        scope.Wish("registration", label + "ServiceCollectionExtensions", NamePriority.Chosen);
    }

    private static void WishForGroup(
        NameScope scope, OperationGroup group, string property, string client, IReadOnlyList<NamedOperation> operations, SchemaTable schemas)
    {
        string name = property + "Client" == client ? property + "GroupClient" : property + "Client";
        scope.Wish("group:" + group.Key, name, NamePriority.Own, group.Key);
        scope.Wish("group:i:" + group.Key, "I" + name, NamePriority.Own, group.Key);
        foreach (NamedOperation named in operations)
        {
            foreach (string suffix in SupportNeeds.Of(named, schemas))
            {
                scope.Wish(named.Operation.DisplayName + ":" + suffix, property + named.Method + suffix, NamePriority.Derived);
            }
        }
    }
}
