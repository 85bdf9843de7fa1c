using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Decides which operations a run tests, and says why it leaves others out.</summary>
internal static class OperationSelection
{
    /// <summary>The reason of operations that are no part of a replay.</summary>
    public const string NotReplayed = "not replayed";

    /// <summary>Whether an operation must not be called at all, not even to serve the test of another: it changes data of a server that is not on this machine, or the user left it out.</summary>
    public static bool IsForbidden(CompiledOperation operation, ITarget target, RunOptions options) =>
        IsUnsafe(operation, target, options) || options.Excluded.Any(selector => OperationSelector.Matches(operation.Operation, selector))
        || options.Overrides.Any(choice => choice.Skip is not null && OperationSelector.Matches(operation.Operation, choice.Operation));

    private static bool IsUnsafe(CompiledOperation operation, ITarget target, RunOptions options) =>
        operation.Operation.Effect != OperationEffect.Read && !target.IsLocal && !options.AllowWrites;

    /// <summary>Why an operation is left out; null where it runs.</summary>
    public static string? ReasonToSkip(CompiledOperation operation, int index, ITarget target, RunOptions options)
    {
        if (IsUnsafe(operation, target, options))
        {
            return $"its effect is {operation.Operation.Effect.ToString().ToLowerInvariant()} and the server is not on this machine (--allow-writes)";
        }

        if (options.Shard is { } shard && !shard.Takes(index)) return $"belongs to another shard than {shard}";
        if (!options.Operations.IsEmpty && !options.Operations.Any(selector => OperationSelector.Matches(operation.Operation, selector))) return "not selected";
        if (options.Excluded.FirstOrDefault(selector => OperationSelector.Matches(operation.Operation, selector)) is { } excluded) return $"excluded as '{excluded}'";
        if (options.Overrides.LastOrDefault(choice => choice.Skip is not null && OperationSelector.Matches(operation.Operation, choice.Operation)) is { } skipped) return skipped.Skip;
        if (options.Replay is { } replay && replay.Operation != OperationSelector.KeyOf(operation.Operation)) return NotReplayed;
        return null;
    }

    /// <summary>The order of testing: the document's, but what deletes comes last.</summary>
    public static IEnumerable<(CompiledOperation Operation, int Index)> Ordered(CompiledContract contract) =>
        contract.Operations.Select((operation, index) => (operation, index)).OrderBy(pair => pair.operation.Operation.Effect == OperationEffect.Delete);
}
