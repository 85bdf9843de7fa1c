using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>securityDefinitions</c>.</summary>
internal sealed class SwaggerSecurityReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known = new("type", "description", "name", "in", "flow", "authorizationUrl", "tokenUrl", "scopes");

    public EquatableArray<SecurityScheme> Read(Node node)
    {
        if (!parts.Shape.IsObject(node, "'securityDefinitions'")) return default;
        List<SecurityScheme> schemes = new(node.Count);
        foreach (Node member in node.Members)
        {
            parts.Security.Declare(member.Name);
            if (parts.Shape.IsObject(member, "a security scheme") && Scheme(member) is { } scheme) schemes.Add(scheme);
        }

        return schemes.ToEquatableArray();
    }

    private SecurityScheme? Scheme(Node node)
    {
        parts.Shape.CheckMembers(node, "a security scheme", Known);
        parts.Shape.Demand(node, "type", "the security scheme");
        SecurityScheme scheme = new()
        {
            Name = node.Name,
            Pointer = context.PointerOf(node),
            Kind = SecuritySchemeKind.Http,
            Description = parts.Shape.Values.Text(node["description"]),
        };
        switch (node["type"].Text)
        {
            case "basic":
                return scheme with { HttpScheme = "basic" };
            case "apiKey":
                return scheme with
                {
                    Kind = SecuritySchemeKind.ApiKey,
                    In = node["in"].Text == "header" ? ParameterLocation.Header : ParameterLocation.Query,
                    ParameterName = parts.Shape.RequiredText(node, "name", "the security scheme"),
                };
            case "oauth2":
                return scheme with { Kind = SecuritySchemeKind.OAuth2, Flows = EquatableArray.Create<OAuthFlow>([Flow(node)]) };
            default:
                if (node["type"].Exists)
                    context.Findings.Report(ReadingRules.UnknownValue, node["type"], $"'type' takes one of basic, apiKey, oauth2; found {NodeText.Describe(node["type"])}");
                return null;
        }
    }

    private OAuthFlow Flow(Node node)
    {
        parts.Shape.Require(node, "flow", "the security scheme");
        string kind = node["flow"].Text switch { "application" => "clientCredentials", "accessCode" => "authorizationCode", string other => other };
        if (node["flow"].Exists && kind is not ("implicit" or "password" or "clientCredentials" or "authorizationCode"))
            context.Findings.Report(ReadingRules.UnknownValue, node["flow"], $"'flow' takes one of implicit, password, application, accessCode; found {NodeText.Describe(node["flow"])}");
        return new OAuthFlow(
            kind, parts.Shape.Values.Text(node["authorizationUrl"]), parts.Shape.Values.Text(node["tokenUrl"]), null, parts.Security.Scopes(node["scopes"]));
    }
}
