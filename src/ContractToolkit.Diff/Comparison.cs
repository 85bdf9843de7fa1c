using ContractToolkit.Diff.Rules;
using ContractToolkit.Diff.Schemas;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff;

/// <summary>What the parts of one comparison share: both contracts, the comparisons of schemas, and the changes found so far.</summary>
internal sealed class Comparison
{
    private readonly Dictionary<(string, string?, string?, string), ChangeDraft> changes = [];
    private readonly Dictionary<(Travel, bool), SchemaComparison> schemas = [];
    private readonly UnchangedSchemas unchanged;
    private readonly Func<string, string, bool?> checkFormat;

    public Comparison(ContractDocument old, ContractDocument @new, DiffOptions options)
    {
        OldDocument = old;
        NewDocument = @new;
        Old = old.Contract!;
        New = @new.Contract!;
        Aging = new(options);
        unchanged = new(Old.Schemas, New.Schemas);
        checkFormat = options.CheckFormat ?? Sets.FormatShapes.Check;
    }

    public ContractDocument OldDocument { get; }

    public ContractDocument NewDocument { get; }

    public Contract Old { get; }

    public Contract New { get; }

    public Aging Aging { get; }

    /// <summary>Notes a change; the same change found again only adds its operation.</summary>
    public void Add(
        string rule, string sentence, string? oldPointer, string? newPointer, string? operation, FindingLevel? level = null, string? witness = null)
    {
        DiffRule found = DiffRules.Get(rule);
        Add(new()
        {
            Rule = found, Level = level ?? found.Level, Sentence = sentence, OldPointer = oldPointer, NewPointer = newPointer, Witness = witness,
            Operations = operation is null ? [] : new(StringComparer.Ordinal) { operation },
        });
    }

    /// <summary>Compares two schemas; an absent one accepts everything.</summary>
    public void Compare(Schema? before, Schema? after, SchemaPlace place, string label, string operation, bool text, string oldPointer, string newPointer)
    {
        if (before is null && after is null) return;
        Travel travel = place.Direction();
        if (!schemas.TryGetValue((travel, text), out SchemaComparison? comparison))
        {
            comparison = new(Old, New, travel, unchanged, Aging, () => new SchemaSets(Old, New, travel, text, checkFormat, unchanged));
            schemas.Add((travel, text), comparison);
        }

        comparison.Compare(before ?? Anything(oldPointer), after ?? Anything(newPointer), place, label, operation);
    }

    /// <summary>All changes.</summary>
    public IReadOnlyCollection<ChangeDraft> Changes()
    {
        foreach (SchemaComparison comparison in schemas.Values)
        {
            foreach (ChangeDraft change in comparison.Changes()) Add(change);
        }

        return changes.Values;
    }

    private void Add(ChangeDraft change)
    {
        (string, string?, string?, string) key = (DiffRules.Kind(change.Rule), change.OldPointer, change.NewPointer, change.Edit ?? change.Sentence);
        if (!changes.TryGetValue(key, out ChangeDraft? known) || known.Level < change.Level)
        {
            if (known is not null) change.Operations.UnionWith(known.Operations);
            changes[key] = change;
        }
        else
        {
            known.Operations.UnionWith(change.Operations);
        }
    }

    private static Schema Anything(string pointer) => new() { Id = new(pointer) };
}
