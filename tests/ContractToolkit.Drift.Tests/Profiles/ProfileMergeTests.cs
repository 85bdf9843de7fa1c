using System.Text;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.Validation;

namespace ContractToolkit.Drift.Tests.Profiles;

public sealed class ProfileMergeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Shards_in_any_order_add_up_to_the_bytes_of_one_run(int seed)
    {
        List<HttpExchange> traffic = [.. RandomTraffic.Exchanges(seed, 3000)];
        byte[] whole = ProfileFile.Write(Profile(traffic));
        Random random = new(seed);
        List<TrafficProfile> shards = [.. traffic.GroupBy(_ => random.Next(7)).Select(Profile).OrderBy(_ => random.Next())];
        while (shards.Count > 1)
        {
            // Merges neighbours at random, so that the tree of merges is of any shape.
            int at = random.Next(shards.Count - 1);
            shards[at].Merge(shards[at + 1]);
            shards.RemoveAt(at + 1);
        }

        Assert.Equal(Encoding.UTF8.GetString(whole), Encoding.UTF8.GetString(ProfileFile.Write(shards[0])));
    }

    [Fact]
    public void A_profile_survives_its_file_and_goes_on_merging()
    {
        TrafficProfile left = Profile(RandomTraffic.Exchanges(11, 800)), right = Profile(RandomTraffic.Exchanges(12, 800));
        TrafficProfile reloaded = ProfileFile.Read(ProfileFile.Write(left));
        Assert.Equal(ProfileFile.Write(left), ProfileFile.Write(reloaded));
        reloaded.Merge(right);
        left.Merge(right);
        Assert.Equal(ProfileFile.Write(left), ProfileFile.Write(reloaded));
    }

    [Fact]
    public void A_place_with_many_texts_forgets_them_all()
    {
        DistinctTexts texts = new();
        for (int i = 0; i <= DistinctTexts.Limit; i++) texts.Add(Encoding.UTF8.GetBytes("v" + i));
        Assert.True(texts.Overflowed);
        Assert.Empty(texts.Texts);
    }

    [Fact]
    public void An_object_with_a_great_many_names_becomes_a_map()
    {
        ValueProfile profile = new();
        for (int i = 0; i < 1500; i++) Count(profile, $$"""{"key{{i}}":{{i}}}""");
        Assert.Equal(1500, profile.Objects!.Map!.Of(SeenType.Integer));
        Assert.Equal("1499", profile.Objects.Map.Numbers!.Greatest);
    }

    [Fact]
    public void Values_of_undeclared_query_parameters_are_not_kept()
    {
        string file = Encoding.UTF8.GetString(ProfileFile.Write(Profile(RandomTraffic.Exchanges(5, 200))));
        Assert.Contains("query token", file);
        Assert.DoesNotContain("abc", file);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"version":99,"exchanges":1,"undeclared":{"total":0}}""")]
    [InlineData("not json")]
    public void A_file_that_is_no_profile_is_refused_in_words(string text) =>
        Assert.Throws<FormatException>(() => ProfileFile.Read(Encoding.UTF8.GetBytes(text)));

    private static void Count(ValueProfile profile, string json)
    {
        InstanceReading reading = new();
        Assert.True(reading.Read(Encoding.UTF8.GetBytes(json)));
        BodyCounter.Add(profile, reading, new PlaceLimit());
    }

    private static TrafficProfile Profile(IEnumerable<HttpExchange> traffic)
    {
        Profiler profiler = new(RandomTraffic.Contract);
        foreach (HttpExchange exchange in traffic) profiler.Add(exchange);
        return profiler.Profile;
    }
}
