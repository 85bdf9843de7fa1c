using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>What objects of the specification have in common: required members, unknown members, members of later versions, references.</summary>
internal sealed class ObjectShape(ReadingContext context)
{
    private int suggestions;

    /// <summary>Reads strings, booleans and the like.</summary>
    public ScalarValues Values { get; } = new(context.Findings, ReadingRules.WrongType);

    /// <summary>Whether the node is an object; reports what else it is.</summary>
    public bool IsObject(Node node, string what)
    {
        if (node.IsObject) return true;
        if (node.Exists) context.Findings.Report(ReadingRules.WrongType, node, $"{what} must be an object, found {NodeText.Describe(node)}");
        return false;
    }

    /// <summary>Whether the node is an array; reports what else it is. An absent node is none, silently.</summary>
    public bool IsArray(Node node, string what)
    {
        if (node.IsArray) return true;
        if (node.Exists) context.Findings.Report(ReadingRules.WrongType, node, $"{what} must be an array, found {NodeText.Describe(node)}");
        return false;
    }

    /// <summary>Reports a member that the specification requires and that is missing.</summary>
    public void Require(Node node, string member, string what)
    {
        if (!node[member].Exists) context.Findings.Report(ReadingRules.OmittedMember, node, $"{what} has no '{member}'");
    }

    /// <summary>Reports a missing member without which the object is left out.</summary>
    public void Demand(Node node, string member, string what)
    {
        if (!node[member].Exists) context.Findings.Report(ReadingRules.MissingMember, node, $"{what} has no '{member}' and is left out");
    }

    /// <summary>A text that must be there; the empty string where it is not.</summary>
    public string RequiredText(Node node, string member, string what)
    {
        Require(node, member, what);
        return Values.Text(node[member]) ?? string.Empty;
    }

    /// <summary>Reports the members that the specification does not know. Extensions are no such members.</summary>
    public void CheckMembers(Node node, string what, KnownMembers known)
    {
        foreach (Node member in node.Members)
        {
            string name = member.Name;
            if (known.Versions(name) is { } since)
            {
                if (context.Version < since) ReportLater(member, since);
            }
            else if (!name.StartsWith("x-", StringComparison.Ordinal))
            {
                context.Findings.ReportName(ReadingRules.UnknownMember, member, $"{what} has no member '{name}'{Suggest(name, known)}");
            }
        }
    }

    /// <summary>Follows a reference object; reports what stands beside <c>$ref</c> in vain.</summary>
    public Followed Follow(Node node)
    {
        if (!node.IsObject || !node["$ref"].Exists) return new Followed(node, null, null);
        if (!node["$ref"].IsString)
        {
            context.Findings.Report(ReadingRules.InvalidReference, node["$ref"], $"'$ref' takes a URI reference, found {NodeText.Describe(node["$ref"])}");
            return default;
        }

        foreach (Node member in node.Members)
        {
            if (member.Name == "$ref" || (context.Since31 && member.Name is "summary" or "description")) continue;
            context.Findings.ReportName(ReadingRules.IgnoredSibling, member, $"'{member.Name}' stands beside $ref and is ignored");
        }

        Node target = context.Follow(node);
        return context.Since31
            ? new Followed(target, Values.Text(node["summary"]), Values.Text(node["description"]))
            : new Followed(target, null, null);
    }

    private void ReportLater(Node member, OpenApiVersion since) => context.Findings.ReportName(
        ReadingRules.LaterVersion, member, $"'{member.Name}' belongs to version {VersionText.Of(since)}, the document is of version {VersionText.Of(context.Version)}");

    private string Suggest(string name, KnownMembers known) =>
        ++suggestions <= 100 && Spelling.Closest(name, known.Names) is { } close ? $"; did you mean '{close}'?" : string.Empty;
}

/// <summary>The target of a reference object, and what the reference itself says over it.</summary>
/// <param name="Target">The target; missing where the reference leads nowhere.</param>
/// <param name="Summary">A summary that replaces the target's.</param>
/// <param name="Description">A description that replaces the target's.</param>
internal readonly record struct Followed(Node Target, string? Summary, string? Description);
