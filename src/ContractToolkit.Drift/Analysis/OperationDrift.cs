using System.Globalization;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Compares what was seen of one operation with its declaration: parameters, statuses, media types; bodies go on to the walk.</summary>
internal static class OperationDrift
{
    private const long FewSamples = 20;

    public static void Add(DriftReport report, SchemaWalk walk, CompiledOperation operation, OperationProfile seen)
    {
        Parameters(report, operation.Operation, seen);
        Deprecated(report, operation.Operation, seen);
        Requests(report, walk, operation, seen);
        foreach ((string status, AnswerProfile answer) in seen.Answers.All) AnswerDrift.Add(report, walk, operation, status, answer);
        long answers = seen.Calls - seen.Unanswered;
        if (answers < FewSamples) return;
        foreach (Response response in operation.Operation.Responses)
        {
            if (response.Status.All(char.IsAsciiDigit) && seen.Answers.Find(response.Status) is null)
            {
                report.Add(DriftRules.NeverSeen, response.Pointer, operation.Name,
                    FormattableString.Invariant($"Status {response.Status} was answered to none of {answers} calls, {DriftReport.Confidence(answers, "of all calls get it")}."));
            }
        }
    }

    private static void Parameters(DriftReport report, Operation operation, OperationProfile seen)
    {
        foreach ((string key, ValueProfile values) in seen.Parameters.All)
        {
            string name = key[(key.IndexOf(' ') + 1)..];
            // No document can declare a parameter without a name.
            if (name.Length == 0 || !key.StartsWith("query ", StringComparison.Ordinal) || IsDeclared(report, operation, name)) continue;
            DraftMap parameter = new DraftMap().With("name", name).With("in", "query");
            if (report.Contract.Version == OpenApiVersion.V20) parameter.With("type", "string");
            else parameter["schema"] = new DraftMap().With("type", "string");
            DraftList list = new() { Items = { parameter } };
            report.Add(DriftRules.UndeclaredParameter, operation.Pointer, operation.DisplayName,
                $"Query parameter {name} is sent in {DriftReport.Share(values.Count, seen.Calls)} calls and is not declared.",
                DriftReport.Update(operation.Pointer, new DraftMap().With("parameters", list), "Seen in traffic."));
        }

        foreach (Parameter parameter in operation.Parameters)
        {
            if (!parameter.Required || !seen.Violations.ContainsKey($"{ExchangeRules.RequestParameter} {parameter.Pointer}")) continue;
            string key = parameter.In.ToString().ToLowerInvariant() + " " + parameter.Name;
            long sent = seen.Parameters.Find(key)?.Count ?? 0;
            long known = seen.Calls - (parameter.In is ParameterLocation.Header or ParameterLocation.Cookie ? seen.Headless : 0);
            if (sent >= known || parameter.In == ParameterLocation.Path) continue;
            report.Explain(parameter.Pointer);
            report.Add(DriftRules.MissingParameter, parameter.Pointer, operation.DisplayName,
                $"Required parameter {parameter.Name} is left out in {DriftReport.Share(known - sent, known)} calls.",
                DriftReport.Update(parameter.Pointer, new DraftMap().With("required", new DraftRaw("false")), "Calls without it were seen."));
        }
    }

    private static void Deprecated(DriftReport report, Operation operation, OperationProfile seen)
    {
        if (operation.Deprecated && seen.Calls > 0)
        {
            report.Add(DriftRules.DeprecatedUse, operation.Pointer, operation.DisplayName, $"The deprecated operation was called {Quantities.Times(seen.Calls)}.");
        }

        foreach (Parameter parameter in operation.Parameters.Where(parameter => parameter.Deprecated))
        {
            if (seen.Parameters.Find(parameter.In.ToString().ToLowerInvariant() + " " + parameter.Name)?.Count is not (> 0 and var used)) continue;
            report.Add(DriftRules.DeprecatedUse, parameter.Pointer, operation.DisplayName, $"Deprecated parameter {parameter.Name} is sent in {DriftReport.Share(used, seen.Calls)} calls.");
        }
    }

    private static bool IsDeclared(DriftReport report, Operation operation, string name)
    {
        // Templates such as "/a?action={action}" declare what is in their query.
        if (operation.Path.IndexOf('?') is >= 0 and var question && QueryPairs.Of(operation.Path[(question + 1)..]).Any(pair => pair.Name == name)) return true;
        foreach (Parameter parameter in operation.Parameters)
        {
            if (parameter.In == ParameterLocation.QueryString) return true;
            if (parameter.In != ParameterLocation.Query) continue;
            bool isObject = parameter.Schema is { } schema && (report.Shapes.Types(schema) & SchemaTypes.Object) != 0;
            if (parameter.Name == name || (parameter.Explode && isObject && parameter.Style == ParameterStyle.Form)
                || (parameter.Style == ParameterStyle.DeepObject && name.StartsWith(parameter.Name + "[", StringComparison.Ordinal))) return true;
        }

        return report.Contract.SecuritySchemes.Any(scheme => scheme.In == ParameterLocation.Query && scheme.ParameterName == name);
    }

    private static void Requests(DriftReport report, SchemaWalk walk, CompiledOperation operation, OperationProfile seen)
    {
        RequestBody? declared = operation.Operation.RequestBody;
        if (declared is { Required: true } && seen.Bodiless > 0)
        {
            report.Explain(declared.Pointer);
            report.Add(DriftRules.MissingBody, declared.Pointer, operation.Name, $"The required body is left out in {DriftReport.Share(seen.Bodiless, seen.Calls)} calls.",
                report.Contract.Version == OpenApiVersion.V20 ? [] : DriftReport.Update(declared.Pointer, new DraftMap().With("required", new DraftRaw("false")), "Calls without it were seen."));
        }

        MediaDrift.Add(report, walk, operation, declared?.Pointer ?? operation.Operation.Pointer, operation.RequestContent, seen.Requests, "request");
    }
}
