using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>Makes findings about one operation.</summary>
internal sealed class FindingFactory(CompiledContract contract, CompiledOperation operation)
{
    private readonly List<Finding> findings = [];

    public IReadOnlyList<Finding> Findings => findings;

    public bool HasError => findings.Exists(finding => finding.Level == FindingLevel.Error);

    /// <summary>Adds a finding about an element of the contract.</summary>
    public void Add(string id, string message, string pointer, string instance = "", FindingLevel level = FindingLevel.Error) =>
        findings.Add(new Finding
        {
            Id = id,
            Level = level,
            Message = message,
            Operation = operation.Name,
            Document = contract.Locate(pointer),
            Instance = new InstancePlace(instance),
            Cause = pointer,
        });

    /// <summary>Adds a broken rule of a schema.</summary>
    /// <param name="id">The finding's id.</param>
    /// <param name="subject">What was checked, as the sentence begins: "The body", "Query parameter limit".</param>
    /// <param name="violation">The rule.</param>
    /// <param name="prefix">The pointer of the checked value within the instance.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    public void Add(string id, string subject, Violation violation, string prefix = "", bool secret = false)
    {
        string where = violation.InstancePointer.Length == 0 ? "" : " at " + violation.InstancePointer;
        string what = secret ? "breaks the rule " + violation.Keyword : violation.Message;
        findings.Add(new Finding
        {
            Id = id,
            Level = FindingLevel.Error,
            Message = $"{subject}{where}: {what}.",
            Operation = operation.Name,
            Document = contract.Locate(violation.SchemaPointer),
            Instance = new InstancePlace(prefix + violation.InstancePointer, violation.Offset, violation.Position),
            Cause = violation.SchemaPointer,
        });
    }
}
