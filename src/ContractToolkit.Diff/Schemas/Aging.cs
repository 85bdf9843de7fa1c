namespace ContractToolkit.Diff.Schemas;

/// <summary>Judges deprecation, sunset and stability by the options' days.</summary>
internal sealed class Aging(DiffOptions options)
{
    /// <summary>The rules that a member's change of life breaks or meets, each with words.</summary>
    public IEnumerable<(string Rule, string Text)> Property(string side, Lifecycle was, Lifecycle now)
    {
        if (was.Rank != now.Rank && (now.Rank < 0 || was.Rank < 0)) yield return Invalid(was, now);
        foreach ((string rule, string text) in PropertyRules(was, now)) yield return ($"{side}-property-{rule}", text);
    }

    private IEnumerable<(string Rule, string Text)> PropertyRules(Lifecycle was, Lifecycle now)
    {
        if (was.Deprecated && !now.Deprecated) yield return ("reactivated", "is no longer deprecated");
        if (!was.Deprecated && now.Deprecated) yield return Deprecation(now, "deprecated", "deprecated-with-sunset", "deprecated-sunset-missing", "deprecated-sunset-invalid", "sunset-date-too-small");
        foreach ((string rule, string text) in Stability(was, now)) yield return ("stability-" + rule, text);
    }

    /// <summary>The rules about an operation that stays.</summary>
    public IEnumerable<(string Rule, string Text)> Operation(Lifecycle was, Lifecycle now)
    {
        if (was.Deprecated && !now.Deprecated) yield return ("endpoint-reactivated", "is no longer deprecated");
        if (!was.Deprecated && now.Deprecated)
        {
            yield return Deprecation(now, "endpoint-deprecated", "endpoint-deprecated-with-sunset", "api-deprecated-sunset-missing", "api-deprecated-sunset-parse", "api-sunset-date-too-small");
        }

        if (was.Deprecated && now.Deprecated && was.Sunset != now.Sunset) foreach ((string, string) each in Moved(was, now, "sunset-deleted", "api-sunset-date-changed-too-small", "api-deprecated-sunset-parse")) yield return each;
        if (now.Rank < 0 || was.Rank < 0) yield return Invalid(was, now);
        else if (was.Rank >= 0) foreach ((string rule, string text) in Stability(was, now)) yield return ("api-stability-" + rule, text);
    }

    /// <summary>The rules about a parameter that stays.</summary>
    public IEnumerable<(string Rule, string Text)> Parameter(Lifecycle was, Lifecycle now)
    {
        const string Prefix = "request-parameter-";
        if (was.Deprecated && !now.Deprecated) yield return (Prefix + "reactivated", "is no longer deprecated");
        if (!was.Deprecated && now.Deprecated)
        {
            yield return Deprecation(now, Prefix + "deprecated", Prefix + "deprecated", Prefix + "deprecated-sunset-missing", Prefix + "sunset-parse", Prefix + "sunset-date-too-small");
        }

        if (was.Deprecated && now.Deprecated && was.Sunset != now.Sunset)
        {
            foreach ((string, string) each in Moved(was, now, Prefix + "sunset-deleted", Prefix + "sunset-date-changed-too-small", Prefix + "sunset-parse")) yield return each;
        }
    }

    /// <summary>How a removal is to be judged.</summary>
    public Removal Removed(Lifecycle was)
    {
        if (!was.Deprecated) return Removal.WithoutDeprecation;
        if (was.Sunset is null) return Removal.WithDeprecation;
        if (was.Day() is not { } day) return Removal.UnreadableSunset;
        return options.Today is { } today && today.Date < day ? Removal.BeforeSunset : Removal.WithDeprecation;
    }

    private (string Rule, string Text) Deprecation(Lifecycle now, string plain, string dated, string missing, string unreadable, string tooSmall)
    {
        int days = (now.Rank <= 2 ? options.BetaDeprecationDays : options.StableDeprecationDays) ?? 0;
        if (now.Sunset is null) return days > 0 ? (missing, "is deprecated without a sunset date") : (plain, "is deprecated");
        if (now.Day() is not { } day) return (unreadable, $"is deprecated with the sunset date `{now.Sunset}`, which is no date");
        if (options.Today is { } today && day < today.Date.AddDays(days)) return (tooSmall, $"has its sunset on {now.Sunset}, less than {days} days away");
        return (dated, $"is deprecated, sunset {now.Sunset}");
    }

    private IEnumerable<(string Rule, string Text)> Moved(Lifecycle was, Lifecycle now, string deleted, string tooSmall, string unreadable)
    {
        if (now.Sunset is null)
        {
            yield return (deleted, $"lost its sunset date {was.Sunset}");
            yield break;
        }

        if (now.Day() is not { } day) yield return (unreadable, $"has the sunset date `{now.Sunset}`, which is no date");
        else if (was.Day() is { } before && day < before && options.Today is { } today
            && day < today.Date.AddDays((now.Rank <= 2 ? options.BetaDeprecationDays : options.StableDeprecationDays) ?? 0))
        {
            yield return (tooSmall, $"has its sunset moved from {was.Sunset} to {now.Sunset}");
        }
    }

    private static (string Rule, string Text) Invalid(Lifecycle was, Lifecycle now) =>
        ("api-invalid-stability-level", $"has the unknown stability level `{(now.Rank < 0 ? now : was).Stability}`");

    private static IEnumerable<(string Rule, string Text)> Stability(Lifecycle was, Lifecycle now)
    {
        if (was.Rank == now.Rank || was.Rank < 0 || now.Rank < 0) yield break;
        yield return now.Rank < was.Rank
            ? ("decreased", $"became less stable: {was.Stability ?? "stable"} to {now.Stability ?? "stable"}")
            : ("increased", $"became more stable: {was.Stability ?? "stable"} to {now.Stability ?? "stable"}");
    }
}

/// <summary>How something was removed.</summary>
internal enum Removal
{
    WithoutDeprecation,
    WithDeprecation,
    BeforeSunset,
    UnreadableSunset,
}
