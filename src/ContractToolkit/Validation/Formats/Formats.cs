namespace ContractToolkit.Validation;

/// <summary>The formats that are checked, by name: those of JSON Schema, of the OpenAPI format registry, and our own.</summary>
internal static class Formats
{
    private static readonly Dictionary<string, FormatRule> ByName = All().ToDictionary(rule => rule.Name, StringComparer.Ordinal);

    /// <summary>The rule for a format; null where the name is not known, which means that nothing is checked.</summary>
    public static FormatRule? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<FormatRule> All() => [.. JsonSchemaFormats(), .. RegistryFormats(), .. IntegerFormats()];

    private static FormatRule Text(string name, string meaning, FormatCheck check) => new(name, null, check, meaning);

    private static IEnumerable<FormatRule> JsonSchemaFormats() =>
    [
        Text("date-time", "a date and time of RFC 3339", DateFormats.IsDateTime),
        Text("date", "a date", DateFormats.IsDate),
        Text("time", "a time with its offset from UTC", DateFormats.IsTime),
        Text("duration", "a duration", DateFormats.IsDuration),
        Text("email", "an e-mail address", NetworkFormats.IsEmail),
        Text("idn-email", "an international e-mail address", NetworkFormats.IsInternationalEmail),
        Text("hostname", "a host name", NetworkFormats.IsHostname),
        Text(PlanFormats.PlainHostname, "a host name", NetworkFormats.IsPlainHostname),
        Text("idn-hostname", "an international host name", NetworkFormats.IsInternationalHostname),
        Text("ipv4", "an IPv4 address", NetworkFormats.IsIpv4),
        Text("ipv6", "an IPv6 address", NetworkFormats.IsIpv6),
        Text("uri", "an absolute URI", UriFormats.IsUri),
        Text("uri-reference", "a URI or relative reference", UriFormats.IsUriReference),
        Text("iri", "an absolute IRI", UriFormats.IsIri),
        Text("iri-reference", "an IRI or relative reference", UriFormats.IsIriReference),
        Text("uri-template", "a URI template", UriTemplateFormat.IsUriTemplate),
        Text("uuid", "a UUID", SyntaxFormats.IsUuid),
        Text("json-pointer", "a JSON pointer", SyntaxFormats.IsJsonPointer),
        Text("relative-json-pointer", "a relative JSON pointer", SyntaxFormats.IsRelativeJsonPointer),
        Text("regex", "a regular expression of ECMA-262", SyntaxFormats.IsRegex),
    ];

    private static IEnumerable<FormatRule> RegistryFormats() =>
    [
        Text("byte", "Base64 text", SyntaxFormats.IsBase64),
        Text("base64url", "Base64url text", SyntaxFormats.IsBase64Url),
        Text("char", "a single character", SyntaxFormats.IsChar),
        Text("date-time-local", "a date and time without a zone", DateFormats.IsLocalDateTime),
        Text("time-local", "a time without a zone", DateFormats.IsLocalTime),
        Text("date-time-local-space", "a date and time as yyyy-MM-dd HH:mm:ss", DateFormats.IsSpacedLocalDateTime),
        new("float", NumberFormats.IsSingle, null, "a single-precision number"),
        new("double", NumberFormats.IsDouble, null, "a double-precision number"),
        new("decimal", null, NumberFormats.IsNumberText, "a decimal number"),
        new("decimal128", null, NumberFormats.IsNumberText, "a decimal number"),
        Whole("unix-time", "-9223372036854775808", "9223372036854775807", "whole seconds since 1970"),
        Whole("unixtime", "-9223372036854775808", "9223372036854775807", "whole seconds since 1970"),
    ];

    private static IEnumerable<FormatRule> IntegerFormats() =>
    [
        Whole("int8", "-128", "127", "an 8-bit integer"),
        Whole("uint8", "0", "255", "an unsigned 8-bit integer"),
        Whole("int16", "-32768", "32767", "a 16-bit integer"),
        Whole("uint16", "0", "65535", "an unsigned 16-bit integer"),
        Whole("int32", "-2147483648", "2147483647", "a 32-bit integer"),
        Whole("uint32", "0", "4294967295", "an unsigned 32-bit integer"),
        Whole("int64", "-9223372036854775808", "9223372036854775807", "a 64-bit integer"),
        Whole("uint64", "0", "18446744073709551615", "an unsigned 64-bit integer"),
        Whole("double-int", "-9007199254740991", "9007199254740991", "an integer that a double holds exactly"),
    ];

    private static FormatRule Whole(string name, string minimum, string maximum, string meaning) =>
        new(name, NumberFormats.Whole(minimum, maximum), NumberFormats.WholeText(minimum, maximum), meaning);
}
