using System.Text.Json;
using ContractToolkit.TestSupport;
using Microsoft.AspNetCore.Http;

namespace BesChannels.Client.Tests;

/// <summary>A server that behaves as the documentation says, written from the documentation and sharing nothing with the client.</summary>
public sealed class Vendor : IAsyncDisposable
{
    public const string Secret = "PLANTED-APP-SECRET";

    private readonly FakeClock clock;
    private LoopbackServer? server;
    private TimeSpan newestEnds;
    private int tokens;

    private Vendor(FakeClock clock) => this.clock = clock;

    /// <summary>What every call but the one for the token answers.</summary>
    public string Answer { get; set; } = """{"code":0,"msg":"成功","data":null}""";

    /// <summary>What the next calls answer before that, in order.</summary>
    public Queue<string> Answers { get; } = [];

    /// <summary>What the call for the token does instead of handing one out.</summary>
    public Func<HttpResponse, Task>? TokenFault { get; set; }

    /// <summary>The time of the server, which tokens end by.</summary>
    public FakeClock Clock => clock;

    /// <summary>Calls that came with a token whose time was over, or with none.</summary>
    public int Refused { get; private set; }

    /// <summary>How many calls asked for a token.</summary>
    public int TokenRequests { get; private set; }

    public Uri Url => server!.Url;

    public IReadOnlyList<ReceivedRequest> Received => server!.Received;

    public ReceivedRequest Last => Received[^1];

    public static async Task<Vendor> StartAsync(FakeClock? clock = null, TimeSpan? firstTokenLeft = null)
    {
        Vendor vendor = new(clock ?? new FakeClock());
        if (firstTokenLeft is { } left)
        {
            vendor.tokens = 1;
            vendor.newestEnds = vendor.Now + left;
        }

        vendor.server = await LoopbackServer.StartAsync(vendor.HandleAsync);
        return vendor;
    }

    public BesChannelsOptions Options() => new() { BaseAddress = Url, AppId = "zq_app", AppSecret = Secret, Clock = clock };

    public BesChannelsClient Client(Action<BesChannelsOptions>? configure = null)
    {
        BesChannelsOptions options = Options();
        configure?.Invoke(options);
        return new BesChannelsClient(options);
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private TimeSpan Now => TimeSpan.FromTicks(clock.GetTimestamp());

    private Task HandleAsync(ReceivedRequest request, HttpResponse response)
    {
        if (request.Target == "/api/get-access-token") return IssueAsync(request, response);
        if (!request.Target.EndsWith($"?access_token=PLANTED-TOKEN-{tokens}", StringComparison.Ordinal) || Now >= newestEnds)
        {
            Refused++;
            return response.AnswerAsync("""{"code":40001,"msg":"token","data":null}""");
        }

        return response.AnswerAsync(Answers.TryDequeue(out string? next) ? next : Answer);
    }

    private Task IssueAsync(ReceivedRequest request, HttpResponse response)
    {
        lock (clock)
        {
            TokenRequests++;
            if (TokenFault is not null) return TokenFault(response);
            using JsonDocument body = JsonDocument.Parse(request.Body);
            Assert.Equal(("zq_app", Secret), (body.RootElement.GetProperty("appId").GetString(), body.RootElement.GetProperty("appSecret").GetString()));
            if (newestEnds - Now < TimeSpan.FromMinutes(20))
            {
                tokens++;
                newestEnds = Now + TimeSpan.FromHours(2);
            }

            return response.AnswerAsync("""{"code":0,"msg":"成功","data":{"access_token":"PLANTED-TOKEN-N"}}""".Replace("N\"", tokens + "\"", StringComparison.Ordinal));
        }
    }
}
