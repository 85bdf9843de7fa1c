using System.Globalization;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>The trouble of one request: what the options say, and over it what the request itself asks for.</summary>
/// <param name="Options">How much of each trouble.</param>
/// <param name="Seed">The seed that the request names; null for the server's own sequence.</param>
/// <param name="RetryAfter">The seconds of <c>Retry-After</c> that it asks for, whatever the status.</param>
internal readonly record struct RequestedTrouble(ChaosOptions Options, ulong? Seed, int? RetryAfter)
{
    private const int LongestWait = 5 * 60 * 1000;

    /// <summary>Reads the preferences of a request; what can't be read asks for nothing.</summary>
    public static RequestedTrouble Of(ExchangeRequest request, ChaosOptions options)
    {
        var trouble = new RequestedTrouble(options, null, null);
        bool rated = false;
        foreach ((string name, string? value) in Preferences.Of(request))
        {
            rated |= name == "fail-rate";
            trouble = trouble.With(name, value, rated);
        }

        return trouble;
    }

    private RequestedTrouble With(string name, string? value, bool rated) => name switch
    {
        "wait-ms" when Span(value) is (var least, var most) => this with { Options = Options with { MinLatency = least, MaxLatency = most } },
        "wait-shape" when Enum.TryParse(value, ignoreCase: true, out LatencyShape shape) && Enum.IsDefined(shape) => this with { Options = Options with { LatencyShape = shape } },
        "fail" when Number(value) is >= 400 and < 600 and var status => this with { Options = Options with { ErrorStatus = status, ErrorRate = rated ? Options.ErrorRate : 1 } },
        "fail-rate" when Share(value) is { } share => this with { Options = Options with { ErrorRate = share } },
        "truncate" => this with { Options = Options with { TruncateRate = 1 } },
        "truncate-rate" when Share(value) is { } share => this with { Options = Options with { TruncateRate = share } },
        "reset" => this with { Options = Options with { ResetRate = 1 } },
        "reset-rate" when Share(value) is { } share => this with { Options = Options with { ResetRate = share } },
        "rate-limit" when Number(value) is > 0 and var limit => this with { Options = Options with { RequestsPerSecond = limit } },
        "retry-after" when Number(value) is { } seconds => this with { RetryAfter = seconds, Options = Options with { RetryAfter = TimeSpan.FromSeconds(seconds) } },
        "bytes-per-second" when Number(value) is > 0 and var speed => this with { Options = Options with { BytesPerSecond = speed } },
        "chaos-seed" when ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) => this with { Seed = seed },
        _ => this,
    };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static double? Share(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && share is >= 0 and <= 1 ? share : null;

    // One time, or the least and the greatest: 50, 50..200.
    private static (TimeSpan Least, TimeSpan Most)? Span(string? text)
    {
        string[] ends = (text ?? "").Split("..");
        if (ends.Length > 2 || Number(ends[0]) is not { } least || Number(ends[^1]) is not { } most || least > most) return null;
        return (TimeSpan.FromMilliseconds(Math.Min(least, LongestWait)), TimeSpan.FromMilliseconds(Math.Min(most, LongestWait)));
    }
}
