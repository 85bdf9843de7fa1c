namespace ContractToolkit.OpenApi.Reading;

/// <summary>Holds that no <c>operationId</c> is used twice.</summary>
internal static class OperationIds
{
    public static void Check(ReadingContext context, EquatableArray<Operation> operations, EquatableArray<Operation> webhooks)
    {
        Dictionary<string, Operation> byId = new(StringComparer.Ordinal);
        Check(context, operations, byId);
        Check(context, webhooks, byId);
    }

    private static void Check(ReadingContext context, EquatableArray<Operation> operations, Dictionary<string, Operation> byId)
    {
        foreach (Operation operation in operations)
        {
            if (operation.OperationId is not { } id) continue;
            if (!byId.TryGetValue(id, out Operation? other)) byId.Add(id, operation);
            else if (other.Pointer != operation.Pointer) Report(context, operation, other);
        }
    }

    private static void Report(ReadingContext context, Operation operation, Operation other)
    {
        context.Findings.Operation = operation.DisplayName;
        context.Findings.Report(
            ReadingRules.DuplicateOperationId,
            context.Files.Find(operation.Pointer)["operationId"],
            $"the operationId '{operation.OperationId}' belongs to {other.DisplayName} already");
        context.Findings.Operation = null;
    }
}
