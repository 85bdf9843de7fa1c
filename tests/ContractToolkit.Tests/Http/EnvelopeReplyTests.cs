using ContractToolkit.Envelopes;
using ContractToolkit.Http;
using ContractToolkit.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Tests.Http;

public sealed class EnvelopeReplyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/data", """{"code":0,"data":[1,2]}""", "[1,2]", 17)]
    [InlineData("/data", """{"data":[1,2],"code":0.0}""", "[1,2]", 0)]
    [InlineData("", """{"items":[1],"code":0}""", """{"items":[1],"code":0}""", 0)]
    [InlineData("/pages/0", """{"code":0,"pages":[[7],[8]]}""", "[7]", 0)]
    public async Task ThePayloadIsReadWhereItStandsInTheBody(string data, string body, string expected, int offset)
    {
        // An offset of 0 is that of a payload which was cut out first: such answers are out of the ordinary.
        List<int> offsets = [];
        JsonValue value = await CallAsync(data, body, (ref JsonCursor json) =>
        {
            offsets.Add(json.Offset);
            return RawCodec.Read(ref json);
        });
        Assert.Equal(expected, value.ToString());
        Assert.Equal(offset, offsets[^1]);
    }

    [Fact]
    public async Task APayloadThatDoesNotFitIsNamedByItsPlaceInTheBody()
    {
        ContractViolationException error = await Assert.ThrowsAsync<ContractViolationException>(() => CallAsync("/data", """{"code":0,"data":[1,"x"]}""", ListCodec<long, Int64Codec>.Read));
        Assert.Equal("/data/1", error.Pointer);
    }

    [Theory]
    [InlineData("""{"code":7,"data":"of another type"}""")]
    [InlineData("""{"data":"of another type","code":7}""")]
    public async Task AFailureIsOneWhateverItsPayloadIs(string body)
    {
        ReturnCodeException error = await Assert.ThrowsAsync<ReturnCodeException>(() => CallAsync("/data", body, ListCodec<long, Int64Codec>.Read));
        Assert.Equal("7", error.Code);
    }

    private static async Task<T> CallAsync<T>(string data, string body, JsonRead<T> read)
    {
        ApiOperation<T> operation = new("x", "GET", "/")
        {
            Successes = [Reply.Json("200", "application/json", read)],
            Envelope = new EnvelopeRules { Code = "/code", Data = data, Success = ["0"] },
        };
        await using LoopbackServer server = await LoopbackServer.StartAsync(body);
        return await new ApiTransport(Wire.Contract, new ClientOptions { BaseAddress = server.Url }).SendAsync(new ApiRequest(), operation, Cancellation);
    }
}
