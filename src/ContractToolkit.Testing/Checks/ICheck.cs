namespace ContractToolkit.Testing;

/// <summary>Judges one aspect of a case's answer.</summary>
public interface ICheck
{
    /// <summary>The rules that its findings are made by.</summary>
    IReadOnlyList<FindingRule> Rules { get; }

    /// <summary>What is wrong; nothing where all is well or the check does not concern the case.</summary>
    IEnumerable<Finding> Examine(CaseResult result);
}
