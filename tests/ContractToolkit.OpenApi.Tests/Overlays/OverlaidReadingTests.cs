using ContractToolkit.OpenApi.Overlays;

namespace ContractToolkit.OpenApi.Tests.Overlays;

/// <summary>Contracts that are read through overlays.</summary>
public sealed class OverlaidReadingTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /a:
            get:
              operationId: a
              responses: { '200': { description: OK } }
        """;

    [Fact]
    public void What_is_found_has_its_place_where_it_was_written()
    {
        OverlaidDocument overlaid = Overlaid.Apply(Document, Overlaid.Of("- target: $.paths['/a']\n  update:\n    post:\n      operationId: a\n      responses: { '200': { description: OK } }\n"));
        ContractDocument read = overlaid.Read(null, TestContext.Current.CancellationToken);
        Assert.Equal(["GET /a", "POST /a"], read.Contract!.Operations.Select(operation => operation.DisplayName));
        Finding finding = Assert.Single(read.Findings);
        Assert.Equal("1.yaml:7:20 /actions/0/update/post/operationId", finding.Document!.ToString());
        Assert.Equal("api.yaml:6:7 /paths/~1a/get", read.Locate("/paths/~1a/get").ToString());
        Assert.Equal("1.yaml:7:7 /actions/0/update/post", read.Locate("/paths/~1a/post").ToString());
    }

    [Fact]
    public void A_mistake_in_an_overlay_leaves_no_contract()
    {
        ContractDocument read = Overlaid.Apply(Document, Overlaid.Of("- { target: $.[, remove: true }")).Read(null, TestContext.Current.CancellationToken);
        Assert.Null(read.Contract);
        Assert.NotEmpty(read.Findings);
    }
}
