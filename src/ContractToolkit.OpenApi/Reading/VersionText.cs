namespace ContractToolkit.OpenApi.Reading;

/// <summary>The spelling of versions.</summary>
internal static class VersionText
{
    public static string Of(OpenApiVersion version) => version switch
    {
        OpenApiVersion.V20 => "2.0",
        OpenApiVersion.V30 => "3.0",
        OpenApiVersion.V31 => "3.1",
        _ => "3.2",
    };
}
