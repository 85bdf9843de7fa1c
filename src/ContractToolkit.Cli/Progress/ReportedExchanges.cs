using ContractToolkit.Exchange;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Progress;

/// <summary>Exchanges as the HAR writer takes them.</summary>
internal static class ReportedExchanges
{
    public static ReportedExchange Of(HttpExchange exchange, string? comment) => new()
    {
        Started = exchange.Timings?.Started ?? default,
        Duration = exchange.Timings?.Total ?? default,
        Method = exchange.Request.Method,
        Url = exchange.Request.Url,
        RequestHeaders = Pairs(exchange.Request.Headers),
        RequestBody = exchange.Request.Body.Length > 0 ? exchange.Request.Body : null,
        Status = exchange.Response?.Status ?? 0,
        ResponseHeaders = exchange.Response is { } response ? Pairs(response.Headers) : [],
        ResponseBody = exchange.Response is { BodyState: not BodyState.NotRecorded } known ? known.Body : null,
        Failure = exchange.Error?.Message,
        Comment = comment,
    };

    private static KeyValuePair<string, string>[] Pairs(EquatableArray<HeaderField> fields) => [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];
}
