using ContractToolkit.Json;

namespace ContractToolkit.Tests;

public sealed class KnownValuesTests
{
    [Fact]
    public void Values_are_kept_in_order_and_once()
    {
        KnownValues<string> known = new();
        Assert.Equal("b", known.Add("b"));
        known.Add("a");
        known.Add("b");
        Assert.Equal(["b", "a"], known.All);
        Assert.True(known.Contains("a"));
        Assert.False(known.Contains("c"));
    }

    [Fact]
    public void Nothing_can_be_added_once_the_values_were_asked_for()
    {
        KnownValues<long> known = new();
        known.Add(1);
        Assert.True(known.Contains(1));
        Assert.Throws<InvalidOperationException>(() => known.Add(2));
        Assert.Equal([1L], known.All);
    }
}
