using ContractToolkit.Json;

namespace ContractToolkit.CSharp.Tests;

public sealed class FormatTests
{
    private const string Schemas = """
        All:
          type: object
          properties:
            date: { type: string, format: date }
            time: { type: string, format: time }
            at: { type: string, format: date-time }
            local: { type: string, format: date-time-local }
            spaced: { type: string, format: date-time-local-space }
            unix: { type: integer, format: unix-time }
            duration: { type: string, format: duration }
            uuid: { type: string, format: uuid }
            uri: { type: string, format: uri }
            bytes: { type: string, format: byte }
            big: { type: string, format: int64 }
            int: { type: integer, format: int32 }
            long: { type: integer }
            double: { type: number }
            float: { type: number, format: float }
            decimal: { type: number, format: decimal }
            other: { type: string, format: isbn }
            dates: { type: array, items: { type: string, format: date-time } }
        """;

    [Theory]
    [InlineData("date", "\"2024-02-29\"")]
    [InlineData("time", "\"10:11:12Z\"")]
    [InlineData("time", "\"10:11:12.50+02:00\"")]
    [InlineData("at", "\"2024-02-29T10:11:12Z\"")]
    [InlineData("at", "\"2024-02-29T10:11:12.123456789+05:30\"")]
    [InlineData("at", "\"2024-02-29t10:11:12.000z\"")]
    [InlineData("at", "\"2024-02-29T10:11:12+00:00\"")]
    [InlineData("at", "\"2024\\u002d02-29T10:11:12Z\"")]
    [InlineData("local", "\"2024-02-29T10:11:12.5\"")]
    [InlineData("spaced", "\"2024-02-29 10:11:12\"")]
    [InlineData("unix", "1700000000")]
    [InlineData("unix", "-1")]
    [InlineData("duration", "\"P1Y2M3DT4H5M6.5S\"")]
    [InlineData("duration", "\"PT0S\"")]
    [InlineData("duration", "\"P0D\"")]
    [InlineData("duration", "\"PT90M\"")]
    [InlineData("uuid", "\"AAAAAAAA-bbbb-cccc-dddd-eeeeeeeeeeee\"")]
    [InlineData("uri", "\"HTTPS://Example.com/%7Ea?b#c\"")]
    [InlineData("bytes", "\"AQID\"")]
    [InlineData("bytes", "\"x7SxsC==\"")]
    [InlineData("bytes", "\"AAF=\"")]
    [InlineData("bytes", "\"\"")]
    [InlineData("big", "\"-9223372036854775808\"")]
    [InlineData("int", "20.0")]
    [InlineData("int", "2e3")]
    [InlineData("long", "9223372036854775807")]
    [InlineData("double", "0.1")]
    [InlineData("double", "0.12345678901234567890123")]
    [InlineData("double", "9007199254740993")]
    [InlineData("double", "-0.0")]
    [InlineData("double", "1e-400")]
    [InlineData("float", "0.8471273183822632")]
    [InlineData("decimal", "1.10")]
    [InlineData("decimal", "0.1234567890123456789012345678901234")]
    [InlineData("other", "\"978\"")]
    [InlineData("dates", "[\"2024-02-29T10:11:12.000Z\",\"2024-02-29T10:11:12Z\"]")]
    public void Values_survive(string member, string value)
    {
        string json = $"{{\"{member}\":{value}}}";
        string written = Compiled.Value.RoundTrip("All", json);
        Assert.Equal(JsonValue.Parse(json), JsonValue.Parse(written));
    }

    [Theory]
    [InlineData("date", "\"2023-02-29\"")]
    [InlineData("date", "\"\"")]
    [InlineData("at", "\"2024-02-29 10:11:12Z\"")]
    [InlineData("at", "\"2024-02-29T24:00:00Z\"")]
    [InlineData("at", "\"2024-02-29T10:11:12\"")]
    [InlineData("spaced", "\"2024-02-29T10:11:12\"")]
    [InlineData("duration", "\"P\"")]
    [InlineData("duration", "\"PT\"")]
    [InlineData("uuid", "\"x\"")]
    [InlineData("bytes", "\"A\"")]
    [InlineData("big", "\"9223372036854775808\"")]
    [InlineData("int", "2147483648")]
    [InlineData("int", "0.5")]
    [InlineData("long", "9223372036854775808")]
    [InlineData("double", "1e400")]
    [InlineData("double", "\"1\"")]
    public void Values_that_do_not_fit_are_refused_with_their_place(string member, string value)
    {
        JsonReadException exception = Assert.Throws<JsonReadException>(() => Compiled.Value.RoundTrip("All", $"{{\"{member}\":{value}}}"));
        Assert.Equal("/" + member, exception.Pointer);
    }

    [Fact]
    public void A_replaced_value_is_written_anew_and_others_as_they_were()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Schemas), """
            using Generated;
            public static class Usage
            {
                public static string Run()
                {
                    All all = All.Parse("{\"at\":\"2024-02-29T10:11:12.000Z\",\"uuid\":\"AAAAAAAA-bbbb-cccc-dddd-eeeeeeeeeeee\",\"x\":1}");
                    return System.Text.Encoding.UTF8.GetString((all with { At = all.At!.Value.AddDays(1) }).ToUtf8Json());
                }
            }
            """);
        Assert.Equal("""{"at":"2024-03-01T10:11:12Z","uuid":"AAAAAAAA-bbbb-cccc-dddd-eeeeeeeeeeee","x":1}""", code.Run());
    }

    private static readonly Lazy<CompiledCode> Compiled = new(() => Generation.Compile(Generation.Schemas(Schemas)));

    [Theory]
    [InlineData("\"P1DT2H\"")]
    [InlineData("\"PT90M\"")]
    [InlineData("\"-PT0.5S\"")]
    public void A_duration_can_be_mapped_to_a_time_span(string json)
    {
        CSharpOptions options = Generation.Options with { TypeMappings = new[] { new TypeMapping("string", "duration", MappedType.TimeSpan) }.ToEquatableArray() };
        CompiledCode code = Generation.Compile(Generation.Schemas("A: { type: object, properties: { d: { type: string, format: duration } } }"), options: options);
        Assert.Equal(typeof(TimeSpan?), code.Type("A").GetProperty("D")!.PropertyType);
        Assert.Equal("{\"d\":" + json + "}", code.RoundTrip("A", "{\"d\":" + json + "}"));
        Assert.Throws<JsonReadException>(() => code.RoundTrip("A", "{\"d\":\"P1M\"}"));
    }

    [Fact]
    public void A_URI_that_dotnet_refuses_is_kept()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas("A: { type: object, properties: { u: { type: string, format: uri } } }"));
        const string Json = """{"u":"https://.../logo"}""";
        Assert.Equal(Json, code.RoundTrip("A", Json));
    }

    [Theory]
    [InlineData("string", "date", MappedType.String, "2026-01-02", typeof(string))]
    [InlineData("string", "count", MappedType.Int32, "12", typeof(int))]
    [InlineData("string", "count", MappedType.Int64, "-9007199254740993", typeof(long))]
    [InlineData("string", "money", MappedType.Decimal, "1.50", typeof(decimal))]
    [InlineData("string", "day", MappedType.Date, "2026-01-02", typeof(DateOnly))]
    [InlineData("string", "clock", MappedType.Time, "12:30:45", typeof(TimeOnly))]
    [InlineData("string", "moment", MappedType.DateTime, "2026-01-02T03:04:05Z", typeof(DateTimeOffset))]
    [InlineData("string", "date-time", MappedType.LocalDateTime, "2026-01-02T03:04:05", typeof(DateTime))]
    [InlineData("string", "uuid", MappedType.Raw, "x", typeof(Json.JsonValue))]
    [InlineData("integer", "", MappedType.Int32, "7", typeof(int))]
    [InlineData("integer", "int32", MappedType.Int64, "9007199254740993", typeof(long))]
    [InlineData("integer", "", MappedType.BigInteger, "123456789012345678901234567890", typeof(System.Numerics.BigInteger))]
    [InlineData("integer", "", MappedType.Decimal, "7", typeof(decimal))]
    [InlineData("integer", "", MappedType.Double, "7", typeof(double))]
    [InlineData("integer", "stamp", MappedType.DateTime, "1767323045", typeof(DateTimeOffset))]
    [InlineData("number", "", MappedType.Decimal, "1.50", typeof(decimal))]
    [InlineData("number", "", MappedType.Single, "1.5", typeof(float))]
    [InlineData("number", "", MappedType.Raw, "1.50", typeof(Json.JsonValue))]
    public void Types_can_be_mapped(string type, string format, MappedType target, string value, Type expected)
    {
        CSharpOptions options = Generation.Options with { TypeMappings = [new TypeMapping(type, format, target)] };
        string formatted = format.Length == 0 ? "" : $", format: {format}";
        CompiledCode code = Generation.Compile(Generation.Schemas($"A: {{ type: object, required: [v], properties: {{ v: {{ type: {type}{formatted} }} }} }}"), options: options);
        Assert.Equal(expected, code.Type("A").GetProperty("V")!.PropertyType);
        string json = type == "string" ? $$"""{"v":"{{value}}"}""" : $$"""{"v":{{value}}}""";
        Assert.Equal(json, code.RoundTrip("A", json));
    }
}
