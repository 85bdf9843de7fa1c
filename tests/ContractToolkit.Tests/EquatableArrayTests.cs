namespace ContractToolkit.Tests;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Arrays_with_equal_elements_are_equal_and_hash_alike()
    {
        EquatableArray<string> left = ["a", "b"];
        EquatableArray<string> right = ["a", "b"];
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void Order_and_length_count()
    {
        EquatableArray<string> array = ["a", "b"];
        Assert.NotEqual<EquatableArray<string>>(array, ["b", "a"]);
        Assert.NotEqual<EquatableArray<string>>(array, ["a"]);
    }

    [Fact]
    public void The_default_array_is_empty_and_can_be_walked()
    {
        EquatableArray<string> none = default;
        Assert.Empty(none);
        Assert.Equal(EquatableArray<string>.Empty, none);
    }
}
