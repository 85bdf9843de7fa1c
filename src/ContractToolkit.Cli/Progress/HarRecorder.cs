using ContractToolkit.Exchange;
using ContractToolkit.Reporting;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Progress;

/// <summary>Records every exchange of a run, redacted, as HAR.</summary>
internal sealed class HarRecorder(HarWriter writer) : IRunObserver, IDisposable
{
    public bool WantsExchanges => true;

    public void On(RunEvent runEvent)
    {
        if (runEvent is not ExchangeFinished { Exchange: var exchange, Case: var test }) return;
        writer.Add(new ReportedExchange
        {
            Started = exchange.Timings?.Started ?? default,
            Duration = exchange.Timings?.Total ?? default,
            Method = exchange.Request.Method,
            Url = exchange.Request.Url,
            RequestHeaders = Pairs(exchange.Request.Headers),
            RequestBody = exchange.Request.Body.Length > 0 ? exchange.Request.Body : null,
            Status = exchange.Response?.Status ?? 0,
            ResponseHeaders = exchange.Response is { } response ? Pairs(response.Headers) : [],
            ResponseBody = exchange.Response?.Body,
            Failure = exchange.Error?.Message,
            Comment = test is null ? "token" : $"{test.Id}: {test.Description}",
        });
    }

    public void Dispose() => writer.Dispose();

    private static KeyValuePair<string, string>[] Pairs(EquatableArray<HeaderField> fields) => [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];
}
