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
        Requests(report, walk, operation, seen);
        foreach ((int status, AnswerProfile answer) in seen.Answers) Answer(report, walk, operation, status, answer);
        if (seen.Calls < FewSamples) return;
        foreach (Response response in operation.Operation.Responses)
        {
            if (response.Status.All(char.IsAsciiDigit) && !seen.Answers.ContainsKey(int.Parse(response.Status, CultureInfo.InvariantCulture)))
            {
                report.Add(DriftRules.NeverSeen, response.Pointer, operation.Name,
                    FormattableString.Invariant($"Status {response.Status} was answered in none of {seen.Calls} calls: {DriftReport.Confidence(seen.Calls)}."));
            }
        }
    }

    private static void Parameters(DriftReport report, Operation operation, OperationProfile seen)
    {
        foreach ((string key, ValueProfile values) in seen.Parameters)
        {
            string name = key[(key.IndexOf(' ') + 1)..];
            if (!key.StartsWith("query ", StringComparison.Ordinal) || IsDeclared(report.Contract, operation, name)) continue;
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
            if (!parameter.Required || parameter.In is not (ParameterLocation.Query or ParameterLocation.Header) || parameter.Style == ParameterStyle.DeepObject) continue;
            string key = (parameter.In == ParameterLocation.Query ? "query " : "header ") + parameter.Name;
            long sent = seen.Parameters.TryGetValue(key, out ValueProfile? values) ? values.Count : 0;
            if (sent >= seen.Calls) continue;
            report.Explain(parameter.Pointer);
            report.Add(DriftRules.MissingParameter, parameter.Pointer, operation.DisplayName,
                $"Required parameter {parameter.Name} is left out in {DriftReport.Share(seen.Calls - sent, seen.Calls)} calls.",
                DriftReport.Update(parameter.Pointer, new DraftMap().With("required", new DraftRaw("false")), "Calls without it were seen."));
        }
    }

    private static bool IsDeclared(Contract contract, Operation operation, string name)
    {
        foreach (Parameter parameter in operation.Parameters)
        {
            if (parameter.In == ParameterLocation.QueryString) return true;
            if (parameter.In != ParameterLocation.Query) continue;
            bool object_ = parameter.Schema is { Types: var types } && (types & SchemaTypes.Object) != 0;
            if (parameter.Name == name || (parameter.Explode && object_ && parameter.Style == ParameterStyle.Form)
                || (parameter.Style == ParameterStyle.DeepObject && name.StartsWith(parameter.Name + "[", StringComparison.Ordinal))) return true;
        }

        return contract.SecuritySchemes.Any(scheme => scheme.In == ParameterLocation.Query && scheme.ParameterName == name);
    }

    private static void Requests(DriftReport report, SchemaWalk walk, CompiledOperation operation, OperationProfile seen)
    {
        foreach ((string type, BodyProfile body) in seen.Requests)
        {
            if (type.Length == 0) continue;
            if (Fitting(operation.Operation.RequestBody?.Content ?? default, type) is not { } media)
            {
                string pointer = operation.Operation.RequestBody?.Pointer ?? operation.Operation.Pointer;
                report.Add(DriftRules.UndeclaredMediaType, pointer, operation.Name,
                    FormattableString.Invariant($"{body.Count} requests carry {type}, which is not declared."), MediaMend(report, pointer, type, body));
                continue;
            }

            Malformed(report, operation, media.Pointer, type, body);
            if (media.Schema is { } schema) walk.Add(schema, body.Value, operation.Name, "");
        }
    }

    private static void Answer(DriftReport report, SchemaWalk walk, CompiledOperation operation, int status, AnswerProfile answer)
    {
        if (operation.ResponseFor(status) is not { } declared)
        {
            report.Add(DriftRules.UndeclaredStatus, operation.Operation.Pointer, operation.Name,
                FormattableString.Invariant($"Status {status} was answered {answer.Count} times and is not declared."), StatusMend(report, operation.Operation, status, answer));
            return;
        }

        foreach ((string type, BodyProfile body) in answer.Bodies)
        {
            if (type.Length == 0) continue;
            if (Fitting(declared.Response.Content, type) is { } media)
            {
                Malformed(report, operation, media.Pointer, type, body);
                if (media.Schema is { } schema) walk.Add(schema, body.Value, operation.Name, "");
            }
            else
            {
                report.Add(DriftRules.UndeclaredMediaType, declared.Response.Pointer, operation.Name,
                    FormattableString.Invariant($"{body.Count} answers with status {status} carry {type}, which is not declared."), MediaMend(report, declared.Response.Pointer, type, body));
            }
        }
    }

    private static void Malformed(DriftReport report, CompiledOperation operation, string pointer, string type, BodyProfile body)
    {
        if (body.Malformed > 0) report.Add(DriftRules.Malformed, pointer, operation.Name, $"{DriftReport.Share(body.Malformed, body.Count)} bodies say {type} and are not well-formed JSON.");
    }

    private static MediaType? Fitting(EquatableArray<MediaType> content, string type)
    {
        MediaType? best = null;
        foreach (MediaType media in content)
        {
            string declared = media.Name.Split(';')[0].Trim().ToLowerInvariant();
            if (declared == type) return media;
            if (declared == "*/*" || (declared.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(declared[..^1], StringComparison.Ordinal))) best ??= media;
        }

        return best;
    }

    private static IEnumerable<Overlays.OverlayAction> MediaMend(DriftReport report, string pointer, string type, BodyProfile body) =>
        report.Contract.Version == OpenApiVersion.V20 ? [] : DriftReport.Update(pointer, new DraftMap().With("content", new DraftMap().With(type, Media(report, body))), "Seen in traffic.");

    private static DraftMap Media(DriftReport report, BodyProfile body) => new DraftMap().With("schema", SeenSchema.Of(body.Value, report.Contract.Version));

    private static IEnumerable<Overlays.OverlayAction> StatusMend(DriftReport report, Operation operation, int status, AnswerProfile answer)
    {
        DraftMap response = new DraftMap().With("description", "Observed in traffic.");
        foreach ((string type, BodyProfile body) in answer.Bodies)
        {
            if (type.Length == 0) continue;
            if (report.Contract.Version == OpenApiVersion.V20) response["schema"] = SeenSchema.Of(body.Value, OpenApiVersion.V20);
            else response.Map("content")[type] = Media(report, body);
        }

        string code = status.ToString(CultureInfo.InvariantCulture);
        return DriftReport.Update(operation.Pointer, new DraftMap().With("responses", new DraftMap().With(code, response)), "Seen in traffic.");
    }
}
