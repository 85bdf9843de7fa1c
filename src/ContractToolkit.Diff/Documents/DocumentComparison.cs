using ContractToolkit.Diff.Operations;
using ContractToolkit.Diff.Schemas;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Documents;

/// <summary>Compares two contracts from the top.</summary>
internal static class DocumentComparison
{
    public static void Run(Comparison comparison)
    {
        Operations(comparison);
        Webhooks(comparison);
        SecuritySchemeComparison.Run(comparison);
        TokenComparison.Run(comparison);
        HashSet<string> kept = new(comparison.New.Components.Select(component => component.Name), StringComparer.Ordinal);
        foreach (NamedSchema component in comparison.Old.Components.Where(component => !kept.Contains(component.Name)))
        {
            comparison.Add("api-schema-removed", $"component schema `{component.Name}` removed", component.Schema.Id.Value, null, null);
        }
    }

    private static void Operations(Comparison comparison)
    {
        OperationMatch match = OperationMatch.Of(comparison.Old.Operations, comparison.New.Operations);
        foreach ((Operation old, Operation now) in match.Pairs)
        {
            ServerComparison.Run(comparison, old, now);
            new OperationComparison(comparison, old, now).Run();
        }

        HashSet<string> paths = new(comparison.New.Operations.Select(operation => PathShape.Of(operation.Path)), StringComparer.Ordinal);
        foreach (Operation gone in match.Removed) Removed(comparison, gone, paths.Contains(PathShape.Of(gone.Path)) ? "api-" : "api-path-");
        foreach (Operation more in match.Added) comparison.Add("endpoint-added", $"{more.DisplayName} added", null, more.Pointer, more.DisplayName);
    }

    private static void Removed(Comparison comparison, Operation gone, string prefix)
    {
        Lifecycle life = Lifecycle.Of(gone);
        (string rule, string how) = comparison.Aging.Removed(life) switch
        {
            Removal.WithDeprecation => (prefix + "removed-with-deprecation", " after deprecation"),
            Removal.BeforeSunset => (prefix + "removed-before-sunset", $" before its sunset on {life.Sunset}"),
            Removal.UnreadableSunset => ("api-path-sunset-parse", $"; its sunset date `{life.Sunset}` is no date"),
            _ => (prefix + "removed-without-deprecation", ""),
        };
        comparison.Add(rule, $"{gone.DisplayName} removed{how}", gone.Pointer, null, gone.DisplayName, life.Rank is 0 or 1 ? FindingLevel.Info : null);
    }

    private static void Webhooks(Comparison comparison)
    {
        OperationMatch match = OperationMatch.Of(comparison.Old.Webhooks, comparison.New.Webhooks);
        foreach ((Operation old, Operation now) in match.Pairs) new OperationComparison(comparison, old, now).Run();
        foreach (Operation gone in match.Removed) comparison.Add("webhook-removed", $"webhook {gone.DisplayName} removed", gone.Pointer, null, gone.DisplayName);
        foreach (Operation more in match.Added) comparison.Add("webhook-added", $"webhook {more.DisplayName} added", null, more.Pointer, more.DisplayName);
    }
}
