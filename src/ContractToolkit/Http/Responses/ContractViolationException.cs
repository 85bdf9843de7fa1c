using ContractToolkit.Validation;

namespace ContractToolkit.Http;

/// <summary>An answer that breaks the contract: a body that its schema does not accept, an undeclared status or media type, no JSON.</summary>
public sealed class ContractViolationException : ApiException
{
    internal ContractViolationException(ApiAnswer answer, IReadOnlyList<Violation> violations, Exception? inner = null)
        : base(Describe(violations), answer, inner) => Violations = violations;

    /// <summary>What is wrong, at least one.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    /// <summary>The JSON pointer of the first value that is wrong; empty for the whole body.</summary>
    public string Pointer => Violations[0].InstancePointer;

    /// <summary>The rule that it breaks: a schema keyword, or <c>status</c>, <c>content-type</c>, <c>json</c>.</summary>
    public string Rule => Violations[0].Keyword;

    internal static ContractViolationException One(
        ApiAnswer answer, string pointer, string rule, string message, Exception? inner = null) =>
        new(answer, [new Violation(pointer, -1, default, "", rule, message)], inner);

    private static string Describe(IReadOnlyList<Violation> violations)
    {
        Violation first = violations[0];
        string place = first.InstancePointer.Length == 0 ? "" : " at " + first.InstancePointer;
        string more = violations.Count > 1 ? FormattableString.Invariant($" ({violations.Count - 1} more)") : "";
        return $"the answer breaks the contract{place}: {first.Message} ({first.Keyword}){more}.";
    }
}
