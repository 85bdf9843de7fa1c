namespace ContractToolkit.Exchange;

/// <summary>Placeholders of string formats: the same text each time, in the form that other mocks of OpenAPI documents use too.</summary>
internal static class PlainSamples
{
    /// <summary>The placeholder of a format; null where there is none, or it has not the length.</summary>
    public static string? Of(string format, int least, int most) => Text(format) is { } text && text.Length >= least && text.Length <= most ? text : null;

    private static string? Text(string format) => format switch
    {
        "email" => "user@example.com",
        "idn-email" => "пользователь@пример.ру",
        "hostname" => "example.com",
        "idn-hostname" => "пример.ру",
        "ipv4" => "192.168.0.1",
        "ipv6" => "2001:db8:85a3::8a2e:370:7334",
        "uri" or "url" => "http://example.com",
        "uri-reference" => "../dictionary",
        "uri-template" => "http://example.com/{endpoint}",
        "iri" => "http://example.com/entity/1",
        "iri-reference" => "/entity/1",
        "date" => "2019-08-24",
        "date-time" => "2019-08-24T14:15:22Z",
        "time" => "14:15:22Z",
        "duration" => "P3D",
        "uuid" => "497f6eca-6276-4993-bfeb-53cbbbba6f08",
        "json-pointer" => "/json/pointer",
        "relative-json-pointer" => "1/relative/json/pointer",
        "password" => "pa$$word",
        _ => null,
    };
}
