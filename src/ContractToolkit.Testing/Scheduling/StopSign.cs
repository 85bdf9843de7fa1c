namespace ContractToolkit.Testing;

/// <summary>Says when a part of a run must end: when the run is stopped, or when its share of the budget is used.</summary>
/// <param name="Token">Stops what is under way.</param>
/// <param name="Budget">The run's budget.</param>
/// <param name="Share">The part of the budget by which it must end.</param>
internal sealed record StopSign(CancellationToken Token, RunBudget Budget, double Share = 1)
{
    public bool IsUp => Token.IsCancellationRequested || Budget.Used >= Share;
}
