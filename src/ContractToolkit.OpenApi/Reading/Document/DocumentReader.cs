using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the root object of 3.x.</summary>
internal sealed class DocumentReader(ReadingContext context)
{
    private static readonly KnownMembers Known = new KnownMembers(
        "openapi", "info", "servers", "paths", "components", "security", "tags", "externalDocs").With31("webhooks", "jsonSchemaDialect").With32("$self");

    private readonly Parts parts = new(context);

    public Contract Read()
    {
        Node root = context.Root;
        parts.Shape.CheckMembers(root, "the document", Known);
        CheckContent(root);
        EquatableArray<SecurityScheme> schemes = parts.Security.Schemes(root["components"]["securitySchemes"]);
        InfoReader info = new(context, parts);
        parts.Root = new Inheritance(
            parts.Servers.Read(root["servers"]), parts.Security.Requirements(root["security"]), parts.Envelopes.Read(root["x-contract-envelope"]));
        EquatableArray<NamedSchema> components = new ComponentsReader(context, parts).Read(root["components"]);
        PathsReader paths = new(context, parts);
        EquatableArray<Operation> operations = paths.Read(root["paths"]);
        EquatableArray<Operation> webhooks = context.Since31 || root["webhooks"].Exists ? paths.ReadWebhooks(root["webhooks"]) : default;
        OperationIds.Check(context, operations, webhooks);
        return new Contract
        {
            Version = context.Version,
            Title = info.Title,
            ApiVersion = info.ApiVersion,
            Summary = info.Summary,
            Description = info.Description,
            Servers = parts.Root.Servers,
            Tags = new TagReader(parts).Read(root["tags"]),
            Operations = operations,
            Webhooks = webhooks,
            Components = components,
            SecuritySchemes = schemes,
            Envelope = parts.Root.Envelope,
            Token = new TokenReader(context).Read(root["x-contract-token"]),
            Extensions = parts.Extensions.Read(root),
            Schemas = context.Schemas.Targets.ToTable(),
        };
    }

    private void CheckContent(Node root)
    {
        if (!context.Since31) parts.Shape.Require(root, "paths", "the document");
        else if (!root["paths"].Exists && !root["components"].Exists && !root["webhooks"].Exists)
            context.Findings.Report(ReadingRules.NoPaths, root, "the document has neither 'paths' nor 'components' nor 'webhooks'");
    }
}
