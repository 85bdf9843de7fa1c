using System.Text.Json;
using System.Text.RegularExpressions;
using ContractToolkit.Drift.Import.Calls;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Import.Pages;
using ContractToolkit.Drift.Import.Tables;

namespace ContractToolkit.Drift.Import;

/// <summary>Reads documentation pages, collections, recordings and command lines into one OpenAPI 3.1 draft with provenance.</summary>
public static partial class DocumentImport
{
    /// <summary>Imports sources.</summary>
    /// <param name="sources">The files.</param>
    public static ImportResult Read(IEnumerable<ImportSource> sources)
    {
        List<ImportSource> files = [.. sources];
        List<DraftedOperation> operations = [];
        List<Finding> findings = [];
        DraftMap pages = new(), components = new();
        PostmanVariables environment = PostmanVariables.None;
        List<(ImportSource Source, JsonElement? Json)> read = [];
        foreach (ImportSource source in files)
        {
            JsonElement? json = Json(source.Text);
            if (json is { } values && PostmanVariables.Recognises(values)) environment = environment.With(values);
            else read.Add((source, json));
        }

        foreach ((ImportSource source, JsonElement? json) in read)
        {
            string id = SourceId(source.File, pages);
            List<DraftedOperation> found = [.. Operations(source, json, id, pages, components, environment, findings).Select(operation => operation with { File = source.File })];
            if (found.Count == 0) findings.Add(NothingFound(source.File));
            operations.AddRange(found);
        }

        return new ImportResult(ImportedDocument.Of(operations, pages, components), operations, findings);
    }

    private static IEnumerable<DraftedOperation> Operations(ImportSource source, JsonElement? json, string id, DraftMap pages, DraftMap components, PostmanVariables environment, List<Finding> findings)
    {
        if (json is { } whole)
        {
            pages[id] = Page(source.File, null);
            return PostmanReader.Recognises(whole) ? CallDraft.Operations(PostmanReader.Read(whole, environment), id)
                : CallDraft.Operations(RecordedCalls.Read(source), id);
        }

        if (source.Text.AsSpan().TrimStart() is ['{' or '[', ..] && CallDraft.Operations(RecordedCalls.Read(source), id).ToList() is { Count: > 0 } recorded)
        {
            pages[id] = Page(source.File, null);
            return recorded;
        }

        // A block may be a sample as well.
        if (EmbeddedDocument().Match(source.Text) is { Success: true } block
            && EmbeddedOperations.Read(block.Groups[1].Value, id, components, source.Text.AsSpan(0, block.Groups[1].Index).Count('\n')).ToList() is { Count: > 0 } embedded)
        {
            pages[id] = Page(source.File, null);
            return embedded;
        }

        if (TablePageReader.Recognises(source.Text) && TablePageReader.Read(source, findings) is { Count: > 0 } tables) return OfPages(tables, source, id, pages);
        if (PageReader.Recognises(source.Text) && PageReader.Read(source.Text) is { Count: > 0 } found) return OfPages(found, source, id, pages);
        pages[id] = Page(source.File, null);
        return CallDraft.Operations(CurlReader.Read(source.Text), id);
    }

    private static IEnumerable<DraftedOperation> OfPages(IReadOnlyList<PageOperation> found, ImportSource source, string id, DraftMap pages)
    {
        pages[id] = Page(found.Count == 1 && found[0].Title.Length > 0 ? found[0].Title : source.File, found[0].Modified);
        return found.Select(page => new DraftedOperation(ServerTemplate.Of(page.Server), page.Path, page.Method.ToLowerInvariant(), PageDraft.Operation(page, id)));
    }

    private static DraftMap Page(string title, string? modified) => new DraftMap().With("title", title).With("modified", modified);

    private static Finding NothingFound(string file) => new()
    {
        Id = "CT6101",
        Level = FindingLevel.Error,
        Message = "no operation was found: the file is no saved Apifox page, page with tables of parameters, Postman collection, HAR or NDJSON recording, or list of curl commands",
        Document = new DocumentPlace(file, "", default),
        Remedy = "Save the page's whole text, or its Markdown export, and import that.",
    };

    /// <summary>A key for a source: its name in letters and digits of any script, and a number where another source has that name.</summary>
    private static string SourceId(string file, DraftMap taken)
    {
        string name = NotInId().Replace(Path.GetFileNameWithoutExtension(file), "-").Trim('-').ToLowerInvariant();
        string id = name.Length == 0 ? name = "source" : name;
        for (int n = 2; taken[id] is not null; n++) id = FormattableString.Invariant($"{name}-{n}");
        return id;
    }

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

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotInId();

    [GeneratedRegex(@"```(?:yaml|yml|json)\s*\n(\s*(?:openapi|swagger|\{)[\s\S]*?)\n```", RegexOptions.NonBacktracking)]
    private static partial Regex EmbeddedDocument();
}

/// <summary>What was imported.</summary>
/// <param name="Document">The whole draft.</param>
/// <param name="Operations">Its operations, each as its own source gave it.</param>
/// <param name="Findings">What could not be read.</param>
public sealed record ImportResult(DraftMap Document, IReadOnlyList<DraftedOperation> Operations, IReadOnlyList<Finding> Findings);
