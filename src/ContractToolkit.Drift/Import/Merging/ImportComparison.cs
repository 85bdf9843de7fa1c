using ContractToolkit.Drift.Import.Calls;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Import.Merging;

/// <summary>Compares imported operations with a contract: what the contract lacks, as additions, and where both speak and disagree.</summary>
public sealed class ImportComparison
{
    private readonly Contract contract;
    private readonly ComparisonReport report;
    private readonly SchemaComparison schemas;

    private ImportComparison(Contract contract, ComparisonReport report, DraftMap imported)
    {
        this.contract = contract;
        this.report = report;
        schemas = new SchemaComparison(contract.Schemas, report, imported);
    }

    /// <summary>Compares.</summary>
    /// <param name="imported">The imported operations.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="locate">Turns a pointer of the contract into a place.</param>
    public static ComparisonResult Compare(ImportResult imported, Contract contract, Func<string, DocumentPlace> locate)
    {
        ComparisonReport report = new(locate);
        ImportComparison comparison = new(contract, report, imported.Document);
        foreach (DraftedOperation drafted in imported.Operations) comparison.Add(drafted);
        report.AddComponents(imported.Document);
        return new ComparisonResult(report.Findings, report.Edits);
    }

    private void Add(DraftedOperation drafted)
    {
        report.File = drafted.File;
        if (OperationPaths.Find(contract, drafted) is { } operation)
        {
            report.Operation = operation.DisplayName;
            Existing(operation, drafted.Operation);
            return;
        }

        string path = OperationPaths.InContract(contract, drafted);
        report.Operation = drafted.Method.ToUpperInvariant() + " " + path;
        bool known = contract.Operations.Any(each => each.Path == path);
        DocumentEdit edit = known ? new DocumentEdit(JsonPointer.Append("/paths", path), drafted.Method, drafted.Operation)
            : new DocumentEdit("/paths", path, new DraftMap().With(drafted.Method, drafted.Operation));
        report.Missing(ImportRules.MissingOperation, "/paths", drafted.Operation, $"The contract does not have {report.Operation}.", edit);
    }

    private void Existing(Operation operation, DraftMap page)
    {
        foreach (string text in new[] { "summary", "description" })
        {
            // Words are curated: those of the page only fill a place where there are none at all.
            bool none = operation.Summary is null && operation.Description is null;
            if (none && page[text] is { } words) report.Edits.Add(new DocumentEdit(operation.Pointer, text, words));
        }

        Parameters(operation, page["parameters"] as DraftList);
        RequestBody(operation, page["requestBody"] as DraftMap);
        foreach ((string status, DraftNode node) in (page["responses"] as DraftMap)?.Members ?? [])
        {
            if (node is not DraftMap response || status == "default") continue;
            Response? declared = operation.Responses.FirstOrDefault(each => each.Status == status) ?? operation.Responses.FirstOrDefault(each => each.Status.Equals(status[..1] + "XX", StringComparison.OrdinalIgnoreCase));
            if (declared is null) report.Missing(ImportRules.Missing, operation.Pointer, response, $"The contract does not declare status {status}.", new DocumentEdit(operation.Pointer + "/responses", status, response));
            else Content(declared.Pointer, declared.Content, response["content"] as DraftMap, "answer with status " + status);
        }
    }

    private void Parameters(Operation operation, DraftList? page)
    {
        List<DraftMap> listed = [.. page?.Items.OfType<DraftMap>() ?? []];
        foreach (DraftMap parameter in listed)
        {
            string name = Text(parameter, "name"), place = Text(parameter, "in");
            if (place == "path" || IsSecurity(name, place)) continue;
            if (operation.Parameters.FirstOrDefault(each => IsSame(each, name, place)) is not { } declared)
            {
                report.Missing(ImportRules.Missing, operation.Pointer, parameter, $"The contract does not declare the {place} parameter {name}.", ParameterEdit(operation, parameter));
                continue;
            }

            if (parameter["required"] is DraftRaw { Json: "true" } && !declared.Required)
            {
                report.Contradiction(ImportRules.Required, declared.Pointer, parameter, $"The page requires the {place} parameter {name}; in the contract it is optional.");
            }

            if (declared.Schema is { } schema && parameter["schema"] is DraftMap type) schemas.Compare(type, schema, $"{place} parameter {name}", textual: true);
        }

        if (listed.Count == 0) return;
        foreach (Parameter declared in operation.Parameters.Where(each => each.In == ParameterLocation.Query && !listed.Exists(parameter => IsSame(each, Text(parameter, "name"), Text(parameter, "in")))))
        {
            report.Contradiction(ImportRules.Gone, declared.Pointer, page!, $"The page does not list the query parameter {declared.Name}.");
        }
    }

    private static DocumentEdit ParameterEdit(Operation operation, DraftMap parameter) =>
        operation.Parameters.Any(each => each.Pointer.StartsWith(operation.Pointer + "/parameters/", StringComparison.Ordinal))
            ? new DocumentEdit(operation.Pointer + "/parameters", null, parameter)
            : new DocumentEdit(operation.Pointer, "parameters", new DraftList { Items = { parameter } });

    private bool IsSecurity(string name, string place) => contract.SecuritySchemes.Any(scheme =>
        string.Equals(scheme.ParameterName, name, StringComparison.OrdinalIgnoreCase) || (place == "header" && name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)));

    private static bool IsSame(Parameter declared, string name, string place) =>
        declared.In.ToString().Equals(place, StringComparison.OrdinalIgnoreCase)
        && string.Equals(declared.Name, name, declared.In == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private void RequestBody(Operation operation, DraftMap? page)
    {
        if (page is null) return;
        if (operation.RequestBody is not { } declared)
        {
            report.Missing(ImportRules.Missing, operation.Pointer, page, "The contract declares no request body.", new DocumentEdit(operation.Pointer, "requestBody", page));
            return;
        }

        Content(declared.Pointer, declared.Content, page["content"] as DraftMap, "request");
    }

    private void Content(string pointer, EquatableArray<MediaType> declared, DraftMap? page, string subject)
    {
        foreach ((string name, DraftNode node) in page?.Members ?? [])
        {
            if (node is not DraftMap media) continue;
            MediaType? same = declared.FirstOrDefault(each => MediaTypeName.Parse(each.Name) is { } range && MediaTypeName.Parse(name) is { } type && range.Matches(type) > 0);
            if (same is null)
            {
                DocumentEdit edit = declared.IsEmpty ? new DocumentEdit(pointer, "content", new DraftMap().With(name, media)) : new DocumentEdit(pointer + "/content", name, media);
                report.Missing(ImportRules.Missing, pointer, media, $"The contract does not declare {name} for the {subject}.", edit);
            }
            else if (same.Schema is { } schema && media["schema"] is DraftMap type)
            {
                schemas.Compare(type, schema, subject, textual: MediaTypeName.Parse(name) is not { IsJson: true }, request: subject == "request");
            }
        }
    }

    private static string Text(DraftMap map, string name) => (map[name] as DraftText)?.Text ?? "";
}

/// <summary>What a comparison found.</summary>
/// <param name="Findings">What is missing and what contradicts, with the places on both sides.</param>
/// <param name="Edits">The additions that would complete the contract; nothing in it is changed or removed.</param>
public sealed record ComparisonResult(IReadOnlyList<Finding> Findings, IReadOnlyList<DocumentEdit> Edits);
