using System.Globalization;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Overlays;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Compares the answers of one status with the declared response: status, body or none, header fields.</summary>
internal static class AnswerDrift
{
    private const long FewSamples = 20;

    /// <summary>Header fields of HTTP itself and of its usual middle parts; their presence says nothing about an API.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "accept-ranges", "access-control-allow-credentials", "access-control-allow-headers", "access-control-allow-methods", "access-control-allow-origin", "access-control-expose-headers",
        "access-control-max-age", "age", "allow", "alt-svc", "cache-control", "cf-cache-status", "cf-ray", "connection", "content-disposition", "content-encoding", "content-language",
        "content-length", "content-location", "content-range", "content-security-policy", "content-type", "cross-origin-opener-policy", "cross-origin-resource-policy", "date", "etag", "expires",
        "keep-alive", "last-modified", "location", "nel", "permissions-policy", "pragma", "referrer-policy", "report-to", "retry-after", "server", "server-timing", "set-cookie",
        "strict-transport-security", "trailer", "transfer-encoding", "upgrade", "vary", "via", "warning", "www-authenticate", "x-cache", "x-content-type-options", "x-download-options",
        "x-frame-options", "x-permitted-cross-domain-policies", "x-powered-by", "x-runtime", "x-served-by", "x-timer", "x-xss-protection", "x-request-id",
    };

    public static void Add(DriftReport report, SchemaWalk walk, CompiledOperation operation, string code, AnswerProfile answer)
    {
        int status = int.Parse(code, CultureInfo.InvariantCulture);
        if (answer.Forbidden > 0)
        {
            report.Add(DriftRules.ForbiddenBody, operation.ResponseFor(status)?.Response.Pointer ?? operation.Operation.Pointer, operation.Name,
                $"{DriftReport.Share(answer.Forbidden, answer.Count)} answers with status {code} carry a body, where HTTP allows none.");
        }

        if (operation.ResponseFor(status) is not { } declared)
        {
            // A 304 answers what the caller's cache asked; HTTP itself declares it.
            report.Add(DriftRules.UndeclaredStatus, operation.Operation.Pointer, operation.Name,
                $"Status {code} was answered {Quantities.Times(answer.Count)} and is not declared.", StatusMend(report, operation.Operation, code, answer), level: status == 304 ? FindingLevel.Info : null);
            return;
        }

        Headers(report, operation, code, declared.Response, answer);
        Codes(report, operation, declared, answer);
        if (answer.Empty > 0 && declared.Content.Count > 0 && (report.IsViolated(declared.Response.Pointer) || !declared.Content.Any(MayBeEmpty)))
        {
            report.Explain(declared.Response.Pointer);
            foreach (CompiledMediaType media in declared.Content.Where(media => !MayBeEmpty(media))) report.Explain(media.Media.Pointer);
            report.Add(DriftRules.MissingBody, declared.Response.Pointer, operation.Name, $"{DriftReport.Share(answer.Empty, answer.Count)} answers with status {code} have no body, where one is declared.");
        }

        if (declared.Content.Count == 0 && report.Contract.Version == OpenApiVersion.V20) return;
        MediaDrift.Add(report, walk, operation, declared.Response.Pointer, declared.Content, answer.Bodies, "answer", " with status " + code);
    }

    /// <summary>Whether no bytes at all are a body of a media type: an empty text, no lines, no events.</summary>
    private static bool MayBeEmpty(CompiledMediaType media) => media.Format is not (BodyFormat.Json or BodyFormat.Xml or BodyFormat.Multipart);

    private static void Headers(DriftReport report, CompiledOperation operation, string code, Response response, AnswerProfile answer)
    {
        HashSet<string> declared = [.. response.Headers.Select(header => header.Name.ToLowerInvariant())];
        long known = answer.Count - answer.Headless;
        foreach (Parameter header in response.Headers)
        {
            long seen = answer.Headers.Find(header.Name.ToLowerInvariant())?.Count ?? 0;
            if (header.Required && seen < known)
            {
                report.Explain(header.Pointer);
                report.Add(DriftRules.MissingHeader, header.Pointer, operation.Name, $"Required header {header.Name} is absent in {DriftReport.Share(known - seen, known)} answers with status {code}.",
                    DriftReport.Update(header.Pointer, new DraftMap().With("required", new DraftRaw("false")), "Answers without it were seen."));
            }
            else if (seen == 0 && known >= FewSamples)
            {
                report.Add(DriftRules.NeverSeen, header.Pointer, operation.Name,
                    FormattableString.Invariant($"Header {header.Name} was in none of {known} answers with status {code}, {DriftReport.Confidence(known, "of all such answers have it")}."));
            }
        }

        if (answer.Count < FewSamples) return;
        foreach ((string name, ValueProfile seen) in answer.Headers.Others)
        {
            if (Common.Contains(name) || declared.Contains(name) || name.StartsWith(':') || seen.Count < answer.Count) continue;
            report.Add(DriftRules.UndeclaredHeader, response.Pointer, operation.Name, FormattableString.Invariant($"Header {name} is in all {answer.Count} answers with status {code} and is not declared."));
        }
    }

    private static void Codes(DriftReport report, CompiledOperation operation, CompiledResponse declared, AnswerProfile answer)
    {
        foreach ((string type, BodyProfile body) in answer.Bodies.All)
        {
            if (MediaTypeName.Parse(type) is not { } name || CompiledMediaType.Select(declared.Content, name)?.Envelope?.Rule is not { Codes.IsEmpty: false } rule) continue;
            HashSet<string> known = [.. rule.Codes.Select(code => code.Code.Text), .. rule.Success.Select(code => code.Text)];
            foreach ((string code, Tally count) in body.Codes.Others.Where(code => !known.Contains(code.Key)))
            {
                report.Add(DriftRules.UndeclaredCode, operation.Operation.Pointer, operation.Name, $"Return code {code} was answered {Quantities.Times(count.Count)} and is not listed.", instance: rule.Code);
            }
        }
    }

    private static IEnumerable<OverlayAction> StatusMend(DriftReport report, Operation operation, string code, AnswerProfile answer)
    {
        DraftMap response = new DraftMap().With("description", "Observed in traffic.");
        foreach ((string type, BodyProfile body) in answer.Bodies.All)
        {
            if (type.Length == 0) continue;
            if (report.Contract.Version == OpenApiVersion.V20) response["schema"] = SeenSchema.Of(body, OpenApiVersion.V20);
            else response.Map("content")[type] = MediaDrift.Media(report, body);
        }

        return DriftReport.Update(operation.Pointer, new DraftMap().With("responses", new DraftMap().With(code, response)), "Seen in traffic.");
    }
}
