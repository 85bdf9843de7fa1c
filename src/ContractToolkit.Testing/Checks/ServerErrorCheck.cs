using System.Globalization;

namespace ContractToolkit.Testing;

/// <summary>No request makes the server fail.</summary>
public sealed class ServerErrorCheck : ICheck
{
    private static readonly FindingRule Rule = new(
        "server-error", FindingLevel.Error, "The server failed",
        "No request, right or wrong, is answered with a status of the class 5xx: that class says that the server failed to fulfil an apparently valid request (RFC 9110, section 15.6). A 5xx status that the operation declares by its number is a warning.",
        "Look at the server's log; answer wrong requests with a status of the class 4xx.");

    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } = [Rule];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Status < 500) yield break;
        string status = result.Status.ToString(CultureInfo.InvariantCulture);
        // 501 is the right answer to a method that the server does not know (RFC 9110, section 15.6.2).
        if (result.Status == 501 && result.Case.Intent == CaseIntent.UndeclaredMethod) yield break;
        bool declared = result.Case.Operation.Operation.Responses.Any(response => response.Status == status);
        yield return result.Finding(Rule, $"The answer to '{result.Case.Description}' is {status}.", cause: status, level: declared ? FindingLevel.Warning : FindingLevel.Error);
    }
}
