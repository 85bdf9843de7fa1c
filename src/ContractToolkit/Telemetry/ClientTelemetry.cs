using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ContractToolkit.Telemetry;

/// <summary>
/// What clients tell about their calls. One activity per call, whose tags follow OpenTelemetry's HTTP conventions with the path template in place of
/// the URL, so that no value of a parameter and no secret gets into them.
/// </summary>
public static class ClientTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>.</summary>
    public const string Name = "ContractToolkit.Client";

    private static readonly ActivitySource activities = new(Name);
    private static readonly Meter meter = new(Name);

    private static readonly Histogram<double> duration = meter.CreateHistogram<double>(
        "contract.client.call.duration", "s", "How long calls take, token renewal and repetition included.");

    private static readonly Counter<long> tokens = meter.CreateCounter<long>(
        "contract.client.token.requests", "{request}", "How many tokens were asked for.");

    internal static Activity? Start(string client, Http.ApiOperation operation)
    {
        Activity? activity = activities.StartActivity(operation.Name, ActivityKind.Client);
        activity?.SetTag("contract.client", client);
        activity?.SetTag("contract.operation", operation.Name);
        activity?.SetTag("http.request.method", operation.Method);
        activity?.SetTag("url.template", operation.Path);
        return activity;
    }

    internal static void Finish(Activity? activity, string client, Http.ApiOperation operation, int? status, string? error, TimeSpan elapsed)
    {
        if (status is { } code) activity?.SetTag("http.response.status_code", code);
        if (error is not null)
        {
            activity?.SetTag("error.type", error);
            activity?.SetStatus(ActivityStatusCode.Error);
        }

        if (!duration.Enabled) return;
        TagList tags = new()
        {
            { "contract.client", client },
            { "contract.operation", operation.Name },
            { "http.request.method", operation.Method },
        };
        if (status is not null) tags.Add("http.response.status_code", status);
        if (error is not null) tags.Add("error.type", error);
        duration.Record(elapsed.TotalSeconds, tags);
    }

    internal static void TokenIssued(bool success) => tokens.Add(1, new KeyValuePair<string, object?>("success", success));
}
