namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>Strings that formats accept, to be tried as witnesses.</summary>
internal static class FormatSamples
{
    private static readonly Dictionary<string, string[]> Samples = new(StringComparer.Ordinal)
    {
        ["date-time"] = ["2024-01-15T12:30:00Z", "2024-02-29T12:30:00Z", "1999-12-31T23:59:59.5+01:00"],
        ["date"] = ["2024-01-15", "2024-02-29", "1999-12-31"],
        ["time"] = ["12:30:00Z", "23:59:59.5+01:00"],
        ["duration"] = ["P1D", "PT5M"],
        ["email"] = ["a@example.com", "someone.else@example.org"],
        ["idn-email"] = ["a@example.com", "실례@실례.테스트"],
        ["hostname"] = ["example.com", "a"],
        ["idn-hostname"] = ["example.com", "실례.테스트"],
        ["ipv4"] = ["192.0.2.1", "10.0.0.1"],
        ["ipv6"] = ["2001:db8::1", "::1"],
        ["uri"] = ["https://example.com/a", "urn:a:b"],
        ["uri-reference"] = ["/a", "https://example.com/a"],
        ["iri"] = ["https://example.com/ä", "https://example.com/a"],
        ["iri-reference"] = ["/ä", "/a"],
        ["uri-template"] = ["/a/{b}", "/a"],
        ["uuid"] = ["3f2504e0-4f89-41d3-9a0c-0305e82c3301", "00000000-0000-0000-0000-000000000000"],
        ["json-pointer"] = ["/a/0", ""],
        ["relative-json-pointer"] = ["0#", "1/a"],
        ["regex"] = ["^a+$", "b"],
        ["byte"] = ["YWJj", ""],
    };

    /// <summary>The samples of every format.</summary>
    public static IEnumerable<string> All => Samples.Values.SelectMany(samples => samples);

    /// <summary>Samples of all of these formats, one after the other.</summary>
    /// <param name="formats">The formats.</param>
    /// <param name="minLength">The least length that is asked for: formats that can grow have a sample of that length too.</param>
    public static IEnumerable<string> Of(IEnumerable<string> formats, int minLength) =>
        formats.SelectMany(format => Samples.TryGetValue(format, out string[]? samples) ? samples.Concat(Long(format, samples[0], minLength)) : []);

    private static IEnumerable<string> Long(string format, string sample, int minLength)
    {
        if (minLength <= sample.Length) return [];
        return format switch
        {
            "uri" or "uri-reference" or "iri" or "iri-reference" or "json-pointer" => [sample + new string('a', minLength - sample.Length)],
            "uri-template" => ["/" + new string('a', minLength - 1)],
            "byte" => [new string('A', (minLength + 3) / 4 * 4)],
            _ => [],
        };
    }
}
