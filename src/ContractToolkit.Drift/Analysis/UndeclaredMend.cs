using System.Globalization;
using ContractToolkit.Drift.Import.Calls;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Overlays;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Drafts the operation of calls that are outside the contract. Values of their bodies are not profiled: any value is declared, and a person may say more.</summary>
internal static class UndeclaredMend
{
    private static readonly HashSet<string> HttpMethods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

    public static IEnumerable<OverlayAction> Of(string method, string template, List<UndeclaredTraffic> calls, OpenApiVersion version)
    {
        if (!HttpMethods.Contains(method) || (method == "TRACE" && version == OpenApiVersion.V20)) yield break;
        DraftMap operation = new DraftMap().With("operationId", OperationNames.FromPath(method, template));
        string[] bodies = [.. calls.SelectMany(call => call.Seen.Bodies).Select(body => body.Key).Where(type => type.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        DraftList parameters = new();
        parameters.Items.AddRange(PathTemplates.Parameters(template).Select(name => Parameter(name, "path", version).With("required", new DraftRaw("true"))));
        parameters.Items.AddRange(calls.SelectMany(call => call.Seen.Parameters).Select(parameter => parameter.Key).Distinct().Order(StringComparer.Ordinal).Select(name => Parameter(name, "query", version)));
        if (bodies.Length > 0) Body(operation, parameters, bodies, version);
        if (parameters.Items.Count > 0) operation["parameters"] = parameters;
        foreach (int status in calls.Select(call => call.Status).Where(status => status >= 100).Distinct().Order())
        {
            DraftMap response = new DraftMap().With("description", "Observed in traffic.");
            if (status is not (204 or 304)) Answer(operation, response, version);
            operation.Map("responses")[status.ToString(CultureInfo.InvariantCulture)] = response;
        }

        yield return new OverlayAction("$['paths']", new DraftMap().With(template, new DraftMap().With(method.ToLowerInvariant(), operation)), "Seen in traffic.");
    }

    private static DraftMap Parameter(string name, string place, OpenApiVersion version)
    {
        DraftMap parameter = new DraftMap().With("name", name).With("in", place);
        return version == OpenApiVersion.V20 ? parameter.With("type", "string") : parameter.With("schema", new DraftMap().With("type", "string"));
    }

    private static void Body(DraftMap operation, DraftList parameters, string[] types, OpenApiVersion version)
    {
        if (version == OpenApiVersion.V20)
        {
            parameters.Items.Add(new DraftMap().With("name", "body").With("in", "body").With("schema", new DraftMap()));
            operation["consumes"] = DraftList.OfTexts(types);
            return;
        }

        DraftMap content = operation.Map("requestBody").Map("content");
        foreach (string type in types) content[type] = new DraftMap();
    }

    private static void Answer(DraftMap operation, DraftMap response, OpenApiVersion version)
    {
        if (version != OpenApiVersion.V20)
        {
            response["content"] = new DraftMap().With("*/*", new DraftMap());
            return;
        }

        response["schema"] = new DraftMap();
        operation["produces"] = DraftList.OfTexts(["*/*"]);
    }
}
