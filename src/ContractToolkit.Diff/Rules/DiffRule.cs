namespace ContractToolkit.Diff;

/// <summary>A kind of change. All rules stand in <see cref="DiffRules.All"/>.</summary>
/// <param name="Id">The stable id. Where oasdiff publishes a rule of the same meaning, the id is the same.</param>
/// <param name="Level">The level, unless the comparison of the values knows better.</param>
/// <param name="Direction">Which way the values travel that it is about.</param>
/// <param name="Title">What changed, in a few words.</param>
/// <param name="Mirror">The id of the rule for the opposite change; null where there is none.</param>
/// <param name="NoMirror">Why there is no opposite; null where there is one.</param>
public sealed record DiffRule(
    string Id, FindingLevel Level, Travel Direction, string Title, string? Mirror = null, string? NoMirror = null);
