using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Exchange;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Commands;

/// <summary>Prints what a run would do.</summary>
internal static class PlanPrinter
{
    /// <summary>Prints the requests by operation and phase, then the sequences, then what is left out.</summary>
    public static int Print(CompiledContract contract, Uri? server, RunOptions options, TextWriter output)
    {
        using HttpTarget target = HttpTarget.Server(server ?? new Uri("http://localhost"), isDisposable: server is null);
        RunPlan plan = new(contract, target, options);
        int count = 0;
        foreach (PlannedRequest planned in plan.Requests())
        {
            count++;
            string body = planned.Request.Body.Length > 0 ? FormattableString.Invariant($"  {planned.Request.Body.Length} bytes of {planned.Request.ContentType}") : "";
            output.WriteLine($"{planned.Case.Id}  {planned.Request.Method} {planned.Request.Url}{body}  # {planned.Case.Description}");
        }

        foreach ((CompiledOperation creator, IReadOnlyList<CompiledOperation> steps) in plan.Sequences())
        {
            output.WriteLine($"stateful  {string.Join(", then ", steps.Select(step => step.Name).Prepend(creator.Name))}");
        }

        foreach ((CompiledOperation operation, string reason) in plan.Skipped) output.WriteLine($"skipped   {operation.Name}: {reason}");
        output.WriteLine(FormattableString.Invariant($"{count} requests, besides those of the sequences, of repeating and of shrinking. Nothing was sent."));
        return ExitCode.Conforms;
    }
}
