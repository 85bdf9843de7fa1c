namespace ContractToolkit.OpenApi;

/// <content>Overlays.</content>
public static partial class ReadingRules
{
    /// <summary>An overlay is malformed.</summary>
    public static ReadingRule MalformedOverlay { get; } = Error(
        "CT1601", "An overlay is malformed", "Mend it by the Overlay specification, 1.0 or 1.1; see docs/overlays.md.");

    /// <summary>A JSONPath is malformed.</summary>
    public static ReadingRule MalformedJsonPath { get; } = Error(
        "CT1602", "A JSONPath is malformed", "Write it by RFC 9535: $.name, $['name'], [0], [1:3], [*], .., [?@.name == 'value'].");

    /// <summary>A target selects nothing.</summary>
    public static ReadingRule TargetSelectsNothing { get; } = Warning(
        "CT1603", "A target of an overlay selects nothing", "Correct the target, or remove the action if the document no longer needs it.");

    /// <summary>An update does not fit its target.</summary>
    public static ReadingRule UpdateDoesNotFit { get; } = Error(
        "CT1604", "An update of an overlay does not fit its target", "Give objects to objects and primitive values to primitive values; to put a value of another kind there, remove the old one in an action before.");

    /// <summary>An update replaces a value of another kind.</summary>
    public static ReadingRule UpdateReplacesKind { get; } = Warning(
        "CT1605", "An update of an overlay replaces a value of another kind", "Overlay 1.0 does not say what happens there and 1.1 makes it an error: remove the old value in an action before.");

    /// <summary>An overlay is meant for another document.</summary>
    public static ReadingRule OverlayExtendsOther { get; } = Warning(
        "CT1606", "An overlay is meant for another document", "Apply it to the document that its extends names, or correct extends.");

    /// <summary>An overlay asks for too much.</summary>
    public static ReadingRule OverlayTooLarge { get; } = Error(
        "CT1607", "An overlay asks for too much", "Make the query narrower, or what is copied smaller.");

    /// <summary>An action of an overlay does nothing.</summary>
    public static ReadingRule IdleAction { get; } = Warning(
        "CT1608", "An action of an overlay does nothing, or the same twice", "Give it an update, a copy or remove: true, or take it out.");

    /// <summary>An overlay of version 1.0 targets a primitive value.</summary>
    public static ReadingRule PrimitiveTarget { get; } = Warning(
        "CT1609", "An overlay of version 1.0 targets a primitive value", "Write overlay: 1.1.0, which allows it, or target the object or array around it.");

    private static ReadingRule[] OverlayRules =>
    [
        MalformedOverlay, MalformedJsonPath, TargetSelectsNothing, UpdateDoesNotFit, UpdateReplacesKind, OverlayExtendsOther, OverlayTooLarge, IdleAction,
        PrimitiveTarget,
    ];
}
