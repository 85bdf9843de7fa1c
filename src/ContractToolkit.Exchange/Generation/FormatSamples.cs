using System.Globalization;

namespace ContractToolkit.Exchange;

/// <summary>Values of the known string formats, within a length where the format leaves room.</summary>
internal static class FormatSamples
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";
    private static readonly DateTime Epoch = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Whether values of a format can be made here.</summary>
    public static bool IsKnown(string format)
    {
        var random = new SeededRandom(1);
        return Find(format, 0, int.MaxValue, ref random) is not null;
    }

    /// <summary>A value of a known format.</summary>
    public static string Generate(string format, int least, int most, ref SeededRandom random) => Find(format, least, most, ref random) ?? "";

    private static string? Find(string format, int least, int most, ref SeededRandom random) => format switch
    {
        "date-time" => Moment(ref random).ToString(least > 20 ? "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "date-time-local" => Moment(ref random).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        "date-time-local-space" => Moment(ref random).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        "date" or "full-date" => Moment(ref random).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "time" or "full-time" => Moment(ref random).ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "time-local" or "partial-time" => Moment(ref random).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        "http-date" => Moment(ref random).ToString("R", CultureInfo.InvariantCulture),
        "duration" => FormattableString.Invariant($"P{random.Between(1, 30)}D"),
        "email" or "idn-email" => Padded("", random.Next(), "@example.com", "@b.co", least, most),
        "hostname" or "idn-hostname" => Padded("", random.Next(), ".example.com", ".co", Math.Min(least, 63), most),
        "ipv4" or "ip" => FormattableString.Invariant($"192.0.2.{random.Between(1, 254)}"),
        "ipv6" => FormattableString.Invariant($"2001:db8::{random.Between(1, 65_535):x}"),
        "cidr" or "ipv4-cidr" => FormattableString.Invariant($"198.51.100.0/{random.Between(24, 30)}"),
        "mac" => "00:00:5e:00:53:" + random.Between(0, 255).ToString("x2", CultureInfo.InvariantCulture),
        "uri" or "url" or "iri" or "uri-template" => Padded(most < 24 ? "a:" : "https://example.com/", random.Next(), "", "", least, most),
        "uri-reference" or "iri-reference" => Padded("/", random.Next(), "", "", least, most),
        "uuid" or "guid" => Uuid(ref random),
        "json-pointer" => Padded("/", random.Next(), "", "", least, most),
        "relative-json-pointer" => "1/" + Letters(random.Next(), 4),
        "regex" => StringGenerator.Fit("^[a-z]+$", least, most),
        "byte" or "base64" or "base64url" => Base64(least, most, ref random),
        "int64" or "int32" or "int16" => random.Between(1, 9_999).ToString(CultureInfo.InvariantCulture),
        "decimal" => FormattableString.Invariant($"{random.Between(1, 999)}.{random.Between(10, 99)}"),
        "char" => Letters(random.Next(), 1),
        "phone" or "phone-number" => FormattableString.Invariant($"+49301234{random.Between(1000, 9999)}"),
        "media-range" => "application/json",
        "sf-string" => "\"text\"",
        "semver" => FormattableString.Invariant($"1.{random.Between(0, 9)}.{random.Between(0, 9)}"),
        "color" => "#3366cc",
        "unix-time" or "unixtime" => null,
        _ => null,
    };

    private static DateTime Moment(ref SeededRandom random) => Epoch.AddSeconds(random.Below(60_000_000));

    private static string Uuid(ref SeededRandom random)
    {
        string hex = random.Next().ToString("x16", CultureInfo.InvariantCulture) + random.Next().ToString("x16", CultureInfo.InvariantCulture);
        return $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-a{hex[17..20]}-{hex[20..32]}";
    }

    // A start and an end with as many letters between them as the length asks for.
    private static string Padded(string prefix, ulong letters, string suffix, string shortSuffix, int least, int most)
    {
        string end = prefix.Length + 1 + suffix.Length <= most ? suffix : shortSuffix;
        int wanted = Math.Max(1, Math.Max(least - prefix.Length - end.Length, Math.Min(6, most - prefix.Length - end.Length)));
        return prefix + Letters(letters, wanted) + end;
    }

    private static string Letters(ulong bits, int count)
    {
        var random = new SeededRandom(bits);
        return string.Create(count, random, static (span, state) =>
        {
            for (int i = 0; i < span.Length; i++) span[i] = Alphabet[state.Below(Alphabet.Length)];
        });
    }

    private static string Base64(int least, int most, ref SeededRandom random)
    {
        int quads = Math.Max(1, Math.Min((least + 3) / 4, 25_000));
        if (least == 0) quads = Math.Max(1, Math.Min(4, most / 4));
        byte[] bytes = new byte[quads * 3];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)random.Next();
        return most < 4 ? "" : Convert.ToBase64String(bytes);
    }
}
