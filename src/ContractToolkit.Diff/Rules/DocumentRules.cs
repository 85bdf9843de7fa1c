using static ContractToolkit.FindingLevel;

namespace ContractToolkit.Diff.Rules;

/// <summary>The rules about the document: its version, servers, components and our extensions; and about security.</summary>
internal static class DocumentRules
{
    private const string Self = "It is its own opposite.";

    public static IEnumerable<DiffRule> All() => [.. Document(), .. Security(), .. Schemes(), .. Extensions()];

    private static IEnumerable<DiffRule> Document() =>
    [
        new("api-version-not-bumped", Info, Travel.None, "breaking changes under an unchanged version", NoMirror: "A raised version is no finding."),
        new("api-version-decreased", Info, Travel.None, "version lowered", NoMirror: "A raised version is no finding."),
        new("api-major-version-not-bumped", Info, Travel.None, "breaking changes under an unchanged major version", NoMirror: "A raised version is no finding."),
        new("api-schema-removed", Info, Travel.None, "component schema removed", NoMirror: "A new component reaches nobody until it is used."),
        new("api-server-added", Info, Travel.None, "server added", "api-server-removed"),
        new("api-server-removed", Warning, Travel.None, "server removed while others remain", "api-server-added"),
        new("api-server-changed", Error, Travel.None, "no old URL of an operation is served any more", NoMirror: Self),
    ];

    private static IEnumerable<DiffRule> Security() =>
    [
        new("api-security-added", Info, Travel.Request, "security alternative added", "api-security-removed"),
        new("api-security-removed", Error, Travel.Request, "security alternative removed", "api-security-added"),
        new("api-security-required", Error, Travel.Request, "anonymous access no longer possible", "api-security-lifted"),
        new("api-security-lifted", Info, Travel.Request, "anonymous access possible", "api-security-required"),
        new("api-security-scope-added", Error, Travel.Request, "further scope needed", "api-security-scope-removed"),
        new("api-security-scope-removed", Info, Travel.Request, "scope no longer needed", "api-security-scope-added"),
        new("api-global-security-added", Info, Travel.Request, "security alternative added at the root", "api-global-security-removed"),
        new("api-global-security-removed", Error, Travel.Request, "security alternative removed at the root", "api-global-security-added"),
        new("api-global-security-scope-added", Error, Travel.Request, "further scope needed at the root", "api-global-security-scope-removed"),
        new("api-global-security-scope-removed", Info, Travel.Request, "scope no longer needed at the root", "api-global-security-scope-added"),
    ];

    private static IEnumerable<DiffRule> Schemes() =>
    [
        new("api-security-component-added", Info, Travel.Request, "security scheme added", "api-security-component-removed"),
        new("api-security-component-removed", Info, Travel.Request, "security scheme removed", "api-security-component-added"),
        new("api-security-component-type-changed", Error, Travel.Request, "security scheme of another type", NoMirror: Self),
        new("api-security-component-api-key-changed", Error, Travel.Request, "API key travels elsewhere or under another name", NoMirror: Self),
        new("api-security-component-http-scheme-changed", Error, Travel.Request, "another HTTP authentication scheme", NoMirror: Self),
        new("api-security-component-bearer-format-changed", Info, Travel.Request, "bearer format changed", NoMirror: Self),
        new("api-security-component-open-id-url-changed", Warning, Travel.Request, "OpenID Connect URL changed", NoMirror: Self),
        new("api-security-component-oauth-flow-added", Info, Travel.Request, "OAuth flow added", "api-security-component-oauth-flow-removed"),
        new("api-security-component-oauth-flow-removed", Error, Travel.Request, "OAuth flow removed", "api-security-component-oauth-flow-added"),
        new("api-security-component-oauth-url-changed", Info, Travel.Request, "OAuth authorization URL changed", NoMirror: Self),
        new("api-security-component-oauth-token-url-changed", Info, Travel.Request, "OAuth token URL changed", NoMirror: Self),
        new("api-security-component-oauth-scope-added", Info, Travel.Request, "OAuth scope added", "api-security-component-oauth-scope-removed"),
        new("api-security-component-oauth-scope-removed", Info, Travel.Request, "OAuth scope removed", "api-security-component-oauth-scope-added"),
        new("api-security-component-oauth-scope-changed", Info, Travel.Request, "description of an OAuth scope changed", NoMirror: Self),
    ];

    private static IEnumerable<DiffRule> Extensions() =>
    [
        new("contract-envelope-changed", Error, Travel.Response, "x-contract-envelope: success or failure is told differently", NoMirror: Self),
        new("contract-return-code-added", Info, Travel.Response, "return code added", "contract-return-code-removed"),
        new("contract-return-code-removed", Info, Travel.Response, "return code removed", "contract-return-code-added"),
        new("contract-return-code-changed", Warning, Travel.Response, "return code means something else", NoMirror: Self),
        new("contract-paging-changed", Warning, Travel.None, "x-contract-paging: pages are asked for or told differently", NoMirror: Self),
        new("contract-token-changed", Error, Travel.Request, "x-contract-token: the token is obtained or sent differently", NoMirror: Self),
        new("contract-token-lifetime-changed", Warning, Travel.Response, "x-contract-token: lifetime changed", NoMirror: Self),
    ];
}
