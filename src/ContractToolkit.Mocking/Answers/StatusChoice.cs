using System.Globalization;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Chooses the response that is answered.</summary>
internal static class StatusChoice
{
    /// <summary>The response for the status that was asked for; without one the first success, else <c>default</c>, else the first response.</summary>
    public static (int Status, CompiledResponse? Response) Choose(CompiledOperation operation, int? wanted)
    {
        if (wanted is { } status) return (status, operation.ResponseFor(status));
        CompiledResponse? best = Lowest(operation, status => status.StartsWith('2')) ?? operation.Responses.FirstOrDefault(r => IsDefault(r.Response.Status))
            ?? Lowest(operation, _ => true);
        return best is null ? (200, null) : (StatusOf(best.Response.Status), best);
    }

    /// <summary>The declared response for an error, by the statuses that could say it, best first.</summary>
    public static (int Status, CompiledResponse Response)? ForError(CompiledOperation operation, params int[] statuses)
    {
        foreach (int status in statuses)
        {
            CompiledResponse? response = operation.Responses.FirstOrDefault(r => r.Response.Status == status.ToString(CultureInfo.InvariantCulture));
            if (response is not null) return (status, response);
        }

        CompiledResponse? general = operation.Responses.FirstOrDefault(r => r.Response.Status.Equals("4XX", StringComparison.OrdinalIgnoreCase))
            ?? operation.Responses.FirstOrDefault(r => IsDefault(r.Response.Status));
        return general is null ? null : (statuses[0], general);
    }

    /// <summary>The first client error that the operation declares, whatever it means; null where it declares none.</summary>
    public static (int Status, CompiledResponse Response)? AnyClientError(CompiledOperation operation) =>
        Lowest(operation, status => status.StartsWith('4')) is { } response ? (StatusOf(response.Response.Status), response) : null;

    private static bool IsDefault(string status) => status.Equals("default", StringComparison.OrdinalIgnoreCase);

    private static CompiledResponse? Lowest(CompiledOperation operation, Func<string, bool> fits) =>
        operation.Responses.Where(r => !IsDefault(r.Response.Status) && fits(r.Response.Status)).OrderBy(r => StatusOf(r.Response.Status)).FirstOrDefault();

    private static int StatusOf(string status)
    {
        if (IsDefault(status)) return 200;
        string digits = status.Replace('X', '0').Replace('x', '0');
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code is >= 100 and < 600 ? code : 200;
    }
}
