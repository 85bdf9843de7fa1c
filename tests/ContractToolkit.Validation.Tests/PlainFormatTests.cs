using ContractToolkit.Json;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

/// <summary>The short way to a format says yes only where the long way does, and says it to what most texts look like.</summary>
public sealed class PlainFormatTests
{
    public static TheoryData<PlainFormat, string, string[]> Usual { get; } = new()
    {
        { PlainFormat.DateTime, "date-time", ["2024-02-29T23:59:59Z", "2011-01-26T19:01:12.123456Z", "1999-12-31T00:00:00+05:30", "2000-02-29T12:00:00.5-23:59"] },
        { PlainFormat.Date, "date", ["2024-02-29", "0000-02-29", "1999-12-31", "2023-04-30"] },
        { PlainFormat.Uuid, "uuid", ["2eb8aa08-aa98-11ea-b4aa-73b441d16380", "00000000-0000-0000-0000-000000000000", "FFFFFFFF-ABCD-EF09-9999-aaaaaaaaaaaa"] },
        { PlainFormat.Uri, "uri", ["https://api.example.org/repos/a/b/issues/12#issuecomment-3", "http://localhost:8080/a?b=c&d=%20#e", "https://a", "https://a.b/u/1?v=4"] },
        { PlainFormat.Uri, "iri", ["https://a.b/c:d@e?f?g"] },
        { PlainFormat.UriReference, "uri-reference", ["", "../a/b?c:d#e", "#f", "?q", "/v1/pets", "https://a/b", "a"] },
        { PlainFormat.UriReference, "iri-reference", ["x/y"] },
        { PlainFormat.UriTemplate, "uri-template", ["https://a.b/c{/sha}", "{+path}/x{?a,b*}", "a{&b_1}", ""] },
        { PlainFormat.Email, "email", ["joe.bloggs+x@mail.example.com", "a@b"] },
        { PlainFormat.Email, "idn-email", ["a-b@c-d.e"] },
        { PlainFormat.Hostname, "hostname", ["a", "1.2", "api.example.org", new string('a', 63) + ".com"] },
        { PlainFormat.Hostname, "idn-hostname", ["a-b.c"] },
        { PlainFormat.Hostname, PlanFormats.PlainHostname, ["xn.a-b"] },
    };

    [Theory]
    [MemberData(nameof(Usual))]
    public void Usual_texts_are_plain(PlainFormat plain, string format, string[] texts)
    {
        foreach (string text in texts)
        {
            Assert.True(Accepts(format, Encoding.UTF8.GetBytes(text)), $"{format}: {text}");
            foreach (string behind in new[] { "", "]", "]                                   " })
            {
                byte[] json = Encoding.UTF8.GetBytes($"\"{text}\"{behind}");
                Assert.Equal(text.Length + 1, PlainFormats.FindEnd(plain, json, 1));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Usual))]
    public void What_is_plain_is_of_the_format(PlainFormat plain, string format, string[] texts)
    {
        Random random = new(20261122);
        byte[][] seeds = [.. texts.Concat(FormatCases.All.SelectMany(one => one.Good.Concat(one.Bad))).Select(text => Encoding.UTF8.GetBytes(text))];
        int accepted = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] text = random.Next(3) == 0 ? seeds[random.Next(seeds.Length)] : Encoding.UTF8.GetBytes(texts[random.Next(texts.Length)]);
            for (int changes = random.Next(4); changes > 0; changes--) text = Change(text, random);
            byte[] json = [(byte)'"', .. text, (byte)'"', .. new byte[random.Next(2) * random.Next(40)]];
            int end = PlainFormats.FindEnd(plain, json, 1);
            if (end < 0) continue;
            accepted++;
            JsonFault fault = default;
            Assert.Equal(JsonScanner.FindStringEnd(json, 1, out JsonStringTraits traits, ref fault), end);
            Assert.True(traits == JsonStringTraits.None && Accepts(format, json.AsSpan(1, end - 1)), $"{format}: {Encoding.UTF8.GetString(json)}");
        }

        // Enough of both for the comparison to mean something.
        Assert.InRange(accepted, 1_000, 19_000);
    }

    [Theory]
    [MemberData(nameof(Usual))]
    public void What_is_cut_off_is_not_plain(PlainFormat plain, string format, string[] texts)
    {
        Assert.NotNull(Formats.Find(format));
        foreach (string text in texts)
        {
            byte[] json = Encoding.UTF8.GetBytes("\"" + text);
            for (int length = 1; length <= json.Length; length++) Assert.Equal(-1, PlainFormats.FindEnd(plain, json.AsSpan(0, length), 1));
        }
    }

    private static bool Accepts(string format, ReadOnlySpan<byte> text) => Formats.Find(format)!.OnStrings!(text);

    /// <summary>Changes a byte, mostly to one that means something in some format.</summary>
    private static byte[] Change(byte[] text, Random random)
    {
        ReadOnlySpan<byte> alphabet = "0123456789-T:.Zz+/?#[]@%{}*,;_~\\\" xXgGaF!|^<>`\u007f\u00e9\u0001"u8;
        byte fresh = random.Next(6) == 0 ? (byte)random.Next(256) : alphabet[random.Next(alphabet.Length)];
        int at = random.Next(text.Length + 1);
        return random.Next(4) switch
        {
            0 => [.. text[..at], fresh, .. text[at..]],
            1 when at < text.Length => [.. text[..at], .. text[(at + 1)..]],
            _ when at < text.Length => [.. text[..at], fresh, .. text[(at + 1)..]],
            _ => text,
        };
    }
}
