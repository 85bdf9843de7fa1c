using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Binds the links of a group's operations: for each a method that makes the next call from an answer.</summary>
internal sealed class LinkBinder(ClientPlan plan, MethodBinder methods, TypeBinder types)
{
    private readonly Dictionary<string, (NamedGroup Group, NamedOperation Operation)> targets = plan.Groups
        .SelectMany(group => group.Operations.Select(named => (group, named)))
        .GroupBy(pair => pair.named.Operation.Pointer, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>The methods of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="taken">The names of its other methods.</param>
    public IEnumerable<ClientMethod> Bind(NamedGroup group, IEnumerable<string> taken)
    {
        List<(NamedOperation Source, Link Link)> links = [.. group.Operations.SelectMany(source => Links(source).Select(link => (source, link)))];
        var scope = new NameScope(new(taken, StringComparer.Ordinal), group.Class);
        foreach ((NamedOperation source, Link link) in links) scope.Wish(Key(source, link), Wish(source, link), NamePriority.Derived, Key(source, link));
        Dictionary<string, string> names = scope.Allocate();
        foreach ((NamedOperation source, Link link) in links)
        {
            (NamedGroup owner, NamedOperation target) = targets[link.Target!];
            yield return methods.Follow(target, link, source, names[Key(source, link)], owner.Class + ".");
        }
    }

    /// <summary>The links that lead to an operation of a client. One that several answers share counts once.</summary>
    private IEnumerable<Link> Links(NamedOperation source)
    {
        var seen = new HashSet<(string, string)>();
        foreach (Link link in source.Operation.Responses.SelectMany(response => response.Links))
        {
            if (link.Target is null || !seen.Add((link.Name, link.Pointer))) continue;
            if (targets.ContainsKey(link.Target)) yield return link;
            else types.Report(CSharpRules.LinkWithoutTarget.At($"The link '{link.Name}' leads to an operation that is left out.", Place(link)));
        }
    }

    private static DocumentPlace Place(Link link)
    {
        int hash = link.Pointer.IndexOf('#');
        return new DocumentPlace(hash <= 0 ? "" : link.Pointer.Substring(0, hash), link.Pointer.Substring(hash + 1), default);
    }

    private static string Key(NamedOperation source, Link link) => source.Operation.DisplayName + " " + link.Name + " " + link.Pointer;

    // The wire name of the link decides, so that another link of the operation changes nothing.
    private static string Wish(NamedOperation source, Link link) => Identifiers.Limited("Follow" + source.Method + Identifiers.Pascal(link.Name)) + "Async";
}
