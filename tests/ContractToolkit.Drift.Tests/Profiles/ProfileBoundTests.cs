using System.Text;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Tests.Profiles;

/// <summary>Hostile traffic: whatever it varies, the profile stays bounded, and parts still add up to the bytes of the whole.</summary>
public sealed class ProfileBoundTests
{
    public static TheoryData<string> Kinds => ["members", "deep members", "nested arrays", "query", "media types", "statuses", "headers", "paths", "hosts", "long names", "numbers", "request media types"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_kind_of_variety_makes_the_profile_grow_without_end(string kind)
    {
        int few = Size(kind, 9000), many = Size(kind, 14_000);
        Assert.True(many < few * 1.1, $"{few} bytes after 9,000 exchanges, {many} after 14,000");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Parts_of_hostile_traffic_add_up_to_the_bytes_of_the_whole(string kind)
    {
        for (int seed = 1; seed <= 2; seed++)
        {
            List<HttpExchange> traffic = [.. Enumerable.Range(0, 2500).Select(i => Hostile(kind, i))];
            traffic.AddRange(Enumerable.Range(0, 300).Select(i => Hostile(Kinds.ElementAt(i % Kinds.Count()).Data, i)));
            Random random = new(seed);
            string whole = Text(Profile(traffic.OrderBy(_ => random.Next())));
            List<TrafficProfile> parts = [.. traffic.GroupBy(_ => random.Next(5)).Select(Profile)];
            while (parts.Count > 1)
            {
                int at = random.Next(parts.Count - 1);
                // Some go by way of their file, as parts of other machines do.
                TrafficProfile right = random.Next(2) == 0 ? Reload(parts[at + 1]) : parts[at + 1];
                (TrafficProfile into, TrafficProfile from) = random.Next(2) == 0 ? (parts[at], right) : (right, parts[at]);
                into.Merge(from);
                parts[at] = into;
                parts.RemoveAt(at + 1);
            }

            Assert.Equal(whole, Text(parts[0]));
        }
    }

    [Fact]
    public void All_levels_together_are_bounded_and_parts_still_add_up()
    {
        for (int seed = 1; seed <= 4; seed++)
        {
            Random random = new(seed);
            List<HttpExchange> traffic = [.. Enumerable.Range(0, 4000).Select(_ => Wild(random))];
            TrafficProfile whole = Profile(traffic);
            string text = Text(whole);
            OperationProfile operation = whole.Operations["GET /orders/{id}"];
            Assert.True(operation.Fields().Sum(map => Count(map)) <= MaxFields);
            Assert.True(operation.Kinds().Sum(map => Count(map)) <= MaxKinds);
            Assert.True(whole.Fields.Reached && whole.Kinds.Reached && whole.Places.Reached);
            List<TrafficProfile> parts = [.. traffic.GroupBy(_ => random.Next(6)).Select(Profile)];
            while (parts.Count > 1)
            {
                int at = random.Next(parts.Count - 1);
                TrafficProfile right = random.Next(2) == 0 ? Reload(parts[at + 1]) : parts[at + 1];
                parts[at].Merge(right);
                parts.RemoveAt(at + 1);
            }

            Assert.Equal(text, Text(parts[0]));
        }
    }

    private static int Count(IBudgeted map)
    {
        List<ulong> orders = [];
        map.Collect(orders);
        return orders.Count;
    }

    /// <summary>Traffic that varies everything at once: bodies of undeclared statuses are large, so that what is dropped with them would make room for others.</summary>
    private static HttpExchange Wild(Random random)
    {
        int status = random.Next(3) > 0 ? 200 : random.Next(3) > 0 ? 404 : 200 + random.Next(300);
        string body = "{" + string.Join(",", Enumerable.Range(0, random.Next(status is 200 or 404 ? 12 : 160)).Select(_ => $"\"k{random.Next(3000)}x\":{{\"d{random.Next(40)}\":{random.Next(5)}}}").DistinctBy(member => member[..7])) + "}";
        return Exchange(body, $"q{random.Next(400)}=1", random.Next(3) > 0 ? "application/json" : $"application/t{random.Next(300)}+json", status, $"x-{random.Next(900)}", requestType: random.Next(4) == 0 ? $"application/r{random.Next(60)}+json" : null);
    }

    [Fact]
    public void One_body_with_more_members_than_the_limit_is_bounded_while_it_is_read()
    {
        string body = "{" + string.Join(",", Enumerable.Range(0, 20_000).Select(i => $"\"m{i}x\":{{\"a\":1}}")) + "}";
        TrafficProfile profile = Profile([Exchange(body: body)]);
        Assert.True(profile.Places.Count <= MaxPlaces * 5 / 4 + 1, profile.Places.Count.ToString());
        Assert.True(profile.Places.Reached);
    }

    [Fact]
    public void What_was_left_out_is_what_is_last_in_the_order_and_no_kept_place_missed_a_value()
    {
        TrafficProfile profile = Profile(Enumerable.Range(0, 900).Select(i => Exchange(body: $"{{\"same\":1,\"n{i % 450}x\":{{\"deep\":1}}}}")));
        _ = Text(profile);
        ObjectProfile root = profile.Operations["GET /orders/{id}"].Answers.Find("200")!.Bodies.Find("application/json")!.Value.Objects!;
        Assert.All(root.Members, member => Assert.Equal(member.Key == "same" ? 900 : 2, member.Value.Count));
    }

    [Fact]
    public void Secrets_and_addresses_never_reach_the_file()
    {
        string body = """{"access_token":"tok-1","user":{"Password":"pw-1","email":"a.b@example.com","phone":"+86 138 0000 0000","state":"open"},"apiKeys":["ak-1"]}""";
        string file = Text(Profile(Enumerable.Repeat(Exchange(body: body), 30)));
        foreach (string secret in new[] { "tok-1", "pw-1", "example.com", "138", "ak-1" }) Assert.DoesNotContain(secret, file);
        Assert.Contains("open", file);
        Assert.Contains("access_token", file);
    }

    private const int MaxPlaces = 400;
    private const int MaxFields = 60;
    private const int MaxKinds = 10;

    private static int Size(string kind, int count) => Text(Profile(Enumerable.Range(0, count).Select(i => Hostile(kind, i)))).Length;

    private static HttpExchange Hostile(string kind, int i) => kind switch
    {
        "members" => Exchange(body: $"{{\"a{i}b\":1,\"id\":{i}}}"),
        "deep members" => Exchange(body: $"{{\"a\":{{\"b{i % 70}x\":{{\"c{i}y\":[{{\"d{i}z\":1}}]}}}}}}"),
        "nested arrays" => Exchange(body: new string('[', i % 100) + i + new string(']', i % 100)),
        "query" => Exchange(query: $"q{i}=1"),
        "media types" => Exchange(type: $"application/x{i}+json"),
        "request media types" => Exchange(requestType: $"application/x{i}+json"),
        "statuses" => Exchange(status: 100 + (i % 900), type: $"application/y{i}+json"),
        "headers" => Exchange(header: $"x-{i}"),
        "paths" => Exchange(path: $"/none/{new string('p', i % 2000)}{i}"),
        "hosts" => Exchange(host: $"h{i}.test"),
        "long names" => Exchange(body: $"{{\"{new string('n', i)}\":{{\"{new string('m', i)}{i}\":0}}}}"),
        _ => Exchange(body: "{\"id\":" + new string('9', (i % 2000) + 1) + "}"),
    };

    private static HttpExchange Exchange(string body = "{\"id\":1}", string query = "", string type = "application/json", int status = 200, string? header = null, string path = "/orders/1", string host = "x.test", string? requestType = null) => new()
    {
        Request = new ExchangeRequest
        {
            Method = "GET", Url = $"https://{host}{path}{(query.Length == 0 ? "" : "?" + query)}",
            Headers = requestType is null ? [] : [new HeaderField("Content-Type", requestType)], Body = requestType is null ? default : "{}"u8.ToArray(),
        },
        Response = new ExchangeResponse { Status = status, Headers = [new HeaderField("Content-Type", type), .. header is null ? Array.Empty<HeaderField>() : [new HeaderField(header, "v")]], Body = Encoding.UTF8.GetBytes(body) },
    };

    private static TrafficProfile Profile(IEnumerable<HttpExchange> traffic)
    {
        Profiler profiler = new(RandomTraffic.Contract, new TrafficProfile(MaxPlaces, MaxFields, MaxKinds), validate: false);
        foreach (HttpExchange exchange in traffic) profiler.Add(exchange);
        return profiler.Profile;
    }

    private static TrafficProfile Reload(TrafficProfile profile) => ProfileFile.Read(ProfileFile.Write(profile), new TrafficProfile(MaxPlaces, MaxFields, MaxKinds));

    private static string Text(TrafficProfile profile) => Encoding.UTF8.GetString(ProfileFile.Write(profile));
}
