using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>A request with what it calls.</summary>
/// <param name="Request">The request.</param>
/// <param name="Target">Its target taken apart.</param>
/// <param name="Route">What it calls.</param>
/// <param name="IsQuick">Whether the answer is known to take microseconds, so that it may be made on the thread that serves the sockets.</param>
/// <param name="IsUnreadable">Whether the body has a content coding that can't be undone.</param>
internal readonly record struct MockCall(ExchangeRequest Request, RequestTarget Target, RouteMatch Route, bool IsQuick, bool IsUnreadable = false)
{
    /// <summary>The most bytes that a coded body may unpack to.</summary>
    public const int MaxUnpacked = 16 * 1024 * 1024;

    /// <summary>The answers after which an operation's plans and bodies are made ready.</summary>
    public const int Warm = 64;

    /// <summary>The largest body, in bytes, that is sure to be checked quickly.</summary>
    public const int QuickBody = 8 * 1024;
}
