using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Tests;

/// <summary>Local times with a zone: by the schema, by the document, by the consumer.</summary>
public sealed class ZoneTests
{
    private const string Schemas = """
        Event:
          type: object
          properties:
            spaced: { type: string, format: date-time-local-space }
            local: { type: string, format: date-time-local }
            own: { type: string, format: date-time-local-space, x-contract-zone: -03:30 }
            either:
              oneOf:
                - { type: integer }
                - { type: string, format: date-time-local-space, x-contract-zone: utc }
        """;

    private const string Usage = """
        using Generated;
        public static class Usage
        {
            public static string Run()
            {
                Event read = Event.Parse("{\"spaced\":\"2024-02-29 10:11:12\",\"local\":\"2024-02-29T10:11:12.5\",\"own\":\"2024-02-29 10:11:12\"}");
                Event written = read with { Spaced = new System.DateTimeOffset(2024, 3, 1, 0, 0, 0, System.TimeSpan.Zero), Own = read.Spaced };
                return $"{read.Spaced:O} {read.Local:O} {read.Own:O} {System.Text.Encoding.UTF8.GetString(written.ToUtf8Json())}";
            }
        }
        """;

    [Fact]
    public void The_document_and_the_schema_name_zones() =>
        Assert.Equal(
            """2024-02-29T10:11:12.0000000+08:00 2024-02-29T10:11:12.5000000+08:00 2024-02-29T10:11:12.0000000-03:30 {"spaced":"2024-03-01 08:00:00","local":"2024-02-29T10:11:12.5","own":"2024-02-28 22:41:12"}""",
            Generation.Compile(Document("+08:00"), Usage).Run());

    [Fact]
    public void The_consumers_option_goes_before_both() =>
        Assert.Equal(
            """2024-02-29T10:11:12.0000000+00:00 2024-02-29T10:11:12.5000000+00:00 2024-02-29T10:11:12.0000000+00:00 {"spaced":"2024-03-01 00:00:00","local":"2024-02-29T10:11:12.5","own":"2024-02-29 10:11:12"}""",
            Generation.Compile(Document("+08:00"), Usage, Generation.Options with { Zone = LocalTimeZone.Parse("utc") }).Run());

    [Fact]
    public void Without_a_zone_the_kind_stays_open()
    {
        string code = string.Concat(Generation.Generate(Document("+08:00"), Generation.Options with { Zone = LocalTimeZone.Parse("unspecified") }).Files.Select(file => file.Text));
        Assert.DoesNotContain("DateTimeOffset", code, StringComparison.Ordinal);
        Assert.DoesNotContain("IZone", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("+8:00")]
    [InlineData("+08:60")]
    [InlineData("+14:01")]
    [InlineData("+ 8:00")]
    public void What_is_no_zone_is_reported_where_it_stands(string zone)
    {
        ContractDocument document = ContractReader.Read("test.yaml", System.Text.Encoding.UTF8.GetBytes(Document(zone)));
        Assert.Contains(document.Findings, finding => finding.Message.Contains("x-contract-zone", StringComparison.Ordinal) && finding.Message.Contains(zone, StringComparison.Ordinal));
    }

    private static string Document(string zone) => Generation.Schemas(Schemas) + $"\nx-contract-zone: '{zone}'\n";
}
