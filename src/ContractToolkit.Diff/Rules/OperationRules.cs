using static ContractToolkit.FindingLevel;

namespace ContractToolkit.Diff.Rules;

/// <summary>The rules about operations as a whole: their existence, life-cycle, identity and tags.</summary>
internal static class OperationRules
{
    private const string Date = "The opposite is harmless: a later date, or none that is due.";

    public static IEnumerable<DiffRule> All() =>
    [
        new("endpoint-added", Info, Travel.None, "operation added", "api-removed-without-deprecation"),
        new("api-removed-without-deprecation", Error, Travel.None, "operation removed that was not deprecated", "endpoint-added"),
        new("api-removed-with-deprecation", Info, Travel.None, "deprecated operation removed", "endpoint-added"),
        new("api-removed-before-sunset", Error, Travel.None, "deprecated operation removed before its sunset", "endpoint-added"),
        new("api-path-removed-without-deprecation", Error, Travel.None, "path removed that was not deprecated", "endpoint-added"),
        new("api-path-removed-with-deprecation", Info, Travel.None, "deprecated path removed", "endpoint-added"),
        new("api-path-removed-before-sunset", Error, Travel.None, "deprecated path removed before its sunset", "endpoint-added"),
        new("api-path-sunset-parse", Error, Travel.None, "sunset date of a removed path cannot be read", NoMirror: Date),
        new("endpoint-deprecated", Info, Travel.None, "operation deprecated", "endpoint-reactivated"),
        new("endpoint-deprecated-with-sunset", Info, Travel.None, "operation deprecated with a sunset date", "endpoint-reactivated"),
        new("endpoint-reactivated", Info, Travel.None, "operation no longer deprecated", "endpoint-deprecated"),
        new("api-deprecated-sunset-missing", Error, Travel.None, "operation deprecated without a sunset date", "endpoint-reactivated"),
        new("api-deprecated-sunset-parse", Error, Travel.None, "sunset date of a deprecated operation cannot be read", NoMirror: Date),
        new("api-sunset-date-too-small", Error, Travel.None, "sunset of a deprecated operation too early", NoMirror: Date),
        new("api-sunset-date-changed-too-small", Error, Travel.None, "sunset moved to too early a day", NoMirror: Date),
        new("sunset-deleted", Error, Travel.None, "sunset date of a deprecated operation deleted", "endpoint-deprecated-with-sunset"),
        new("api-stability-decreased", Error, Travel.None, "operation became less stable", "api-stability-increased"),
        new("api-stability-increased", Info, Travel.None, "operation became more stable", "api-stability-decreased"),
        new("api-invalid-stability-level", Error, Travel.None, "unknown stability level", NoMirror: "A known level is no finding."),
        new("api-operation-id-removed", Info, Travel.None, "operationId removed or renamed", "api-operation-id-added"),
        new("api-operation-id-added", Info, Travel.None, "operationId added", "api-operation-id-removed"),
        new("api-tag-removed", Info, Travel.None, "tag of an operation removed", "api-tag-added"),
        new("api-tag-added", Info, Travel.None, "tag of an operation added", "api-tag-removed"),
        new("webhook-added", Info, Travel.None, "webhook added", "webhook-removed"),
        new("webhook-removed", Error, Travel.None, "webhook removed", "webhook-added"),
        new("callback-added", Info, Travel.None, "callback added", "callback-removed"),
        new("callback-removed", Error, Travel.None, "callback removed", "callback-added"),
        new("link-added", Info, Travel.None, "link of a response added", "link-removed"),
        new("link-removed", Warning, Travel.None, "link of a response removed", "link-added"),
        new("link-changed", Warning, Travel.None, "link of a response leads elsewhere", NoMirror: "It is its own opposite."),
        new("api-effect-changed", Warning, Travel.None, "x-contract-effect changed", NoMirror: "It is its own opposite."),
    ];
}
