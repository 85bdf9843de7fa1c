using System.Globalization;
using System.Text;
using ContractToolkit.Json;

namespace ContractToolkit.Tests;

public sealed class JsonWriterTests
{
    [Fact]
    public void Objects_and_arrays_nest()
    {
        var writer = new JsonWriter();
        int outer = writer.BeginObject();
        writer.WriteName("a\"b");
        int list = writer.BeginArray();
        writer.BeginItem();
        writer.EndObject(writer.BeginObject());
        writer.BeginItem();
        writer.EndArray(writer.BeginArray());
        writer.BeginItem();
        writer.WriteNull();
        writer.EndArray(list);
        writer.WriteName("c");
        writer.WriteBoolean(true);
        writer.WriteName("d");
        writer.WriteString((string?)null);
        writer.EndObject(outer);
        Assert.Equal("""{"a\"b":[{},[],null],"c":true,"d":null}""", Encoding.UTF8.GetString(writer.Written));
    }

    [Fact]
    public void A_writer_in_use_is_not_handed_out_again()
    {
        JsonWriter outer = JsonWriter.Take();
        outer.WriteNumber(1);
        JsonWriter inner = JsonWriter.Take();
        inner.WriteNumber(2);
        Assert.Equal("2"u8, inner.Finish());
        Assert.Equal("1"u8, outer.Finish());
        Assert.True(JsonWriter.Take().Written.IsEmpty);
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Integers(long value) =>
        Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Text(writer => writer.WriteNumber(value)));

    [Theory]
    [InlineData(0d, "0")]
    [InlineData(-0d, "-0")]
    [InlineData(0.1, "0.1")]
    [InlineData(-12.05, "-12.05")]
    [InlineData(53144.33, "53144.33")]
    [InlineData(100, "100")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(999999999999999d, "999999999999999")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    public void Doubles(double value, string text) => Assert.Equal(text, Text(writer => writer.WriteNumber(value)));

    [Fact]
    public void Doubles_come_back_bit_by_bit_and_are_as_short_as_can_be()
    {
        var random = new Random(21);
        for (int round = 0; round < 100_000; round++)
        {
            double value = RandomDouble(random);
            if (!double.IsFinite(value)) continue;
            string text = Text(writer => writer.WriteNumber(value));
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)));
            Assert.Equal(Digits(value.ToString("R", CultureInfo.InvariantCulture)), Digits(text));
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(ReadDouble(text)));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_json_cannot_say_is_refused(double value)
    {
        Assert.Throws<ArgumentException>(() => Text(writer => writer.WriteNumber(value)));
        Assert.Throws<ArgumentException>(() => Text(writer => writer.WriteNumber((float)value)));
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-0.0000000000000000000000000001")]
    [InlineData("1.50")]
    public void Decimals(string text) =>
        Assert.Equal(text, Text(writer => writer.WriteNumber(decimal.Parse(text, CultureInfo.InvariantCulture))));

    [Fact]
    public void Dates_and_times_are_written_as_the_format_strings_of_dotnet_would()
    {
        var random = new Random(22);
        for (int round = 0; round < 20_000; round++)
        {
            long ticks = random.NextInt64(DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay - 1) + TimeSpan.TicksPerDay;
            if (round % 3 == 0) ticks -= ticks % TimeSpan.TicksPerSecond;
            else if (round % 3 == 1) ticks -= ticks % 10_000;
            var offset = TimeSpan.FromMinutes(round % 2 == 0 ? 0 : random.Next(-840, 841));
            var local = new DateTime(ticks, DateTimeKind.Unspecified);
            var at = new DateTimeOffset(ticks < TimeSpan.TicksPerDay * 2 ? TimeSpan.TicksPerDay * 2 : Math.Min(ticks, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), offset);
            string zone = offset == TimeSpan.Zero ? "'Z'" : "zzz";
            Assert.Equal(at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF" + zone, CultureInfo.InvariantCulture), Text(writer => DateTimeCodec.Write(writer, at)).Trim('"'));
            Assert.Equal(local.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture), Text(writer => LocalDateTimeCodec.Write(writer, local)).Trim('"'));
            Assert.Equal(local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Text(writer => SpacedLocalDateTimeCodec.Write(writer, local)).Trim('"'));
            Assert.Equal(local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(writer => DateCodec.Write(writer, DateOnly.FromDateTime(local))).Trim('"'));
            Assert.Equal(local.ToString("HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture), Text(writer => TimeCodec.Write(writer, TimeOnly.FromDateTime(local))).Trim('"'));
        }
    }

    [Fact]
    public void Texts_of_a_format_are_escaped_and_may_be_long()
    {
        var uri = new Uri("/ä?" + new string('q', 5_000) + "\"", UriKind.RelativeOrAbsolute);
        Assert.Equal("\"/ä?" + new string('q', 5_000) + "\\\"\"", Text(writer => UriCodec.Write(writer, uri)));
        byte[] bytes = new byte[10_000];
        Assert.Equal("\"" + Convert.ToBase64String(bytes) + "\"", Text(writer => Base64Codec.Write(writer, bytes)));
    }

    private static double RandomDouble(Random random) => random.Next(5) switch
    {
        0 => BitConverter.Int64BitsToDouble(random.NextInt64()),
        1 => Math.Round(random.NextDouble() * 100_000, random.Next(8)),
        2 => random.NextInt64(-2_000_000_000_000_000, 2_000_000_000_000_000),
        3 => random.NextDouble(),
        _ => random.Next(-1000, 1000) / 8.0,
    };

    private static double ReadDouble(string text)
    {
        var cursor = new JsonCursor(Encoding.ASCII.GetBytes(text));
        return cursor.ReadDouble();
    }

    /// <summary>The significant digits of a number, whatever the place of its point.</summary>
    private static string Digits(string number) => number.Split('E')[0].Replace("-", "").Replace(".", "").Trim('0');

    private static string Text(Action<JsonWriter> write)
    {
        var writer = new JsonWriter();
        write(writer);
        return Encoding.UTF8.GetString(writer.Written);
    }
}
