using System.CommandLine;
using System.Globalization;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Exchange;
using ContractToolkit.Mocking;

namespace ContractToolkit.Cli.Serving;

/// <summary>The options by which a mock is told to make trouble.</summary>
internal sealed class TroubleOptions
{
    private readonly Option<bool> chaos = new("--chaos") { Description = "Make trouble where a request asks for it: Prefer: wait-ms=50..200, fail=503, fail-rate=0.2, truncate, reset, rate-limit=10, retry-after=5, bytes-per-second=100, chaos-seed=7 and so on (in a query: __fail=503)." };
    private readonly Option<(TimeSpan Least, TimeSpan Most)> latency = Arguments.Of("--latency", "TIME[..TIME]", "The time before an answer: 50ms, or 50ms..2s.", Latency);
    private readonly Option<LatencyShape> shape = Arguments.Choice("--latency-shape", "How times spread:", LatencyShape.Even);
    private readonly Option<double> errors = Share("--error-rate", "The share of answers, 0 to 1, that become an error.");
    private readonly Option<int> errorStatus = new("--error-status") { Description = "The status of such errors.", HelpName = "STATUS", DefaultValueFactory = _ => 503 };
    private readonly Option<double> truncated = Share("--truncate-rate", "The share of answers whose body is cut in the middle.");
    private readonly Option<double> resets = Share("--reset-rate", "The share of requests whose connection is reset.");
    private readonly Option<int> limit = new("--rate-limit") { Description = "The most requests per second; more get 429 with Retry-After.", HelpName = "N" };
    private readonly Option<TimeSpan?> retry = Arguments.Duration("--retry-after", "The time of Retry-After with 429 and 503 (1s).");
    private readonly Option<int> speed = new("--bytes-per-second") { Description = "The speed of bodies.", HelpName = "N" };

    public TroubleOptions() => errorStatus.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is < 400 or > 599) result.AddError("--error-status must be from 400 to 599.");
    });

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[chaos, latency, shape, errors, errorStatus, truncated, resets, limit, retry, speed]) command.Add(option);
    }

    /// <summary>The trouble: what the command line says, else what the configuration says; null where neither asks for any.</summary>
    public ChaosOptions? Read(ParseResult parsed, ChaosOptions? configured, ulong seed)
    {
        Option[] all = [chaos, latency, shape, errors, errorStatus, truncated, resets, limit, retry, speed];
        if (!Array.Exists(all, option => IsGiven(parsed, option))) return configured;
        ChaosOptions usual = (configured ?? new ChaosOptions()) with { Seed = seed };
        (TimeSpan least, TimeSpan most) = IsGiven(parsed, latency) ? parsed.GetValue(latency) : (usual.MinLatency, usual.MaxLatency);
        return usual with
        {
            MinLatency = least,
            MaxLatency = most,
            LatencyShape = IsGiven(parsed, shape) ? parsed.GetValue(shape) : usual.LatencyShape,
            ErrorRate = IsGiven(parsed, errors) ? parsed.GetValue(errors) : usual.ErrorRate,
            ErrorStatus = IsGiven(parsed, errorStatus) ? parsed.GetValue(errorStatus) : usual.ErrorStatus,
            TruncateRate = IsGiven(parsed, truncated) ? parsed.GetValue(truncated) : usual.TruncateRate,
            ResetRate = IsGiven(parsed, resets) ? parsed.GetValue(resets) : usual.ResetRate,
            RequestsPerSecond = IsGiven(parsed, limit) ? Math.Max(0, parsed.GetValue(limit)) : usual.RequestsPerSecond,
            RetryAfter = parsed.GetValue(retry) ?? usual.RetryAfter,
            BytesPerSecond = IsGiven(parsed, speed) ? Math.Max(0, parsed.GetValue(speed)) : usual.BytesPerSecond,
        };
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static (TimeSpan Least, TimeSpan Most) Latency(string text)
    {
        string[] ends = text.Split("..");
        TimeSpan least = Quantities.Time(ends[0]);
        TimeSpan most = ends.Length == 2 ? Quantities.Time(ends[1]) : least;
        return ends.Length <= 2 && least <= most ? (least, most) : throw new FormatException($"'{text}' is no span of time; write 50ms or 50ms..2s");
    }

    private static Option<double> Share(string name, string description) => Arguments.Of(name, "SHARE", description, text =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && share is >= 0 and <= 1 ? share : throw new FormatException($"'{text}' is no share; write a number from 0 to 1"));
}
