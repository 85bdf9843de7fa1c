using System.Diagnostics;
using System.Diagnostics.Metrics;
using ContractToolkit.Http;
using ContractToolkit.Telemetry;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Tests.Http;

public sealed class TelemetryTests
{
    [Fact]
    public async Task ACallIsAnActivityAndAMeasurementWithoutAnyValue()
    {
        List<Activity> activities = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == ClientTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (activities) activities.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        List<KeyValuePair<string, object?>[]> measured = [];
        using MeterListener meters = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "contract.client.call.duration") self.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            lock (measured) measured.Add(tags.ToArray());
        });
        meters.Start();
        string name = "telemetry" + Guid.NewGuid().ToString("N");
        ApiOperation<Nothing> operation = new(name, "DELETE", "/a/{id}") { Successes = [Reply.Empty("200")] };
        await using LoopbackServer server = await LoopbackServer.StartAsync("{}", 404);
        ApiTransport transport = new(new ClientContract("Test"), new ClientOptions { BaseAddress = server.Url });
        await Assert.ThrowsAsync<ApiException>(() =>
            transport.SendAsync(new ApiRequest().Path("id", "VALUE"), operation, TestContext.Current.CancellationToken));
        Activity activity;
        lock (activities) activity = Assert.Single(activities, candidate => candidate.OperationName == name);
        Assert.Equal(
            ["contract.client=Test", $"contract.operation={name}", "http.request.method=DELETE", "url.template=/a/{id}", "http.response.status_code=404", "error.type=ApiException"],
            activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        lock (measured) Assert.Single(measured, tags => tags.Contains(new("contract.operation", name)) && tags.Contains(new("http.response.status_code", 404)));
    }
}
