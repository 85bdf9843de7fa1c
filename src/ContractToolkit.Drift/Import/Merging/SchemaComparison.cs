using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Import.Merging;

/// <summary>Compares the schemas of a page with those of a contract. What the contract says more narrowly stays as it is.</summary>
internal sealed class SchemaComparison(SchemaTable table, ComparisonReport report, DraftMap imported)
{
    private const int MaxDepth = 48;
    private const SchemaTypes All = SchemaTypes.Null | SchemaTypes.Boolean | SchemaTypes.Integer | SchemaTypes.Number | SchemaTypes.String | SchemaTypes.Array | SchemaTypes.Object;

    /// <param name="page">The page's schema.</param>
    /// <param name="schema">The contract's.</param>
    /// <param name="subject">What it is of, as a sentence names it.</param>
    /// <param name="textual">Whether values travel as text, so that a string stands for any scalar.</param>
    /// <param name="request">Whether what the page does not list is worth a remark.</param>
    public void Compare(DraftMap page, Schema schema, string subject, bool textual = false, bool request = false) => Compare(page, [schema], subject, new Mode(textual, request, Observed: false), 0);

    private void Compare(DraftMap page, List<Schema> declared, string subject, Mode mode, int depth)
    {
        if (depth > MaxDepth) return;
        if (page["$ref"] is DraftText { Text: ['#', '/', ..] } link)
        {
            if (DraftReferences.Target(imported, link.Text) is DraftMap target) Compare(target, declared, subject, mode, depth + 1);
            return;
        }

        mode = mode with { Observed = mode.Observed || IsObserved(page) };
        List<Schema> applied = [];
        foreach (Schema schema in declared) Flatten(schema, applied, 0);
        if (applied.TrueForAll(SaysNothing) && applied.Count > 0)
        {
            Fill(page, applied[^1], subject);
            return;
        }

        Types(page, declared, applied[0], subject, mode);
        Format(page, applied, subject);
        Members(page, applied, subject, mode, depth);
        if (page["items"] is not DraftMap items) return;
        List<Schema> below = [.. applied.Select(schema => schema.Array?.Items).OfType<Schema>()];
        if (below.Count > 0 && items.Count > 0) Compare(items, below, subject + "/-", mode, depth + 1);
    }

    private void Types(DraftMap page, List<Schema> declared, Schema first, string subject, Mode mode)
    {
        SchemaTypes allowed = declared.Aggregate(SchemaTypes.None, (sum, schema) => sum | Allowed(schema, 0));
        List<string> named = [.. page["type"] switch { DraftText text => [text.Text], DraftList list => list.Items.OfType<DraftText>().Select(text => text.Text), _ => Enumerable.Empty<string>() }];
        List<string> refused = [.. named.Where(type => !Allows(allowed, type) && !(mode.Textual && type == "string"))];
        if (refused.Count == 0) return;
        report.Contradiction(ImportRules.Type, first.Id.Value, page,
            $"The {(mode.Observed ? "page's sample shows" : "page says")} {string.Join(" or ", refused)} for the {subject}; the contract says {Names(allowed)}.", mode.Observed ? FindingLevel.Warning : null);
    }

    private void Format(DraftMap page, List<Schema> applied, string subject)
    {
        if (page["format"] is not DraftText { Text: var format }) return;
        Schema? other = applied.Find(schema => schema.Format is not null);
        if (other is null || applied.Exists(schema => schema.Format == format)) return;
        report.Contradiction(ImportRules.Format, other.Id.Value, page, $"The page says format {format} for the {subject}; the contract says {other.Format}.");
    }

    private void Members(DraftMap page, List<Schema> applied, string subject, Mode mode, int depth)
    {
        if (page["properties"] is not DraftMap properties) return;
        HashSet<string> required = [.. (page["required"] as DraftList)?.Items.OfType<DraftText>().Select(text => text.Text) ?? []];
        List<Schema> objects = [.. applied.Where(schema => schema.Object is { Properties.IsEmpty: false })];
        bool map = objects.Count == 0 && applied.Exists(schema => schema.Object?.AdditionalProperties is { Always: null });
        foreach ((string name, DraftNode node) in properties.Members)
        {
            if (node is not DraftMap member || map) continue;
            List<Schema> same = [.. objects.SelectMany(schema => schema.Object!.Properties.Where(property => property.Name == name)).Select(property => property.Schema)];
            string place = subject.Contains(" at /", StringComparison.Ordinal) ? subject + "/" + name : subject + " at /" + name;
            if (same.Count == 0)
            {
                AddMember(objects.Count > 0 ? objects[0] : applied[^1], name, member, place, required.Contains(name) && !mode.Observed);
                continue;
            }

            if (required.Contains(name) && !mode.Observed && !applied.Exists(schema => schema.Object?.Required.Contains(name) == true))
            {
                report.Contradiction(ImportRules.Required, same[0].Id.Value, member, $"The page requires the {place}; in the contract it is optional.");
            }

            Compare(member, same, place, mode, depth + 1);
        }

        if (!mode.Request || mode.Observed) return;
        foreach (NamedSchema property in objects.SelectMany(schema => schema.Object!.Properties).Where(property => properties[property.Name] is null))
        {
            report.Contradiction(ImportRules.Gone, property.Schema.Id.Value, page, $"The page does not list the {subject} at /{property.Name}.");
        }
    }

    private void AddMember(Schema schema, string name, DraftMap member, string place, bool isRequired)
    {
        string pointer = schema.Id.Value;
        report.Missing(ImportRules.Missing, pointer, member, $"The contract does not declare the {place}.", new DocumentEdit(pointer + "/properties", name, member));
        if (isRequired) report.Edits.Add(new DocumentEdit(pointer + "/required", null, new DraftText(name)));
    }

    /// <summary>Gives a schema of the contract that says nothing what the page says.</summary>
    private void Fill(DraftMap page, Schema schema, string subject)
    {
        foreach ((string keyword, DraftNode node) in page.Members)
        {
            if (keyword is "description" or "title" or "example" or "x-contract-provenance") continue;
            report.Missing(ImportRules.Missing, schema.Id.Value, page, $"The contract says nothing of the {subject}, which the page describes.", new DocumentEdit(schema.Id.Value, keyword, node));
        }
    }

    private static bool SaysNothing(Schema schema) =>
        schema is { Always: null, Reference: null, DynamicReference: null, Types: SchemaTypes.None, Composition: null, Object: null, Array: null, String: null, Number: null, Enum: null, Const: null, Format: null };

    /// <summary>All schemas that may hold for the value: through references, and every branch of a choice.</summary>
    private void Flatten(Schema schema, List<Schema> applied, int depth)
    {
        if (depth > MaxDepth || applied.Exists(each => each.Id == schema.Id)) return;
        applied.Add(schema);
        if (schema.Reference is { } reference && table.TryGet(reference, out Schema? target)) Flatten(target, applied, depth + 1);
        if (schema.Composition is not { } composition) return;
        foreach (Schema part in composition.AllOf.Concat(composition.AnyOf).Concat(composition.OneOf)) Flatten(part, applied, depth + 1);
    }

    private SchemaTypes Allowed(Schema schema, int depth)
    {
        if (depth > MaxDepth) return All;
        SchemaTypes types = schema.Always == false ? SchemaTypes.None : schema.Types == SchemaTypes.None ? All : schema.Types;
        if ((types & SchemaTypes.Number) != 0) types |= SchemaTypes.Integer;
        if (schema.Reference is { } reference && table.TryGet(reference, out Schema? target)) types &= Allowed(target, depth + 1);
        if (schema.Composition is not { } composition) return types;
        foreach (Schema part in composition.AllOf) types &= Allowed(part, depth + 1);
        if (!composition.AnyOf.IsEmpty) types &= composition.AnyOf.Aggregate(SchemaTypes.None, (sum, part) => sum | Allowed(part, depth + 1));
        if (!composition.OneOf.IsEmpty) types &= composition.OneOf.Aggregate(SchemaTypes.None, (sum, part) => sum | Allowed(part, depth + 1));
        return types;
    }

    private static bool Allows(SchemaTypes allowed, string type) =>
        !Enum.TryParse(type, ignoreCase: true, out SchemaTypes named) || (allowed & named) != 0 || (named == SchemaTypes.Integer && (allowed & SchemaTypes.Number) != 0);

    private static string Names(SchemaTypes types) =>
        types == All ? "any type" : string.Join(" or ", Enum.GetValues<SchemaTypes>().Where(each => each != SchemaTypes.None && (types & each) != 0 && !(each == SchemaTypes.Integer && (types & SchemaTypes.Number) != 0)).Select(each => each.ToString().ToLowerInvariant()));

    private static bool IsObserved(DraftMap page) => page["x-contract-provenance"] is DraftMap provenance && provenance["confidence"] is DraftText { Text: "observed" };

    private readonly record struct Mode(bool Textual, bool Request, bool Observed);
}
