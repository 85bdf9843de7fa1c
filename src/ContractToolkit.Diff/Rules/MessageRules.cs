using static ContractToolkit.FindingLevel;

namespace ContractToolkit.Diff.Rules;

/// <summary>The rules about parameters, bodies, media types, responses and headers.</summary>
internal static class MessageRules
{
    private const string Self = "It is its own opposite.";
    private const string Date = "The opposite is harmless: a later date, or none that is due.";

    public static IEnumerable<DiffRule> All() => [.. Parameters(), .. Requests(), .. Responses(), .. Headers()];

    private static IEnumerable<DiffRule> Parameters() =>
    [
        new("new-required-request-parameter", Error, Travel.Request, "new required parameter", "request-parameter-removed"),
        new("new-optional-request-parameter", Info, Travel.Request, "new optional parameter", "request-parameter-removed"),
        new("new-required-request-default-parameter-to-existing-path", Error, Travel.Request, "new required parameter for all operations of a path", "request-parameter-removed"),
        new("new-optional-request-default-parameter-to-existing-path", Info, Travel.Request, "new optional parameter for all operations of a path", "request-parameter-removed"),
        new("new-request-path-parameter", Error, Travel.Request, "new path parameter", "request-parameter-removed"),
        new("request-parameter-removed", Warning, Travel.Request, "parameter removed", "new-optional-request-parameter"),
        new("request-parameter-removed-with-deprecation", Info, Travel.Request, "deprecated parameter removed", "new-optional-request-parameter"),
        new("request-parameter-removed-before-sunset", Error, Travel.Request, "deprecated parameter removed before its sunset", "new-optional-request-parameter"),
        new("request-parameter-became-required", Error, Travel.Request, "parameter became required", "request-parameter-became-optional"),
        new("request-parameter-became-optional", Info, Travel.Request, "parameter became optional", "request-parameter-became-required"),
        new("request-parameter-renamed", Info, Travel.Request, "path parameter renamed, which callers by URL do not see", NoMirror: Self),
        new("request-parameter-style-changed", Error, Travel.Request, "parameter written in another style", NoMirror: Self),
        new("request-parameter-explode-changed", Error, Travel.Request, "parameter exploded differently", NoMirror: Self),
        new("request-parameter-allow-reserved-removed", Error, Travel.Request, "reserved characters must be escaped again", "request-parameter-allow-reserved-added"),
        new("request-parameter-allow-reserved-added", Info, Travel.Request, "reserved characters allowed", "request-parameter-allow-reserved-removed"),
        new("request-parameter-empty-value-forbidden", Error, Travel.Request, "empty value no longer allowed", "request-parameter-empty-value-allowed"),
        new("request-parameter-empty-value-allowed", Info, Travel.Request, "empty value allowed", "request-parameter-empty-value-forbidden"),
        new("request-parameter-content-changed", Error, Travel.Request, "parameter serialised by another media type", NoMirror: Self),
        new("request-parameter-deprecated", Info, Travel.Request, "parameter deprecated", "request-parameter-reactivated"),
        new("request-parameter-reactivated", Info, Travel.Request, "parameter no longer deprecated", "request-parameter-deprecated"),
        new("request-parameter-deprecated-sunset-missing", Error, Travel.Request, "parameter deprecated without a sunset date", "request-parameter-reactivated"),
        new("request-parameter-sunset-date-too-small", Error, Travel.Request, "sunset of a parameter too early", NoMirror: Date),
        new("request-parameter-sunset-parse", Error, Travel.Request, "sunset date of a parameter cannot be read", NoMirror: Date),
        new("request-parameter-sunset-deleted", Error, Travel.Request, "sunset date of a parameter deleted", "request-parameter-deprecated"),
        new("request-parameter-sunset-date-changed-too-small", Error, Travel.Request, "sunset of a parameter moved to too early a day", NoMirror: Date),
    ];

    private static IEnumerable<DiffRule> Requests() =>
    [
        new("request-body-added-required", Error, Travel.Request, "required request body added", "request-body-removed"),
        new("request-body-added-optional", Info, Travel.Request, "optional request body added", "request-body-removed"),
        new("request-body-removed", Error, Travel.Request, "request body removed", "request-body-added-optional"),
        new("request-body-became-required", Error, Travel.Request, "request body became required", "request-body-became-optional"),
        new("request-body-became-optional", Info, Travel.Request, "request body became optional", "request-body-became-required"),
        new("request-body-media-type-added", Info, Travel.Request, "request media type added", "request-body-media-type-removed"),
        new("request-body-media-type-removed", Error, Travel.Request, "request media type removed", "request-body-media-type-added"),
        new("request-body-media-type-schema-added", Error, Travel.Request, "schema of a request media type added", "request-body-media-type-schema-removed"),
        new("request-body-media-type-schema-removed", Info, Travel.Request, "schema of a request media type removed", "request-body-media-type-schema-added"),
        new("request-body-encoding-changed", Error, Travel.Request, "part of a request body encoded differently", NoMirror: Self),
    ];

    private static IEnumerable<DiffRule> Responses() =>
    [
        new("response-success-status-added", Info, Travel.Response, "success status added", "response-success-status-removed"),
        new("response-success-status-removed", Error, Travel.Response, "success status removed", "response-success-status-added"),
        new("response-non-success-status-added", Info, Travel.Response, "non-success status added", "response-non-success-status-removed"),
        new("response-non-success-status-removed", Info, Travel.Response, "non-success status removed", "response-non-success-status-added"),
        new("response-default-removed", Error, Travel.Response, "default response removed", "response-default-added"),
        new("response-default-added", Info, Travel.Response, "default response added", "response-default-removed"),
        new("response-media-type-added", Info, Travel.Response, "response media type added", "response-media-type-removed"),
        new("response-media-type-removed", Error, Travel.Response, "response media type removed", "response-media-type-added"),
        new("response-media-type-name-changed", Info, Travel.Response, "parameters of a response media type changed", NoMirror: Self),
        new("response-media-type-name-generalized", Error, Travel.Response, "response media type became a range", "response-media-type-name-specialized"),
        new("response-media-type-name-specialized", Info, Travel.Response, "response media range became narrower", "response-media-type-name-generalized"),
        new("response-body-media-type-schema-added", Info, Travel.Response, "schema of a response media type added", "response-body-media-type-schema-removed"),
        new("response-body-media-type-schema-removed", Warning, Travel.Response, "schema of a response media type removed", "response-body-media-type-schema-added"),
    ];

    private static IEnumerable<DiffRule> Headers() =>
    [
        new("response-header-added", Info, Travel.Response, "response header added", "optional-response-header-removed"),
        new("required-response-header-removed", Error, Travel.Response, "required response header removed", "response-header-added"),
        new("optional-response-header-removed", Warning, Travel.Response, "optional response header removed", "response-header-added"),
        new("response-header-became-optional", Error, Travel.Response, "response header became optional", "response-header-became-required"),
        new("response-header-became-required", Info, Travel.Response, "response header became required", "response-header-became-optional"),
        new("response-header-explode-changed", Error, Travel.Response, "response header exploded differently", NoMirror: Self),
        new("response-header-content-changed", Error, Travel.Response, "response header serialised by another media type", NoMirror: Self),
        new("response-header-deprecated", Info, Travel.Response, "response header deprecated", "response-header-reactivated"),
        new("response-header-reactivated", Info, Travel.Response, "response header no longer deprecated", "response-header-deprecated"),
    ];
}
