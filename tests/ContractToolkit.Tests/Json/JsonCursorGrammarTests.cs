using System.Globalization;
using System.Text;
using System.Text.Json;
using ContractToolkit.Json;

namespace ContractToolkit.Tests;

/// <summary>The cursor takes exactly what <see cref="Utf8JsonReader"/> takes.</summary>
public sealed class JsonCursorGrammarTests
{
    private const string Sample =
        """{"id": 12, "name":"Köln \u00fc \"x\"", "price" : -1.25e+3, "tags":["a","b",[] , {}], "on":true,"off":false, "none":null, "deep":{"a":[{"b":[1,2.5,0]}]}}""";

    [Fact]
    public void Damaged_texts_are_taken_or_refused_alike()
    {
        var random = new Random(31);
        byte[] sample = Encoding.UTF8.GetBytes(Sample);
        int accepted = 0;
        for (int round = 0; round < 60_000; round++)
        {
            byte[] text = Damage(sample, random);
            if (round % 3 == 0) text = Damage(text, random);
            bool expected = ReaderAccepts(text);
            accepted += expected ? 1 : 0;
            Assert.True(expected == CursorAccepts(text), Encoding.UTF8.GetString(text));
        }

        Assert.InRange(accepted, 5_000, 55_000);
    }

    [Fact]
    public void Numbers_are_taken_or_refused_alike_and_read_alike()
    {
        const string alphabet = "0123456789.-+eE";
        var random = new Random(32);
        for (int round = 0; round < 200_000; round++)
        {
            byte[] token = new byte[random.Next(1, random.Next(3) == 0 ? 24 : 7)];
            for (int i = 0; i < token.Length; i++) token[i] = (byte)alphabet[random.Next(random.Next(3) == 0 ? alphabet.Length : 10)];
            string text = Encoding.ASCII.GetString(token);
            bool number = ReaderAccepts(token);
            double expected = number ? double.Parse(text, CultureInfo.InvariantCulture) : 0;
            Assert.True(TryRead(token, (ref JsonCursor json) => json.ReadDouble(), out double value) == (number && double.IsFinite(expected)), text);
            if (number && double.IsFinite(expected)) Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value), text);
            bool integer = number && text.IndexOfAny(['.', 'e', 'E']) < 0;
            if (!integer) continue;
            bool fits = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole);
            Assert.True(TryRead(token, (ref JsonCursor json) => json.ReadInt64(), out long read) == fits && (!fits || read == whole), text);
        }
    }

    [Theory]
    [InlineData("20.0", 20)]
    [InlineData("2e3", 2000)]
    [InlineData("-0", 0)]
    public void An_integer_may_be_spelled_with_a_point_or_an_exponent(string text, long value) =>
        Assert.True(TryRead(Encoding.ASCII.GetBytes(text), (ref JsonCursor json) => json.ReadInt64(), out long read) && read == value);

    private delegate T Reading<out T>(ref JsonCursor json);

    private static bool TryRead<T>(byte[] text, Reading<T> read, out T value)
    {
        value = default!;
        var json = new JsonCursor(text);
        try
        {
            value = read(ref json);
            json.Finish();
            return true;
        }
        catch (JsonReadException)
        {
            return false;
        }
    }

    private static bool ReaderAccepts(byte[] text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            while (reader.Read())
            {
                // The reader looks at the bytes of a string only when they are asked for.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
            }

            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool CursorAccepts(byte[] text) => TryRead(text, Walk, out _);

    private static int Walk(ref JsonCursor json)
    {
        switch (json.Kind)
        {
            case JsonValueKind.Object:
                for (bool more = json.EnterObject(); more; more = json.NextMember())
                {
                    json.ReadName(out _);
                    Walk(ref json);
                }

                break;
            case JsonValueKind.Array:
                for (bool more = json.EnterArray(); more; more = json.NextItem()) Walk(ref json);
                break;
            case JsonValueKind.String: json.ReadString(); break;
            case JsonValueKind.Number: json.ReadNumberToken(out _); break;
            default: json.ReadRaw(); break;
        }

        return 0;
    }

    private static byte[] Damage(byte[] text, Random random)
    {
        int at = random.Next(text.Length);
        byte fresh = random.Next(8) == 0 ? (byte)random.Next(256) : (byte)"{}[]\",:\\u0019eE.+-tfn \t\n/x"[random.Next(26)];
        return random.Next(4) switch
        {
            0 => [.. text[..at], fresh, .. text[at..]],
            1 => [.. text[..at], .. text[(at + 1)..]],
            2 => [.. text[..at], fresh, .. text[(at + 1)..]],
            _ => random.Next(8) == 0 && at > 0 ? text[..at] : [.. text[..at], .. text[Math.Min(text.Length, at + random.Next(5))..]],
        };
    }
}
