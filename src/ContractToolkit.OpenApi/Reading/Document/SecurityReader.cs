using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads security schemes and requirements.</summary>
internal sealed class SecurityReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known = new KnownMembers(
        "type", "description", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl").With32("deprecated", "oauth2MetadataUrl");

    private static readonly KnownMembers KnownFlows =
        new KnownMembers("implicit", "password", "clientCredentials", "authorizationCode").With32("deviceAuthorization");

    private static readonly KnownMembers KnownOfFlow =
        new KnownMembers("authorizationUrl", "tokenUrl", "refreshUrl", "scopes").With32("deviceAuthorizationUrl");

    private readonly HashSet<string> declared = new(StringComparer.Ordinal);

    /// <summary>Reads the declared schemes.</summary>
    public EquatableArray<SecurityScheme> Schemes(Node node)
    {
        if (!parts.Shape.IsObject(node, "'securitySchemes'")) return default;
        List<SecurityScheme> schemes = new(node.Count);
        foreach (Node member in node.Members)
        {
            declared.Add(member.Name);
            Followed followed = parts.Shape.Follow(member);
            if (parts.Shape.IsObject(followed.Target, "a security scheme") && Scheme(member.Name, followed) is { } scheme) schemes.Add(scheme);
        }

        return schemes.ToEquatableArray();
    }

    /// <summary>Makes a scheme known to requirements.</summary>
    public void Declare(string name) => declared.Add(name);

    /// <summary>Reads <c>security</c>: the alternatives of which one must be met.</summary>
    public EquatableArray<SecurityRequirement> Requirements(Node node)
    {
        if (!parts.Shape.IsArray(node, "'security'")) return default;
        List<SecurityRequirement> requirements = new(node.Count);
        foreach (Node item in node.Items)
        {
            if (parts.Shape.IsObject(item, "a security requirement")) requirements.Add(Requirement(item));
        }

        return requirements.ToEquatableArray();
    }

    private SecurityRequirement Requirement(Node node)
    {
        List<SecurityUse> uses = new(node.Count);
        foreach (Node member in node.Members)
        {
            if (!declared.Contains(member.Name))
                context.Findings.ReportName(ReadingRules.UnknownSecurityScheme, member, $"the security scheme '{member.Name}' is not declared{Guess(member.Name)}");
            uses.Add(new SecurityUse(member.Name, parts.Shape.Values.Names(member)));
        }

        return new SecurityRequirement(uses.ToEquatableArray());
    }

    private string Guess(string name) => Spelling.Closest(name, declared) is { } close ? $"; did you mean '{close}'?" : string.Empty;

    private SecurityScheme? Scheme(string name, Followed followed)
    {
        Node node = followed.Target;
        parts.Shape.CheckMembers(node, "a security scheme", Known);
        parts.Shape.Demand(node, "type", "the security scheme");
        if (Kind(node["type"]) is not { } kind) return null;
        return new SecurityScheme
        {
            Name = name,
            Pointer = context.PointerOf(node),
            Kind = kind,
            Description = followed.Description ?? parts.Shape.Values.Text(node["description"]),
            In = kind == SecuritySchemeKind.ApiKey ? Location(node) : null,
            ParameterName = kind == SecuritySchemeKind.ApiKey ? parts.Shape.RequiredText(node, "name", "the security scheme") : null,
            HttpScheme = kind == SecuritySchemeKind.Http ? parts.Shape.RequiredText(node, "scheme", "the security scheme").ToLowerInvariant() : null,
            BearerFormat = parts.Shape.Values.Text(node["bearerFormat"]),
            Flows = kind == SecuritySchemeKind.OAuth2 ? Flows(node) : default,
            OpenIdConnectUrl = kind == SecuritySchemeKind.OpenIdConnect ? parts.Shape.RequiredText(node, "openIdConnectUrl", "the security scheme") : null,
            Deprecated = parts.Shape.Values.Flag(node["deprecated"]),
        };
    }

    private SecuritySchemeKind? Kind(Node node)
    {
        SecuritySchemeKind? kind = node.Text switch
        {
            "apiKey" => SecuritySchemeKind.ApiKey,
            "http" => SecuritySchemeKind.Http,
            "mutualTLS" => SecuritySchemeKind.MutualTls,
            "oauth2" => SecuritySchemeKind.OAuth2,
            "openIdConnect" => SecuritySchemeKind.OpenIdConnect,
            _ => null,
        };
        if (kind is null && node.Exists) ReportValue(node, "apiKey, http, mutualTLS, oauth2, openIdConnect");
        return kind;
    }

    private ParameterLocation? Location(Node node)
    {
        parts.Shape.Require(node, "in", "the security scheme");
        ParameterLocation? location = node["in"].Text switch
        {
            "query" => ParameterLocation.Query,
            "header" => ParameterLocation.Header,
            "cookie" => ParameterLocation.Cookie,
            _ => null,
        };
        if (location is null && node["in"].Exists) ReportValue(node["in"], "query, header, cookie");
        return location;
    }

    private EquatableArray<OAuthFlow> Flows(Node node)
    {
        parts.Shape.Require(node, "flows", "the security scheme");
        if (!parts.Shape.IsObject(node["flows"], "'flows'")) return default;
        parts.Shape.CheckMembers(node["flows"], "'flows'", KnownFlows);
        List<OAuthFlow> flows = [];
        foreach (Node member in node["flows"].Members)
        {
            if (KnownFlows.Versions(member.Name) is not null && parts.Shape.IsObject(member, "an OAuth flow")) flows.Add(Flow(member));
        }

        return flows.ToEquatableArray();
    }

    private OAuthFlow Flow(Node node)
    {
        parts.Shape.CheckMembers(node, "an OAuth flow", KnownOfFlow);
        parts.Shape.Require(node, "scopes", "the OAuth flow");
        if (node.Name is "implicit" or "authorizationCode") parts.Shape.Require(node, "authorizationUrl", "the OAuth flow");
        if (node.Name != "implicit") parts.Shape.Require(node, "tokenUrl", "the OAuth flow");
        string? authorization = parts.Shape.Values.Text(node[node.Name == "deviceAuthorization" ? "deviceAuthorizationUrl" : "authorizationUrl"]);
        return new OAuthFlow(
            node.Name, authorization, parts.Shape.Values.Text(node["tokenUrl"]), parts.Shape.Values.Text(node["refreshUrl"]), Scopes(node["scopes"]));
    }

    /// <summary>Reads the scopes of a flow.</summary>
    public EquatableArray<OAuthScope> Scopes(Node node)
    {
        if (!parts.Shape.IsObject(node, "'scopes'")) return default;
        List<OAuthScope> scopes = new(node.Count);
        foreach (Node member in node.Members) scopes.Add(new OAuthScope(member.Name, parts.Shape.Values.Text(member) ?? string.Empty));
        return scopes.ToEquatableArray();
    }

    private void ReportValue(Node node, string allowed) =>
        context.Findings.Report(ReadingRules.UnknownValue, node, $"'{node.Name}' takes one of {allowed}; found {NodeText.Describe(node)}");
}
