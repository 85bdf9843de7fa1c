using System.Text.Json;
using System.Text.RegularExpressions;
using ContractToolkit.Drift.Import.Calls;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Import.Pages;

namespace ContractToolkit.Drift.Import;

/// <summary>Reads documentation pages, collections, recordings and command lines into one OpenAPI 3.1 draft with provenance.</summary>
public static partial class DocumentImport
{
    /// <summary>Imports sources.</summary>
    /// <param name="sources">The files.</param>
    public static ImportResult Read(IEnumerable<ImportSource> sources)
    {
        List<DraftedOperation> operations = [];
        List<Finding> findings = [];
        DraftMap pages = new(), components = new();
        foreach (ImportSource source in sources)
        {
            string id = SourceId(source.File);
            List<DraftedOperation> found = [.. Operations(source, id, pages, components).Select(operation => operation with { File = source.File })];
            if (found.Count == 0) findings.Add(NothingFound(source.File));
            operations.AddRange(found);
        }

        return new ImportResult(Document(operations, pages, components), operations, findings);
    }

    private static IEnumerable<DraftedOperation> Operations(ImportSource source, string id, DraftMap pages, DraftMap components)
    {
        if (Json(source.Text) is { } json)
        {
            pages[id] = Page(source.File, null);
            return PostmanReader.Recognises(json) ? CallDraft.Operations(PostmanReader.Read(json), id)
                : CallDraft.Operations(RecordedCalls.Read(source), id);
        }

        if (source.Text.AsSpan().TrimStart() is ['{' or '[', ..] && CallDraft.Operations(RecordedCalls.Read(source), id).ToList() is { Count: > 0 } recorded)
        {
            pages[id] = Page(source.File, null);
            return recorded;
        }

        if (EmbeddedDocument().Match(source.Text) is { Success: true } block)
        {
            pages[id] = Page(source.File, null);
            return EmbeddedOperations.Read(block.Groups[1].Value, id, components, source.Text.AsSpan(0, block.Groups[1].Index).Count('\n'));
        }

        if (PageReader.Recognises(source.Text) && PageReader.Read(source.Text) is { } page)
        {
            pages[id] = Page(page.Title, page.Modified);
            return [new DraftedOperation(page.Server, page.Path, page.Method.ToLowerInvariant(), PageDraft.Operation(page, id))];
        }

        pages[id] = Page(source.File, null);
        return CallDraft.Operations(CurlReader.Read(source.Text), id);
    }

    private static DraftMap Page(string title, string? modified) => new DraftMap().With("title", title).With("modified", modified);

    private static DraftMap Document(List<DraftedOperation> operations, DraftMap pages, DraftMap components)
    {
        DraftMap document = new DraftMap().With("openapi", "3.1.1")
            .With("info", new DraftMap().With("title", "Imported API").With("version", "0.1.0"));
        DraftList servers = new();
        foreach (string server in operations.Select(operation => operation.Server).OfType<string>().Distinct()) servers.Items.Add(new DraftMap().With("url", server));
        if (servers.Items.Count > 0) document["servers"] = servers;
        if (pages.Count > 0) document["x-contract-sources"] = pages;
        DraftMap paths = document.Map("paths");
        foreach (DraftedOperation operation in operations)
        {
            DraftMap item = paths.Map(operation.Path);
            if (item[operation.Method] is null) item[operation.Method] = operation.Operation;
        }

        if (components.Count > 0) document["components"] = components;
        return document;
    }

    private static Finding NothingFound(string file) => new()
    {
        Id = "CT6101",
        Level = FindingLevel.Error,
        Message = "no operation was found: the file is no saved Apifox page, Postman collection, HAR recording or list of curl commands",
        Document = new DocumentPlace(file, "", default),
        Remedy = "Save the page's whole text, or its Markdown export, and import that.",
    };

    private static string SourceId(string file) => NotInId().Replace(Path.GetFileNameWithoutExtension(file), "-").Trim('-').ToLowerInvariant();

    private static JsonElement? Json(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{")) return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"[^A-Za-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotInId();

    [GeneratedRegex(@"```(?:yaml|yml|json)\s*\n(\s*(?:openapi|swagger|\{)[\s\S]*?)\n```", RegexOptions.NonBacktracking)]
    private static partial Regex EmbeddedDocument();
}

/// <summary>What was imported.</summary>
/// <param name="Document">The whole draft.</param>
/// <param name="Operations">Its operations, each as its own source gave it.</param>
/// <param name="Findings">What could not be read.</param>
public sealed record ImportResult(DraftMap Document, IReadOnlyList<DraftedOperation> Operations, IReadOnlyList<Finding> Findings);
