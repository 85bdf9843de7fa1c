using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Overlays;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Compares the media types of bodies with the declared ones; the bodies go on to the walk.</summary>
internal static class MediaDrift
{
    /// <param name="report">Takes the drifts.</param>
    /// <param name="walk">Takes the bodies.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="pointer">The declared request body or response; of an operation without a body, the operation.</param>
    /// <param name="content">Its media types.</param>
    /// <param name="bodies">What was seen.</param>
    /// <param name="noun">What carries the bodies: "request" or "answer".</param>
    /// <param name="status">What is behind the noun, such as " with status 200".</param>
    public static void Add(DriftReport report, SchemaWalk walk, CompiledOperation operation, string pointer, IReadOnlyList<CompiledMediaType> content, BoundedMap<BodyProfile> bodies, string noun, string status = "")
    {
        foreach ((string type, BodyProfile body) in bodies.All)
        {
            if (type.Length == 0)
            {
                if (content.Count == 0) continue;
                bool single = noun == "request" && content.Count == 1;
                report.Add(DriftRules.UndeclaredMediaType, pointer, operation.Name,
                    $"{Quantities.Counted(body.Count, noun)}{status} carried a body without a Content-Type; declared: {Names(content)}.", level: single ? FindingLevel.Warning : null);
            }
            else if (Fitting(content, type) is not { } media)
            {
                report.Add(DriftRules.UndeclaredMediaType, pointer, operation.Name,
                    $"{Quantities.Counted(body.Count, noun)}{status} carried {type}, which is not declared{(content.Count == 0 ? "" : "; declared: " + Names(content))}.", Mend(report, operation, pointer, content, type, body),
                    // Many documents leave the body of an error undescribed: silence is no promise of none.
                    level: content.Count == 0 ? FindingLevel.Warning : null);
            }
            else
            {
                if (body.Malformed > 0)
                {
                    report.Explain(media.Media.Pointer);
                    report.Add(DriftRules.Malformed, media.Media.Pointer, operation.Name, $"{DriftReport.Share(body.Malformed, body.Count)} bodies say {type} and are not well-formed JSON.");
                }

                if (media.Media.Schema is { } schema) walk.Add(schema, body.Value, operation.Name, "");
            }
        }
    }

    /// <summary>The media type object of what was seen.</summary>
    public static DraftMap Media(DriftReport report, BodyProfile body) => new DraftMap().With("schema", SeenSchema.Of(body, report.Contract.Version));

    private static CompiledMediaType? Fitting(IReadOnlyList<CompiledMediaType> content, string type) =>
        MediaTypeName.Parse(type) is { } name ? CompiledMediaType.Select(content, name) : null;

    private static string Names(IReadOnlyList<CompiledMediaType> content) => string.Join(", ", content.Select(media => media.Media.Name));

    private static IEnumerable<OverlayAction> Mend(DriftReport report, CompiledOperation operation, string pointer, IReadOnlyList<CompiledMediaType> declared, string type, BodyProfile body)
    {
        if (report.Contract.Version == OpenApiVersion.V20) return SwaggerMediaMend.Of(report, operation.Operation, pointer, declared, type, body);
        DraftMap content = new DraftMap().With("content", new DraftMap().With(type, Media(report, body)));
        return DriftReport.Update(pointer, pointer == operation.Operation.Pointer ? new DraftMap().With("requestBody", content) : content, "Seen in traffic.");
    }
}
