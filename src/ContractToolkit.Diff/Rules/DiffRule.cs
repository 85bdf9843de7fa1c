namespace ContractToolkit.Diff;

/// <summary>A kind of change. All rules stand in <see cref="DiffRules.All"/>.</summary>
/// <param name="Id">The stable id. Where oasdiff publishes a rule of the same meaning, the id is the same.</param>
/// <param name="Level">The level, unless the comparison of the values knows better.</param>
/// <param name="Direction">Which way the values travel that it is about.</param>
/// <param name="Title">What changed, in a few words.</param>
/// <param name="Mirror">The id of the rule for the opposite change; null where there is none.</param>
/// <param name="NoMirror">Why there is no opposite; null where there is one.</param>
public sealed record DiffRule(
    string Id, FindingLevel Level, Travel Direction, string Title, string? Mirror = null, string? NoMirror = null)
{
    /// <summary>The rule in the shape that all registries share.</summary>
    public FindingRule ToFindingRule() => new(Id, Level, Title, Explanation(), Remedy());

    private string Explanation()
    {
        string direction = Direction switch
        {
            Travel.Request => " It concerns what clients send: they break where the newer contract accepts less.",
            Travel.Response => " It concerns what clients receive: they break where the newer contract allows more.",
            _ => "",
        };
        string opposite = Mirror is { } mirror ? $" The opposite change is `{mirror}`." : $" {NoMirror}";
        return $"{char.ToUpperInvariant(Title[0])}{Title.Substring(1)}.{direction}{opposite}";
    }

    private string Remedy() => Level switch
    {
        FindingLevel.Error => "Keep the older form beside the newer one, publish the change under a new version, or accept it in the baseline with a reason.",
        FindingLevel.Warning => "See whether anybody relies on it; recorded traffic (--traffic) helps.",
        _ => "Nothing needs to be done.",
    };
}
