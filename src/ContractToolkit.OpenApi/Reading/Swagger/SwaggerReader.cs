using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the root object of Swagger 2.0 and lifts it to the 3.x view.</summary>
internal sealed class SwaggerReader(ReadingContext context)
{
    private static readonly KnownMembers Known = new(
        "swagger", "info", "host", "basePath", "schemes", "consumes", "produces", "paths", "definitions", "parameters", "responses",
        "securityDefinitions", "security", "tags", "externalDocs");

    private readonly Parts parts = new(context);

    public Contract Read()
    {
        Node root = context.Root;
        parts.Shape.CheckMembers(root, "the document", Known);
        parts.Shape.Require(root, "paths", "the document");
        EquatableArray<SecurityScheme> schemes = new SwaggerSecurityReader(context, parts).Read(root["securityDefinitions"]);
        InfoReader info = new(context, parts);
        parts.Root = new Inheritance(
            new SwaggerServers(context, parts).OfRoot(), parts.Security.Requirements(root["security"]), parts.Envelopes.Read(root["x-contract-envelope"]));
        EquatableArray<NamedSchema> components = new ComponentsReader(context, parts).Schemas(root["definitions"]);
        EquatableArray<Operation> operations = new PathsReader(context, parts).Read(root["paths"]);
        OperationIds.Check(context, operations, default);
        return new Contract
        {
            Version = context.Version,
            Title = info.Title,
            ApiVersion = info.ApiVersion,
            Description = info.Description,
            Servers = parts.Root.Servers,
            Tags = new TagReader(parts).Read(root["tags"]),
            Operations = operations,
            Components = components,
            SecuritySchemes = schemes,
            Envelope = parts.Root.Envelope,
            Token = new TokenReader(context).Read(root["x-contract-token"]),
            Extensions = parts.Extensions.Read(root),
            Schemas = context.Schemas.Targets.ToTable(),
        };
    }
}
