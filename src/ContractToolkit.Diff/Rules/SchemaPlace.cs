namespace ContractToolkit.Diff.Rules;

/// <summary>Where a schema is used, as the ids of rules name it.</summary>
internal enum SchemaPlace
{
    RequestBody,
    RequestProperty,
    RequestParameter,
    RequestParameterProperty,
    ResponseBody,
    ResponseProperty,
    ResponseHeader,
    ResponseHeaderProperty,
}

/// <summary>Facts about places.</summary>
internal static class SchemaPlaces
{
    public static readonly SchemaPlace[] All =
    [
        SchemaPlace.RequestBody, SchemaPlace.RequestProperty, SchemaPlace.RequestParameter, SchemaPlace.RequestParameterProperty,
        SchemaPlace.ResponseBody, SchemaPlace.ResponseProperty, SchemaPlace.ResponseHeader, SchemaPlace.ResponseHeaderProperty,
    ];

    /// <summary>The beginning of rule ids for the place.</summary>
    public static string Prefix(this SchemaPlace place) => place switch
    {
        SchemaPlace.RequestBody => "request-body",
        SchemaPlace.RequestProperty => "request-property",
        SchemaPlace.RequestParameter => "request-parameter",
        SchemaPlace.RequestParameterProperty => "request-parameter-property",
        SchemaPlace.ResponseBody => "response-body",
        SchemaPlace.ResponseProperty => "response-property",
        SchemaPlace.ResponseHeader => "response-header",
        _ => "response-header-property",
    };

    /// <summary>The place in words.</summary>
    public static string Words(this SchemaPlace place) => place.Prefix().Replace('-', ' ');

    /// <summary>Which way values at the place travel.</summary>
    public static Travel Direction(this SchemaPlace place) => place < SchemaPlace.ResponseBody ? Travel.Request : Travel.Response;

    /// <summary>The place of what is inside a value at the place.</summary>
    public static SchemaPlace Inside(this SchemaPlace place) => place switch
    {
        SchemaPlace.RequestBody => SchemaPlace.RequestProperty,
        SchemaPlace.RequestParameter => SchemaPlace.RequestParameterProperty,
        SchemaPlace.ResponseBody => SchemaPlace.ResponseProperty,
        SchemaPlace.ResponseHeader => SchemaPlace.ResponseHeaderProperty,
        _ => place,
    };

    /// <summary>Whether the place is the whole of a body, parameter or header.</summary>
    public static bool IsRoot(this SchemaPlace place) => ((int)place & 1) == 0;

    /// <summary>The level of a change of values at the place.</summary>
    public static FindingLevel Level(this SchemaPlace place, Effect effect) => effect switch
    {
        Effect.None => FindingLevel.Info,
        Effect.Alters => FindingLevel.Error,
        Effect.Narrows => place.Direction() == Travel.Request ? FindingLevel.Error : FindingLevel.Info,
        _ => place.Direction() == Travel.Request ? FindingLevel.Info : FindingLevel.Error,
    };
}
