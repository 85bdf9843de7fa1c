namespace ContractToolkit.Testing;

/// <summary>Every check, in the order in which they judge an answer: command line, documentation and tests read this one list.</summary>
public static class CheckCatalog
{
    /// <summary>The checks of single answers.</summary>
    public static IReadOnlyList<ICheck> Checks { get; } =
    [
        new TransportCheck(), new ServerErrorCheck(), new ConformanceCheck(), new EncodingCheck(), new ValidRejectedCheck(), new InvalidAcceptedCheck(),
        new AuthenticationCheck(), new UndeclaredMethodCheck(), new UndeclaredMemberCheck(), new CompressionCheck(), new ResponseTimeCheck(),
    ];

    /// <summary>The rules of all checks, those of sequences included.</summary>
    public static IReadOnlyList<FindingRule> Rules { get; } = [.. Checks.SelectMany(check => check.Rules), .. SequenceRules.All];
}
