using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Decides what the clients look like.</summary>
internal static class ClientBinder
{
    private const int MaxFiles = 24;

    /// <summary>First step: declares the schemas that operations use, and reserves the names of the client types.</summary>
    public static void Declare(ClientPlan plan, Contract contract, CSharpOptions options, TypeBinder types)
    {
        foreach (string name in plan.TypeNames.Values) types.Reserve(name);
        SchemaUses uses = new(types, contract.Schemas);
        foreach (NamedOperation named in plan.Groups.SelectMany(group => group.Operations)) uses.Declare(named);
        foreach (Operation webhook in contract.Webhooks)
        {
            if (OperationGroups.IsIncluded(webhook, options)) uses.Incoming(webhook, Identifiers.Pascal(webhook.OperationId ?? webhook.Path));
        }
    }

    /// <summary>Second step, when every type has its name: the groups of client code.</summary>
    public static IEnumerable<EmitGroup> Bind(
        ClientPlan plan, Contract contract, CSharpOptions options, TypeBinder types, string prefix, FileContext file, CancellationToken cancellation)
    {
        if (plan.Groups.Count == 0) yield break;
        yield return RootBinder.Bind(contract, options, plan, prefix, file);
        MethodBinder methods = new(plan, contract, types);
        LinkBinder links = new(plan, methods, types);
        foreach (IGrouping<string, NamedGroup> same in plan.Groups.GroupBy(group => FileName(prefix, group, plan.Groups.Count), StringComparer.OrdinalIgnoreCase))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new ClientGroup
            {
                HintName = same.Key,
                File = file,
                Clients = same.OrderBy(group => group.Class, StringComparer.Ordinal).Select(group => Client(group, methods, links)).ToEquatableArray(),
            };
        }
    }

    // A file per group, as long as there are not too many; then a group's file depends on its name only, so that a new group moves no other.
    private static string FileName(string prefix, NamedGroup group, int count)
    {
        if (count <= MaxFiles) return prefix + ".Clients." + group.Class + ".g.cs";
        uint hash = 2166136261;
        foreach (char c in group.Class.ToUpperInvariant()) hash = unchecked((hash ^ c) * 16777619);
        return prefix + ".Clients." + (hash % MaxFiles).ToString("00", System.Globalization.CultureInfo.InvariantCulture) + ".g.cs";
    }

    private static ClientType Client(NamedGroup group, MethodBinder binder, LinkBinder links)
    {
        List<OperationField> operations = [];
        List<ClientMethod> methods = [];
        List<SupportType> support = [];
        foreach (NamedOperation named in group.Operations) binder.Bind(named, operations, methods, support);
        methods.AddRange(links.Bind(group, methods.Select(method => method.Name)).ToList());
        return new ClientType
        {
            Name = group.Class,
            Interface = group.Interface,
            Summary = group.Group.Tag?.Description ?? group.Group.Tag?.Summary ?? $"The operations of {group.Group.Key}.",
            Operations = operations.ToEquatableArray(),
            Methods = methods.ToEquatableArray(),
            Types = support.ToEquatableArray(),
        };
    }
}
