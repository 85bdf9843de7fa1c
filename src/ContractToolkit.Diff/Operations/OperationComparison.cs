using ContractToolkit.Diff.Schemas;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>Compares two versions of one operation.</summary>
internal sealed class OperationComparison(Comparison comparison, Operation old, Operation @new)
{
    private readonly string name = @new.DisplayName;

    /// <summary>Whether the server calls, so that the request travels to the client.</summary>
    private bool IsReversed => @new.Kind != OperationKind.Path;

    public void Run()
    {
        Identity();
        foreach ((string rule, string text) in comparison.Aging.Operation(Lifecycle.Of(old), Lifecycle.Of(@new))) Add(rule, $"{name} {text}");
        new ParameterComparison(comparison, old, @new, IsReversed).Run();
        new BodyComparison(comparison, name, IsReversed).Run(old, @new);
        new ResponseComparison(comparison, name, IsReversed).Run(old, @new);
        new SecurityComparison(comparison, old, @new).Run();
        Callbacks();
        if (old.Effect != @new.Effect) Add("api-effect-changed", $"{name} is now said to {@new.Effect.ToString().ToLowerInvariant()}, not to {old.Effect.ToString().ToLowerInvariant()}");
        foreach (string edit in PagingComparison.Edits(old.Paging, @new.Paging)) Add("contract-paging-changed", $"{name}: {edit}");
        EnvelopeComparison.Run(comparison, old.Envelope, @new.Envelope, old.Pointer, @new.Pointer, name);
    }

    private void Identity()
    {
        if (old.OperationId != @new.OperationId)
        {
            if (old.OperationId is { } before) Add("api-operation-id-removed", $"{name}: operationId `{before}` {(@new.OperationId is { } now ? $"became `{now}`" : "removed")}");
            else Add("api-operation-id-added", $"{name}: operationId `{@new.OperationId}` added");
        }

        foreach (string tag in old.Tags.Except(@new.Tags)) Add("api-tag-removed", $"{name}: tag `{tag}` removed");
        foreach (string tag in @new.Tags.Except(old.Tags)) Add("api-tag-added", $"{name}: tag `{tag}` added");
    }

    private void Callbacks()
    {
        foreach (Callback before in old.Callbacks)
        {
            if (@new.Callbacks.FirstOrDefault(each => each.Name == before.Name) is not { } after)
            {
                Add("callback-removed", $"{name}: callback `{before.Name}` removed");
                continue;
            }

            OperationMatch match = OperationMatch.Of(before.Operations, after.Operations);
            foreach ((Operation one, Operation two) in match.Pairs) new OperationComparison(comparison, one, two).Run();
            foreach (Operation gone in match.Removed) Add("callback-removed", $"{name}: callback `{before.Name}` no longer calls {gone.DisplayName}");
            foreach (Operation more in match.Added) Add("callback-added", $"{name}: callback `{before.Name}` calls {more.DisplayName} too");
        }

        foreach (Callback after in @new.Callbacks.Where(each => old.Callbacks.All(other => other.Name != each.Name)))
        {
            Add("callback-added", $"{name}: callback `{after.Name}` added");
        }
    }

    private void Add(string rule, string sentence) => comparison.Add(rule, sentence, old.Pointer, @new.Pointer, name);
}
