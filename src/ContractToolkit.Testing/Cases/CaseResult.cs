using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>A case with what came back, ready for the checks.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Case">The case.</param>
/// <param name="Exchange">What was sent and what came back.</param>
/// <param name="Verdict">What the exchange validator says of the response; null where no whole response came.</param>
/// <param name="Options">The run's options.</param>
public sealed record CaseResult(CompiledContract Contract, TestCase Case, HttpExchange Exchange, ResponseVerdict? Verdict, RunOptions Options)
{
    /// <summary>The status; 0 where no response came.</summary>
    public int Status => Exchange.Response?.Status ?? 0;

    /// <summary>Whether the server took the request: a status below 400, and no failure code in an envelope.</summary>
    public bool Accepted => Verdict is { SaysFailure: false } && Status is >= 100 and < 400;

    /// <summary>Whether the server answered, and the answer says that it did not take the request.</summary>
    public bool Refused => Verdict is { SaysFailure: true };

    /// <summary>The status that says what the answer says: that of the return code in an envelope, where the contract gives one, else its own.</summary>
    public int SaidStatus => KnownCode?.Status ?? Status;

    /// <summary>A finding at this case's operation.</summary>
    public Finding Finding(FindingRule rule, string message, string? pointer = null, string? cause = null, FindingLevel? level = null)
    {
        string place = pointer ?? Case.Operation.Operation.Pointer;
        return rule.At(message, Contract.Locate(place), Case.Operation.Name) with { Cause = cause ?? place, Level = level ?? rule.Level };
    }

    /// <summary>What the server said, in a few words: "404", or "200 with code 10006 (the meaning)".</summary>
    public string Answer
    {
        get
        {
            string status = Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (Verdict is not { Envelope: EnvelopeOutcome.KnownFailure or EnvelopeOutcome.UnknownFailure, Code: { } code }) return status;
            return $"{status} with code {code.Text}" + (KnownCode is { } known ? $" ({known.Meaning.TrimEnd('.')})" : "");
        }
    }

    private ReturnCode? KnownCode => Verdict is { Envelope: EnvelopeOutcome.KnownFailure, Code: { } code }
        ? Case.Operation.Operation.Envelope?.Codes.FirstOrDefault(candidate => candidate.Code.Text == code.Text) : null;
}
