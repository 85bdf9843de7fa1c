using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Overlays;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Gathers drifts while a profile is compared with its contract.</summary>
internal sealed class DriftReport(CompiledContract contract, Func<string, DocumentPlace> locate, IReadOnlySet<string> violated)
{
    private readonly List<Drift> drifts = [];
    private readonly HashSet<string> proposed = new(StringComparer.Ordinal);
    private readonly HashSet<string> explained = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<string>> mediaTypes = new(StringComparer.Ordinal);

    public Contract Contract { get; } = contract.Contract;

    public SchemaShapes Shapes { get; } = contract.Schemas.Shapes;

    public IReadOnlyList<Drift> Drifts => drifts;

    /// <summary>Adds a drift.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="pointer">Where in the contract.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="message">The sentence, with its figures.</param>
    /// <param name="mend">The changes that mend it.</param>
    /// <param name="instance">Where in the instances; null where that says nothing.</param>
    /// <param name="level">The level, where it is not the rule's.</param>
    public void Add(FindingRule rule, string pointer, string? operation, string message, IEnumerable<OverlayAction>? mend = null, string? instance = null, FindingLevel? level = null) =>
        drifts.Add(new Drift(
            rule.At(message, locate(pointer), operation) with { Level = level ?? rule.Level, Cause = pointer, Instance = instance is null ? null : new InstancePlace(instance) },
            (mend ?? []).ToEquatableArray()));

    /// <summary>Marks a place (a schema's pointer with its keyword) as explained, so that the validator's finding there is not repeated.</summary>
    public void Explain(string pointer) => explained.Add(pointer);

    /// <summary>The media types of a list, those that mends have added included.</summary>
    public List<string> MediaTypes(string list, IEnumerable<string> declared)
    {
        if (!mediaTypes.TryGetValue(list, out List<string>? names)) mediaTypes.Add(list, names = [.. declared]);
        return names;
    }

    /// <summary>Whether the validator found a value that breaks the rule at a place.</summary>
    public bool IsViolated(string pointer) => violated.Contains(pointer);

    public bool IsExplained(string pointer) => explained.Contains(pointer);

    /// <summary>The actions that no drift before has proposed: two operations may break the same rule, and what is gone cannot go again.</summary>
    public IEnumerable<OverlayAction> Once(IEnumerable<OverlayAction> actions) => [.. actions.Where(action => proposed.Add(action.Target))];

    /// <summary>Whether a mend has taken an element away.</summary>
    public bool IsGone(string pointer) => JsonPath.FromPointer(pointer) is { } path && proposed.Contains(path);

    /// <summary>An action that merges into the element at a pointer; none for elements of other files.</summary>
    public static IEnumerable<OverlayAction> Update(string pointer, DraftNode update, string why) =>
        JsonPath.FromPointer(pointer) is { } path ? [new OverlayAction(path, update, why)] : [];

    /// <summary>An action that removes the element at a pointer.</summary>
    public static IEnumerable<OverlayAction> Remove(string pointer, string why) =>
        JsonPath.FromPointer(pointer) is { } path ? [new OverlayAction(path, null, why)] : [];

    /// <summary>A count as a share: "3 of 120".</summary>
    public static string Share(long part, long whole) => FormattableString.Invariant($"{part} of {whole}");

    /// <summary>
    /// What never being seen in so many samples says: by the rule of three the true share is, with 95 % confidence, below three by the number of samples.
    /// </summary>
    /// <param name="samples">The number of samples.</param>
    /// <param name="rest">What the unseen ones would do, behind their share: "of all objects lack it", "of all answers have it".</param>
    public static string Confidence(long samples, string rest) =>
        samples <= 3 ? "too few to say more" : FormattableString.Invariant($"so (95 % confidence) less than {3.0 / samples:P1} {rest}");
}
