using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Import.Merging;

/// <summary>Gathers what a comparison of pages with a contract finds.</summary>
internal sealed class ComparisonReport(Func<string, DocumentPlace> locate)
{
    private readonly HashSet<(string, string)> told = [];

    public List<Finding> Findings { get; } = [];

    public List<DocumentEdit> Edits { get; } = [];

    /// <summary>The page that is compared.</summary>
    public string? File { get; set; }

    /// <summary>The operation that is compared.</summary>
    public string? Operation { get; set; }

    /// <summary>Reports something that the contract lacks, with the addition.</summary>
    public void Missing(FindingRule rule, string pointer, DraftNode page, string message, DocumentEdit edit)
    {
        if (!told.Add((edit.Pointer + "/" + edit.Name, message))) return;
        Findings.Add(Make(rule, pointer, page, message));
        Edits.Add(edit);
    }

    /// <summary>Reports that page and contract disagree.</summary>
    public void Contradiction(FindingRule rule, string pointer, DraftNode page, string message, FindingLevel? level = null)
    {
        if (told.Add((pointer, message))) Findings.Add(Make(rule, pointer, page, message) with { Level = level ?? rule.Level });
    }

    /// <summary>Adds the components that the additions refer to, those that these refer to, and so on; and the pages that their provenance names. The ones that are there stay as they are.</summary>
    public void AddComponents(DraftMap imported)
    {
        if (Edits.Count == 0) return;
        foreach ((string id, DraftNode page) in (imported["x-contract-sources"] as DraftMap)?.Members ?? []) Edits.Add(new DocumentEdit("/x-contract-sources", id, page));
        Queue<DraftNode> nodes = new(Edits.Select(edit => edit.Node));
        HashSet<string> seen = [];
        while (nodes.TryDequeue(out DraftNode? node))
        {
            foreach (string reference in DraftReferences.In(node))
            {
                string[] path = JsonPointer.Split(reference[1..]);
                if (path.Length != 3 || path[0] != "components" || !seen.Add(reference) || DraftReferences.Target(imported, reference) is not { } target) continue;
                Edits.Add(new DocumentEdit($"/components/{path[1]}", path[2], target));
                nodes.Enqueue(target);
            }
        }
    }

    private Finding Make(FindingRule rule, string pointer, DraftNode page, string message) =>
        rule.At(message, locate(pointer), Operation) with
        {
            Cause = pointer,
            BaseDocument = File is null ? null : new DocumentPlace(File, "", page.Line > 0 ? new SourcePosition(page.Line, 1) : default),
        };
}
