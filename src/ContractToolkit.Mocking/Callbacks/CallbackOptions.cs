using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Where a mock may send callbacks and webhooks to.</summary>
public sealed record CallbackOptions
{
    /// <summary>Whether callbacks are sent at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Hosts beside this machine that they may go to, by name; <c>*</c> for any. The URL comes from whoever calls the mock.</summary>
    public EquatableArray<string> Hosts { get; init; }

    /// <summary>The longest time for one.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Called with what became of each; must not block.</summary>
    public Action<ExchangeRequest, CallbackOutcome>? Log { get; init; }
}

/// <summary>What became of a callback.</summary>
/// <param name="Status">The status that was answered; null where none was.</param>
/// <param name="Problem">Why there was no answer, in one sentence; null where there was one.</param>
/// <param name="IsForbidden">Whether it was not sent since its host is not allowed.</param>
public sealed record CallbackOutcome(int? Status, string? Problem = null, bool IsForbidden = false);
