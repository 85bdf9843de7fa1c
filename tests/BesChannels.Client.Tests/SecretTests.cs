using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ContractToolkit.Http;
using ContractToolkit.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BesChannels.Client.Tests;

/// <summary>Plants secrets and searches everything that the client lets out.</summary>
public sealed class SecretTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NothingPlantedIsEverSeen()
    {
        ConcurrentQueue<string> seen = [];
        using ActivityListener activities = Listen(seen);
        using MeterListener meters = Measure(seen);
        await using Vendor vendor = await Vendor.StartAsync();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Collector(seen)));
        services.AddBesChannels(options =>
        {
            options.BaseAddress = vendor.Url;
            options.AppId = "zq_app";
            options.AppSecret = Vendor.Secret;
            options.Clock = vendor.Clock;
        }).AddHttpMessageHandler(() => new Spy(seen));
        await using ServiceProvider provider = services.BuildServiceProvider();
        IBesChannelsClient bes = provider.GetRequiredService<IBesChannelsClient>();
        await bes.Leads.DeleteAsync(DeleteLeadsRequest.ById([1]), Cancellation);
        await Fails(vendor, bes, seen, """{"code":7,"msg":"your PLANTED-TOKEN-1 is bad"}""");
        await Fails(vendor, bes, seen, """{"msg":"PLANTED-TOKEN-1"}""");
        await Fails(vendor, bes, seen, "PLANTED-TOKEN-1");
        await Fails(vendor, bes, seen, """{"code":0,"msg":"","data":{"leads_id":"PLANTED-TOKEN-1","list":[]}}""");
        vendor.TokenFault = response => response.AnswerAsync("""{"code":0,"msg":"","data":{"access_token":["PLANTED-TOKEN-9"]}}""");
        vendor.Clock.Advance(TimeSpan.FromHours(1));
        await Fails(vendor, bes, seen, "{}");
        vendor.TokenFault = response => response.AnswerAsync("""{"code":"PLANTED-TOKEN-9"}""", 500);
        await Fails(vendor, bes, seen, "{}");
        Assert.Contains(seen, text => text.Contains("leads-details", StringComparison.Ordinal) || text.Contains("del-leads", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, text => text.Contains("PLANTED", StringComparison.Ordinal));
        Assert.Contains(vendor.Received, request => request.Target.Contains("PLANTED-TOKEN-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnUnreachableServerIsNamedWithoutTheToken()
    {
        BesChannelsClient bes = new(new BesChannelsOptions { BaseAddress = new Uri("http://127.0.0.1:1"), AccessToken = "PLANTED" });
        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(() => bes.Leads.DeleteAsync(DeleteLeadsRequest.ById([1]), Cancellation));
        Assert.DoesNotContain("PLANTED", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMessageOfTheUsersOwnClientIsCleanAfterTheCall()
    {
        await using Vendor vendor = await Vendor.StartAsync();
        List<HttpRequestMessage> messages = [];
        using HttpClient http = new(new Keeper(messages));
        BesChannelsClient bes = new(http, vendor.Options());
        await bes.Leads.DeleteAsync(DeleteLeadsRequest.ById([1]), Cancellation);
        Assert.Equal(2, messages.Count);
        Assert.DoesNotContain(messages, message => message.RequestUri!.ToString().Contains("PLANTED", StringComparison.Ordinal));
    }

    private static async Task Fails(Vendor vendor, IBesChannelsClient bes, ConcurrentQueue<string> seen, string answer)
    {
        vendor.Answer = answer;
        Exception? error = await Record.ExceptionAsync(() => bes.Leads.GetDetailsAsync(LeadDetailsRequest.ById(1), Cancellation));
        Assert.NotNull(error);
        seen.Enqueue(error.ToString());
        seen.Enqueue((error as ApiException)?.Answer.ToString() ?? "");
    }

    private static ActivityListener Listen(ConcurrentQueue<string> seen)
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                seen.Enqueue(activity.DisplayName + " " + activity.StatusDescription);
                foreach (KeyValuePair<string, object?> tag in activity.TagObjects) seen.Enqueue($"{tag.Key}={tag.Value}");
                foreach (ActivityEvent happened in activity.Events) seen.Enqueue(happened.Name + string.Join(",", happened.Tags));
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measure(ConcurrentQueue<string> seen)
    {
        MeterListener listener = new() { InstrumentPublished = (instrument, self) => self.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => seen.Enqueue(instrument.Name + string.Join(",", tags.ToArray())));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => seen.Enqueue(instrument.Name + string.Join(",", tags.ToArray())));
        listener.Start();
        return listener;
    }

    private sealed class Spy(ConcurrentQueue<string> seen) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Enqueue(request.ToString());
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            seen.Enqueue(response.RequestMessage!.ToString());
            return response;
        }
    }

    private sealed class Keeper(List<HttpRequestMessage> messages) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            messages.Add(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Collector(ConcurrentQueue<string> seen) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            seen.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            seen.Enqueue(formatter(state, exception));
            if (state is IEnumerable<KeyValuePair<string, object?>> values) seen.Enqueue(string.Join(",", values));
        }

        public void Dispose()
        {
        }
    }
}
