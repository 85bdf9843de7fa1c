using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>What mock and proxy answer on their own path, so that a script can wait for them.</summary>
internal static class Readiness
{
    public static MockAnswer Answer { get; } = new()
    {
        Status = 200,
        Headers = [new HeaderField("Content-Type", "text/plain"), new HeaderField("Cache-Control", "no-store")],
        Body = "ready\n"u8.ToArray(),
    };
}
