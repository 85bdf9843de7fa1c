using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Compares what traffic showed with what the contract says.</summary>
public static class DriftAnalysis
{
    /// <summary>All drifts, errors first, in the order of the operations.</summary>
    /// <param name="contract">The contract, compiled.</param>
    /// <param name="locate">Turns a pointer of the contract into a place.</param>
    /// <param name="profile">The profile of the traffic.</param>
    public static IReadOnlyList<Drift> Compare(CompiledContract contract, Func<string, DocumentPlace> locate, TrafficProfile profile)
    {
        HashSet<string> violated = [.. profile.Operations.Values.SelectMany(operation => operation.Violations.Keys).Select(key => key[(key.IndexOf(' ') + 1)..])];
        DriftReport report = new(contract, locate, violated);
        UndeclaredDrift.Add(report, contract.Router, profile);
        SchemaWalk walk = new(contract.Contract.Schemas);
        // Where no call carries any, the recorder has taken them out.
        bool keepsCredentials = profile.Operations.Values.Any(seen => seen.Secured > 0);
        foreach (CompiledOperation operation in contract.Operations)
        {
            if (!profile.Operations.TryGetValue(operation.Name, out OperationProfile? seen))
            {
                if (profile.Exchanges > 0) NeverCalled(report, operation.Operation, profile.Exchanges);
                continue;
            }

            OperationDrift.Add(report, walk, operation, seen);
            if (keepsCredentials && seen.Unsecured > 0)
            {
                report.Add(DriftRules.MissingCredentials, operation.Operation.Pointer, operation.Name,
                    $"{DriftReport.Share(seen.Unsecured, seen.Secured + seen.Unsecured)} calls succeed without the credentials that the operation requires.");
            }
        }

        foreach (ObservedSchema observed in walk.Observed.Values) SchemaDrift.Add(report, observed);
        foreach ((string operation, OperationProfile seen) in profile.Operations) OtherViolations(report, operation, contract.Operations.FirstOrDefault(each => each.Name == operation), seen);
        return [.. report.Drifts.OrderByDescending(drift => drift.Finding.Level)];
    }

    private static void NeverCalled(DriftReport report, Operation operation, long exchanges) =>
        report.Add(DriftRules.NeverSeen, operation.Pointer, operation.DisplayName,
            FormattableString.Invariant($"The operation was called in none of {exchanges} exchanges."));

    private static void OtherViolations(DriftReport report, string operation, CompiledOperation? declared, OperationProfile seen)
    {
        Dictionary<string, string> media = MediaPointers(declared);
        foreach ((string key, long count) in seen.Violations)
        {
            int space = key.IndexOf(' ');
            string rule = key[..space], pointer = key[(space + 1)..];
            if (rule is ExchangeRules.RequestBody or ExchangeRules.ResponseMalformed && media.TryGetValue(pointer, out string? type) && !report.IsExplained(pointer))
            {
                report.Add(DriftRules.Malformed, pointer, operation, $"{DriftReport.Share(count, seen.Calls)} calls carry a body that cannot be read as {type}.");
                continue;
            }

            // A body that is no JSON at all breaks no rule of a schema; it has been reported.
            if (pointer.Length == 0 || report.IsExplained(pointer) || rule is ExchangeRules.ResponseStatus or ExchangeRules.ResponseMediaType or ExchangeRules.RequestMediaType or ExchangeRules.ResponseMalformed) continue;
            report.Add(DriftRules.OtherViolation, pointer, operation, Sentence(declared, rule, pointer, DriftReport.Share(count, seen.Calls)), report.Once(KeywordMend.For(report.Contract, pointer)));
        }
    }

    private static Dictionary<string, string> MediaPointers(CompiledOperation? operation)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (CompiledMediaType media in operation?.RequestContent.Concat(operation.Responses.SelectMany(response => response.Content)) ?? []) names[media.Media.Pointer] = media.Media.Name;
        return names;
    }

    private static string Sentence(CompiledOperation? operation, string rule, string pointer, string share)
    {
        string subject = rule switch
        {
            ExchangeRules.RequestParameter => operation?.Operation.Parameters.FirstOrDefault(each => Within(pointer, each.Pointer)) is { } parameter ? $"the {parameter.In.ToString().ToLowerInvariant()} parameter {parameter.Name}" : "a parameter",
            ExchangeRules.RequestBody => "the request's body",
            ExchangeRules.ResponseHeader => "a header of the answer",
            ExchangeRules.ResponseEnvelope => "the envelope of the answer",
            _ => "the answer's body",
        };
        if (rule is ExchangeRules.RequestParameter or ExchangeRules.ResponseHeader && JsonPointer.Split(pointer[(pointer.IndexOf('#') + 1)..]) is [.., "parameters" or "headers", _])
        {
            return $"In {share} calls {subject} cannot be read: it is sent twice, or not written in the style that the contract declares.";
        }

        string keyword = JsonPointer.Split(pointer[(pointer.IndexOf('#') + 1)..]) is [.., { Length: > 0 } last] ? last : "the contract";
        return $"In {share} calls {subject} breaks {keyword}.";
    }

    /// <summary>Whether a pointer leads to a place or below it, each perhaps with the file before the number sign.</summary>
    private static bool Within(string pointer, string place) =>
        (pointer + "/").AsSpan(pointer.IndexOf('#') + 1).StartsWith((place + "/").AsSpan(place.IndexOf('#') + 1), StringComparison.Ordinal);
}
