namespace ContractToolkit.Testing;

/// <summary>Methods that the contract does not have are refused, with an <c>Allow</c> header.</summary>
public sealed class UndeclaredMethodCheck : ICheck
{
    private static readonly FindingRule Accepted = new(
        "method-not-rejected", FindingLevel.Error, "An undeclared method was accepted",
        "A method that the path item does not declare is answered 405 Method Not Allowed or another status of the class 4xx (or 501): a server that takes it has an operation that nobody documented.",
        "Refuse the method, or document the operation.");

    private static readonly FindingRule Allow = new(
        "allow-header", FindingLevel.Warning, "405 without a true Allow header",
        "An answer 405 carries an `Allow` header that lists the methods of the resource (RFC 9110, section 15.5.6: MUST), and those are the ones that the contract declares. Where OPTIONS is answered with `Allow`, the same holds.",
        "Send `Allow` with the methods that the path item declares.");

    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } = [Accepted, Allow];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Case.Intent != CaseIntent.UndeclaredMethod || result.Exchange.Response is not { } response) yield break;
        string method = result.Case.Method!;
        if (response.Status is >= 200 and < 300 && method != "OPTIONS")
        {
            yield return result.Finding(Accepted, $"{method} is not declared for {result.Case.Operation.Operation.Path} and was answered {response.Status}.", cause: method);
        }

        bool options = method == "OPTIONS" && response.Status is >= 200 and < 300 && Exchange.HeaderFields.Combined(response.Headers, "Allow") is not null;
        if ((response.Status == 405 || options) && Mismatch(result, response) is { } mismatch) yield return result.Finding(Allow, mismatch, cause: "Allow");
    }

    private static string? Mismatch(CaseResult result, Exchange.ExchangeResponse response)
    {
        string? allow = Exchange.HeaderFields.Combined(response.Headers, "Allow");
        if (allow is null) return $"The answer 405 to {result.Case.Method} has no Allow header.";
        HashSet<string> allowed = [.. allow.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        string[] declared = [.. result.Contract.Operations.Select(o => o.Operation).Where(o => o.Path == result.Case.Operation.Operation.Path).Select(o => o.Method)];
        // The URL may be one of another template too, such as /users/me beside /users/{id}.
        IEnumerable<string> here = result.Contract.Router.Route(result.Case.Method!, result.Exchange.Request.Url).Allowed;
        string[] missing = [.. declared.Except(allowed)];
        // HEAD and OPTIONS come with every resource and need no declaration.
        string[] extra = [.. allowed.Except(declared).Except(here).Except(["HEAD", "OPTIONS"])];
        return missing.Length > 0 ? $"Allow is '{allow}' and leaves out {string.Join(", ", missing)}."
            : extra.Length > 0 ? $"Allow is '{allow}' and lists {string.Join(", ", extra)}, which the contract does not declare." : null;
    }
}
