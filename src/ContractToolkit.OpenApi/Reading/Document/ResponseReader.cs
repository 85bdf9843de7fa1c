using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads responses, each place once.</summary>
internal sealed class ResponseReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known = new KnownMembers("description", "headers", "content", "links").With32("summary");

    private readonly Dictionary<Node, Response> known = [];

    /// <summary>All responses of an operation.</summary>
    public EquatableArray<Response> ReadAll(Node node)
    {
        if (!parts.Shape.IsObject(node, "'responses'")) return default;
        List<Response> responses = new(node.Count);
        foreach (Node member in node.Members)
        {
            if (member.Name.StartsWith("x-", StringComparison.Ordinal)) continue;
            if (Status(member) is { } status && Read(member) is { } response) responses.Add(response.Status == status ? response : response with { Status = status });
        }

        return responses.ToEquatableArray();
    }

    /// <summary>Reads a response or a reference to one; null where it is none.</summary>
    public Response? Read(Node member)
    {
        Followed followed = parts.Shape.Follow(member);
        if (!parts.Shape.IsObject(followed.Target, "a response")) return null;
        if (!known.TryGetValue(followed.Target, out Response? response)) known.Add(followed.Target, response = Make(followed.Target));
        if (followed.Description is null && followed.Summary is null) return response;
        return response with { Description = followed.Description ?? response.Description, Summary = followed.Summary ?? response.Summary };
    }

    /// <summary>The status that a member's name stands for; null, and reported, where it stands for none.</summary>
    public string? Status(Node member)
    {
        string name = member.Name;
        if (name == "default") return name;
        bool valid = name.Length == 3 && name[0] is >= '1' and <= '5';
        bool digits = valid && name[1] is >= '0' and <= '9' && name[2] is >= '0' and <= '9';
        if (digits) return name;
        if (valid && name[1] is 'X' or 'x' && name[2] is 'X' or 'x' && context.Version > OpenApiVersion.V20)
        {
            if (name[1] == 'X' && name[2] == 'X') return name;
            context.Findings.ReportName(ReadingRules.InvalidStatus, member, $"the range '{name}' is spelt with upper-case X");
            return name.ToUpperInvariant();
        }

        context.Findings.ReportName(ReadingRules.InvalidStatus, member, $"'{name}' is no status, no range such as 4XX, and not 'default'");
        return null;
    }

    private Response Make(Node node)
    {
        parts.Shape.CheckMembers(node, "a response", Known);
        if (!context.Since32) parts.Shape.Require(node, "description", "the response");
        return new Response
        {
            Pointer = context.PointerOf(node),
            Status = node.Name,
            Summary = context.Since32 ? parts.Shape.Values.Text(node["summary"]) : null,
            Description = parts.Shape.Values.Text(node["description"]),
            Headers = parts.Headers.ReadAll(node["headers"]),
            Content = parts.MediaTypes.Read(node["content"]),
            Links = parts.Links.ReadAll(node["links"]),
            Extensions = parts.Extensions.Read(node),
        };
    }
}
