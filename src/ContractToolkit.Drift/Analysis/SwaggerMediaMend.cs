using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Overlays;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Adds a media type to an operation of OpenAPI 2.0, which lists them apart from the bodies. An operation's list replaces the document's, so it is written whole.</summary>
internal static class SwaggerMediaMend
{
    private const string Why = "Seen in traffic.";

    public static IEnumerable<OverlayAction> Of(DriftReport report, Operation operation, string pointer, IReadOnlyList<CompiledMediaType> declared, string type, BodyProfile body)
    {
        bool isRequest = operation.RequestBody is { } request ? pointer == request.Pointer : pointer == operation.Pointer;
        string keyword = isRequest ? "consumes" : "produces";
        if (JsonPath.FromPointer(operation.Pointer) is not { } path) return [];
        List<string> names = report.MediaTypes(operation.Pointer + "/" + keyword, Known(operation, isRequest, declared));
        if (!names.Contains(type)) names.Add(type);
        DraftMap update = new DraftMap().With(keyword, DraftList.OfTexts(names));
        if (pointer == operation.Pointer && names.Count == 1)
        {
            DraftMap parameter = new DraftMap().With("name", "body").With("in", "body").With("schema", SeenSchema.Of(body, OpenApiVersion.V20));
            update["parameters"] = new DraftList { Items = { parameter } };
        }

        return [new OverlayAction(JsonPath.Member(path, keyword), null, "It is written anew, whole."), new OverlayAction(path, update, Why)];
    }

    private static IEnumerable<string> Known(Operation operation, bool isRequest, IReadOnlyList<CompiledMediaType> declared) =>
        declared.Select(media => media.Media.Name)
            .Concat(isRequest ? [] : operation.Responses.SelectMany(response => response.Content).Where(media => media.Schema is not null).Select(media => media.Name)).Distinct();
}
