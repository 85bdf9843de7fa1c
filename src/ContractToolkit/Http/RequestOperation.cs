namespace ContractToolkit.Http;

/// <summary>Tells handlers in an HTTP client's chain which operation a message belongs to.</summary>
public static class RequestOperation
{
    private static readonly HttpRequestOptionsKey<ApiOperation> key = new("ContractToolkit.Operation");

    /// <summary>The operation that a message calls; null for a message that no generated client made.</summary>
    public static ApiOperation? GetOperation(this HttpRequestMessage message) =>
        message.Options.TryGetValue(key, out ApiOperation? operation) ? operation : null;

    /// <summary>Whether a message calls an operation that changes nothing, so that it may be sent again.</summary>
    public static bool IsRead(this HttpRequestMessage message) => message.GetOperation()?.Effect == CallEffect.Read;

    internal static void SetOperation(this HttpRequestMessage message, ApiOperation operation) => message.Options.Set(key, operation);
}
