using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads request bodies, each place once.</summary>
internal sealed class RequestBodyReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known = new("description", "content", "required");

    private readonly Dictionary<Node, RequestBody> known = [];

    /// <summary>Reads a request body or a reference to one; null where there is none.</summary>
    public RequestBody? Read(Node item)
    {
        if (!item.Exists) return null;
        Followed followed = parts.Shape.Follow(item);
        if (!parts.Shape.IsObject(followed.Target, "a request body")) return null;
        if (!known.TryGetValue(followed.Target, out RequestBody? body)) known.Add(followed.Target, body = Make(followed.Target));
        return followed.Description is { } description ? body with { Description = description } : body;
    }

    private RequestBody Make(Node node)
    {
        parts.Shape.CheckMembers(node, "a request body", Known);
        parts.Shape.Require(node, "content", "the request body");
        return new RequestBody
        {
            Pointer = context.PointerOf(node),
            Required = parts.Shape.Values.Flag(node["required"]),
            Description = parts.Shape.Values.Text(node["description"]),
            Content = parts.MediaTypes.Read(node["content"]),
            Extensions = parts.Extensions.Read(node),
        };
    }
}
