using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>info</c>.</summary>
internal sealed class InfoReader
{
    private static readonly KnownMembers Known =
        new KnownMembers("title", "description", "termsOfService", "contact", "license", "version").With31("summary");

    public InfoReader(ReadingContext context, Parts parts)
    {
        parts.Shape.Require(context.Root, "info", "the document");
        Node info = context.Root["info"];
        if (!parts.Shape.IsObject(info, "'info'")) return;
        parts.Shape.CheckMembers(info, "'info'", Known);
        Title = parts.Shape.RequiredText(info, "title", "'info'");
        ApiVersion = parts.Shape.RequiredText(info, "version", "'info'");
        Summary = parts.Shape.Values.Text(info["summary"]);
        Description = parts.Shape.Values.Text(info["description"]);
    }

    public string Title { get; } = string.Empty;

    public string ApiVersion { get; } = string.Empty;

    public string? Summary { get; }

    public string? Description { get; }
}
