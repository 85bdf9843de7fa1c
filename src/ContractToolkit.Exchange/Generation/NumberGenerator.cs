using System.Globalization;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Generates numbers within bounds.</summary>
internal static class NumberGenerator
{
    private const decimal Widest = 1_000_000_000_000_000m;

    public static string? Generate(Goal goal, bool integer, string? name, GenerationRun run, ref SeededRandom random, int attempt)
    {
        decimal low = decimal.MinValue;
        decimal high = decimal.MaxValue;
        bool lowOpen = false;
        bool highOpen = false;
        foreach (NumberBound bound in goal.Numbers.SelectMany(rules => rules.Minimum)) Raise(bound, ref low, ref lowOpen);
        foreach (NumberBound bound in goal.Numbers.SelectMany(rules => rules.Maximum)) Lower(bound, ref high, ref highOpen);
        ApplyFormats(goal, ref low, ref high, integer);
        List<decimal> steps = goal.Numbers.Where(rules => rules.MultipleOf is not null).Select(rules => Parse(rules.MultipleOf!)).Where(step => step > 0).ToList();
        if (integer) steps.Add(1m);
        if (low > high) return null;
        decimal step = steps.Count == 0 ? 0 : steps.Aggregate(LeastCommonMultiple);
        return run.Options.Plain && attempt == 0 && Plain(low, lowOpen, high, highOpen, step) is { } plain ? plain
            : step > 0 ? Stepped(low, lowOpen, high, highOpen, step, name, integer, run, ref random)
            : Free(low, lowOpen, high, highOpen, name, run, ref random);
    }

    // The value nearest to zero.
    private static string? Plain(decimal low, bool lowOpen, decimal high, bool highOpen, decimal step)
    {
        if (low < 0 && high > 0 || (low == 0 && !lowOpen) || (high == 0 && !highOpen)) return "0";
        bool positive = low >= 0;
        decimal bound = positive ? low : high;
        bool open = positive ? lowOpen : highOpen;
        decimal unit = step > 0 ? step : 1;
        if (Math.Abs(bound) > Widest || unit > Widest) return null;
        decimal value = step > 0 ? (positive ? Math.Ceiling(bound / step) : Math.Floor(bound / step)) * step : bound;
        if (open && value == bound) value += positive ? unit : -unit;
        return value >= low && value <= high && !(lowOpen && value == low) && !(highOpen && value == high) ? Text(value) : null;
    }

    private static string? Stepped(
        decimal low, bool lowOpen, decimal high, bool highOpen, decimal step, string? name, bool integer, GenerationRun run, ref SeededRandom random)
    {
        // Count in steps, within what 64 bits can hold.
        decimal first = low == decimal.MinValue ? (high < 0 ? Math.Floor(high / step) - 1000 : Start(name, run, step)) : Math.Ceiling(low / step);
        if (low != decimal.MinValue && lowOpen && first * step == low) first++;
        decimal last = high == decimal.MaxValue ? first + Span(name) : Math.Floor(high / step);
        if (high != decimal.MaxValue && highOpen && last * step == high) last--;
        if (low == decimal.MinValue && first > last) first = last - 1000;
        if (last < first) return null;
        if (low == decimal.MinValue && high != decimal.MaxValue && last - first > 1000 && first < 0 == last < 0) last = Math.Max(first, Math.Min(last, first + 1000));
        // A sensible number is small where the bounds allow it.
        if (low <= 1 && last - first > 10_000) last = first + 10_000;
        decimal span = Math.Min(last - first, Widest);
        decimal index = run.Options.Variant == InstanceVariant.Minimal ? 0 : (decimal)(random.Next() % ((ulong)span + 1UL));
        decimal value = (first + index) * step;
        return integer ? value.ToString("0", CultureInfo.InvariantCulture) : Text(value);
    }

    private static string? Free(decimal low, bool lowOpen, decimal high, bool highOpen, string? name, GenerationRun run, ref SeededRandom random)
    {
        decimal from = low == decimal.MinValue ? (high <= 0 ? high - 1000 : 0) : low;
        decimal to = high == decimal.MaxValue ? from + 1000 : high;
        if (from == to) return lowOpen || highOpen ? null : Text(from);
        decimal range = to - from;
        if (range > Widest) range = 1000;
        // Hundredths where they fit, since most numbers with a fraction are amounts.
        decimal fraction = (1 + random.Below(9_998)) / 10_000m;
        decimal value = from + (range * fraction);
        decimal rounded = decimal.Round(value, range >= 1 ? 2 : 10);
        bool fits = rounded >= from && rounded <= to && !(lowOpen && rounded == low) && !(highOpen && rounded == high);
        if (run.Options.Variant == InstanceVariant.Minimal && !lowOpen && low != decimal.MinValue) return Text(low);
        return Text(fits ? rounded : value);
    }

    private static void Raise(NumberBound bound, ref decimal low, ref bool open)
    {
        decimal value = Parse(bound.Value);
        if (value < low || (value == low && open)) return;
        low = value;
        open = bound.Exclusive;
    }

    private static void Lower(NumberBound bound, ref decimal high, ref bool open)
    {
        decimal value = Parse(bound.Value);
        if (value > high || (value == high && open)) return;
        high = value;
        open = bound.Exclusive;
    }

    private static void ApplyFormats(Goal goal, ref decimal low, ref decimal high, bool integer)
    {
        if (!integer) return;
        foreach (string format in goal.Formats)
        {
            (decimal least, decimal most) = format switch
            {
                "int8" => (sbyte.MinValue, sbyte.MaxValue),
                "uint8" => (0m, byte.MaxValue),
                "int16" => (short.MinValue, short.MaxValue),
                "uint16" => (0m, ushort.MaxValue),
                "int32" => (int.MinValue, int.MaxValue),
                "uint32" => (0m, uint.MaxValue),
                "int64" => (long.MinValue, (decimal)long.MaxValue),
                "uint64" or "uint" => (0m, ulong.MaxValue),
                "unix-time" or "unixtime" => (1_600_000_000m, 1_900_000_000m),
                _ => (decimal.MinValue, decimal.MaxValue),
            };
            if (low == decimal.MinValue && least < 0) continue;
            if (least > low && (format is "unix-time" or "unixtime" ? low == decimal.MinValue : true)) low = least;
            if (most < high && high == decimal.MaxValue) high = most;
        }
    }

    private static decimal Start(string? name, GenerationRun run, decimal step) =>
        run.Options.Variant == InstanceVariant.Minimal ? 1 : NamedSamples.IsTime(name) ? Math.Ceiling(1_700_000_000m / step) : 1;

    private static decimal Span(string? name) => NamedSamples.IsTime(name) ? 50_000_000 : 999;

    private static decimal LeastCommonMultiple(decimal a, decimal b)
    {
        decimal x = a;
        decimal y = b;
        for (int i = 0; i < 200 && y != 0; i++) (x, y) = (y, x % y);
        try
        {
            return x == 0 ? a : a / x * b;
        }
        catch (OverflowException)
        {
            return Math.Max(a, b);
        }
    }

    // Bounds beyond what decimal holds are no bounds for us: the check decides.
    private static decimal Parse(string number)
    {
        if (decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)) return value;
        return number.StartsWith('-') ? decimal.MinValue : decimal.MaxValue;
    }

    private static string Text(decimal value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
