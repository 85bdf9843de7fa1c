using System.Globalization;

namespace ContractToolkit.Exchange;

/// <summary>Realistic texts by the name of their member. All names, numbers and domains are of the kinds reserved for examples.</summary>
internal static class NamedSamples
{
    private static readonly string[] FirstNames = ["Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Frances", "Tony", "Radia", "Ken"];
    private static readonly string[] LastNames = ["Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov", "Knuth", "Allen", "Hoare", "Perlman", "Thompson"];
    private static readonly string[] Cities = ["Beijing", "Berlin", "Lisbon", "Nairobi", "Osaka", "Quito", "Toronto", "Wellington"];
    private static readonly string[] Companies = ["Acme Ltd", "Example Corp", "Northwind", "Contoso", "Globex", "Initech"];
    private static readonly string[] Words = ["amber", "birch", "cobalt", "delta", "ember", "fjord", "garnet", "harbor", "indigo", "juniper", "kelp", "lumen"];

    /// <summary>Whether a member of this name is likely a point in time as a number.</summary>
    public static bool IsTime(string? name)
    {
        string key = Key(name);
        return key.EndsWith("time", StringComparison.Ordinal) || key.EndsWith("timestamp", StringComparison.Ordinal) || key is "created" or "updated" or "expires" or "modified";
    }

    /// <summary>One short word for a member.</summary>
    public static string Word(string? name) => string.IsNullOrEmpty(name) || !name.All(char.IsAsciiLetterOrDigit) ? "text" : name.ToLowerInvariant();

    /// <summary>A text for a member.</summary>
    public static string Text(string? name, ref SeededRandom random)
    {
        string key = Key(name);
        return key switch
        {
            "email" or "mail" or "emailaddress" => random.Pick(FirstNames).ToLowerInvariant() + "@example.com",
            "firstname" or "givenname" => random.Pick(FirstNames),
            "lastname" or "surname" or "familyname" => random.Pick(LastNames),
            "name" or "fullname" or "displayname" or "owner" or "author" => random.Pick(FirstNames) + " " + random.Pick(LastNames),
            "username" or "login" or "user" or "nickname" => random.Pick(FirstNames).ToLowerInvariant() + random.Between(1, 99).ToString(CultureInfo.InvariantCulture),
            "company" or "organization" or "organisation" => random.Pick(Companies),
            "city" or "town" => random.Pick(Cities),
            "country" => "Germany",
            "countrycode" => "DE",
            "currency" or "currencycode" => "EUR",
            "language" or "locale" or "lang" => "en",
            "timezone" => "Europe/Berlin",
            "street" or "address" or "addressline1" or "line1" => random.Between(1, 200).ToString(CultureInfo.InvariantCulture) + " Main Street",
            "zip" or "zipcode" or "postalcode" or "postcode" => random.Between(10_000, 99_999).ToString(CultureInfo.InvariantCulture),
            "ip" or "ipaddress" => FormattableString.Invariant($"192.0.2.{random.Between(1, 254)}"),
            "color" or "colour" => "#3366cc",
            "version" => FormattableString.Invariant($"1.{random.Between(0, 9)}.0"),
            "description" or "summary" or "comment" or "message" or "note" or "text" or "body" => Sentence(ref random),
            "title" or "label" or "subject" or "headline" => Capital(random.Pick(Words)) + " " + random.Pick(Words),
            _ when key.Contains("phone", StringComparison.Ordinal) || key.Contains("mobile", StringComparison.Ordinal) =>
                FormattableString.Invariant($"1380000{random.Between(0, 9999):0000}"),
            _ when key.EndsWith("email", StringComparison.Ordinal) => random.Pick(FirstNames).ToLowerInvariant() + "@example.com",
            _ when key.EndsWith("url", StringComparison.Ordinal) || key.EndsWith("uri", StringComparison.Ordinal) || key is "href" or "link" or "website" =>
                "https://example.com/" + random.Pick(Words),
            _ when key.EndsWith("date", StringComparison.Ordinal) => FormatSamples.Generate("date", 0, int.MaxValue, ref random),
            _ when IsTime(name) || key.EndsWith("at", StringComparison.Ordinal) && name is not null && (name.EndsWith("_at", StringComparison.Ordinal) || name.EndsWith("At", StringComparison.Ordinal)) =>
                FormatSamples.Generate("date-time", 0, int.MaxValue, ref random),
            _ when key is "id" or "uuid" or "guid" || key.EndsWith("id", StringComparison.Ordinal) && name is not null && (name.EndsWith("_id", StringComparison.Ordinal) || name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("ID", StringComparison.Ordinal)) =>
                Identifier(ref random),
            _ when key.Contains("token", StringComparison.Ordinal) || key.Contains("hash", StringComparison.Ordinal) || key is "sha" => Identifier(ref random) + Identifier(ref random),
            _ => random.Pick(Words),
        };
    }

    private static string Identifier(ref SeededRandom random) => random.Next().ToString("x16", CultureInfo.InvariantCulture);

    private static string Sentence(ref SeededRandom random) =>
        Capital(random.Pick(Words)) + " " + random.Pick(Words) + " " + random.Pick(Words) + ".";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Key(string? name) => name is null ? "" : string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
