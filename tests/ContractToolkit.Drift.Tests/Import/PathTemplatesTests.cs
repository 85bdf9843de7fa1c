using ContractToolkit.Drift.Import.Calls;

namespace ContractToolkit.Drift.Tests.Import;

/// <summary>Which segments of concrete paths are parameters.</summary>
public sealed class PathTemplatesTests
{
    [Fact]
    public void Resources_side_by_side_are_no_parameter()
    {
        string[] paths = [.. "orders files search json items carts users shops stock prices tax labels".Split(' ').SelectMany(word => new[] { "/" + word, "/v1/" + word, "/api/v2/" + word + "/list" })];
        Assert.All(PathTemplates.Infer(paths), path => Assert.Equal(path.Key, path.Value));
    }

    [Fact]
    public void Actions_below_a_resource_are_no_parameter()
    {
        string[] paths = [.. "create details list close reopen cancel refund".Split(' ').Select(word => "/v1/orders/" + word)];
        Assert.All(PathTemplates.Infer(paths), path => Assert.Equal(path.Key, path.Value));
    }

    [Fact]
    public void Values_that_are_no_words_are_a_parameter()
    {
        string[] paths = [.. Enumerable.Range(0, 6).Select(i => $"/v1/shops/ab{i}c")];
        Assert.Equal(["/v1/shops/{shopId}"], PathTemplates.Infer(paths).Values.Distinct());
    }

    [Fact]
    public void Very_many_words_below_a_resource_are_names()
    {
        string[] paths = [.. Enumerable.Range(0, 26).Select(i => $"/v1/countries/{(char)('a' + i)}land")];
        Assert.Equal(["/v1/countries/{countryId}"], PathTemplates.Infer(paths).Values.Distinct());
    }
}
