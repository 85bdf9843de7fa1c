using System.Text.Json.Nodes;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Behaviour of one vendor's API that its contract cannot say.</summary>
internal interface ISandbox
{
    /// <summary>What the call does; null where the sandbox has nothing to say.</summary>
    SandboxReply? Call(CompiledOperation operation, JsonObject body);
}

/// <summary>The reply of a sandbox: the payload of a success, or a failure.</summary>
/// <param name="Data">The payload.</param>
/// <param name="FailureCode">The return code of a failure; null for success.</param>
/// <param name="Message">The text that goes with a failure.</param>
internal sealed record SandboxReply(JsonNode? Data, string? FailureCode = null, string Message = "")
{
    public static SandboxReply Failure(string code, string message) => new(null, code, message);
}
