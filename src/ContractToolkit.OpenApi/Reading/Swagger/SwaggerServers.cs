using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Makes servers from <c>schemes</c>, <c>host</c> and <c>basePath</c>.</summary>
internal sealed class SwaggerServers(ReadingContext context, Parts parts)
{
    /// <summary>The servers of the document.</summary>
    public EquatableArray<Server> OfRoot() => Of(context.Root["schemes"]);

    /// <summary>The servers with an operation's own schemes.</summary>
    public EquatableArray<Server> Of(Node schemes)
    {
        string? host = parts.Shape.Values.Text(context.Root["host"]);
        string path = (parts.Shape.Values.Text(context.Root["basePath"]) ?? string.Empty).TrimEnd('/');
        if (string.IsNullOrEmpty(host)) return path.Length == 0 ? default : EquatableArray.Create<Server>([new Server(path, null, default)]);
        return Schemes(schemes).Select(scheme => new Server($"{scheme}://{host}{path}", null, default)).ToEquatableArray();
    }

    // Where no scheme is named it is the one by which the document was fetched; a reader cannot know it and takes the safe one.
    private IEnumerable<string> Schemes(Node node)
    {
        EquatableArray<string> schemes = parts.Shape.Values.Names(node);
        return schemes.IsEmpty ? ["https"] : schemes;
    }
}
