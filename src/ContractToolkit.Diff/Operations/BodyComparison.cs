using ContractToolkit.Diff.Rules;
using ContractToolkit.Diff.Schemas;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>Compares the request bodies of two versions of an operation.</summary>
internal sealed class BodyComparison(Comparison comparison, string operation, bool reversed)
{
    public void Run(Operation old, Operation @new)
    {
        RequestBody? before = old.RequestBody, after = @new.RequestBody;
        if (before is null && after is null) return;
        if (before is null)
        {
            comparison.Add(after!.Required ? "request-body-added-required" : "request-body-added-optional", $"{(after.Required ? "required" : "optional")} request body added", old.Pointer, after.Pointer, operation, Reversed(FindingLevel.Info));
            return;
        }

        if (after is null)
        {
            comparison.Add("request-body-removed", "request body removed", before.Pointer, @new.Pointer, operation);
            return;
        }

        if (before.Required != after.Required)
        {
            bool harmless = reversed == !after.Required;
            comparison.Add(
                after.Required ? "request-body-became-required" : "request-body-became-optional", $"request body became {(after.Required ? "required" : "optional")}",
                before.Pointer, after.Pointer, operation, reversed && !harmless ? FindingLevel.Info : reversed ? FindingLevel.Error : null);
        }

        MediaTypes(before, after);
    }

    private FindingLevel? Reversed(FindingLevel level) => reversed ? level : null;

    private void MediaTypes(RequestBody before, RequestBody after)
    {
        MediaTypeMatch match = MediaTypeMatch.Of(before.Content, after.Content);
        foreach (MediaType gone in match.Removed) comparison.Add("request-body-media-type-removed", $"request media type `{gone.Name}` removed", gone.Pointer, after.Pointer, operation);
        foreach (MediaType more in match.Added) comparison.Add("request-body-media-type-added", $"request media type `{more.Name}` added", before.Pointer, more.Pointer, operation);
        foreach ((MediaType old, MediaType now) in match.Pairs)
        {
            if (!MediaTypeNames.Covers(now.Name, old.Name)) comparison.Add("request-body-media-type-removed", $"request media type `{old.Name}` narrowed to `{now.Name}`", old.Pointer, now.Pointer, operation);
            else if (!MediaTypeNames.Covers(old.Name, now.Name)) comparison.Add("request-body-media-type-added", $"request media type `{old.Name}` widened to `{now.Name}`", old.Pointer, now.Pointer, operation);
            Pair(old, now);
        }
    }

    private void Pair(MediaType old, MediaType now)
    {
        SchemaPlace place = reversed ? SchemaPlace.ResponseBody : SchemaPlace.RequestBody;
        Schema? was = WrittenBytes.OfBody(old, comparison.Old.Schemas), will = WrittenBytes.OfBody(now, comparison.New.Schemas);
        if (was is null != will is null)
        {
            comparison.Add(
                was is null ? "request-body-media-type-schema-added" : "request-body-media-type-schema-removed",
                $"schema of request media type `{now.Name}` {(was is null ? "added" : "removed")}", old.Pointer, now.Pointer, operation);
        }
        else
        {
            comparison.Compare(was, will, place, MediaTypeNames.Essence(now.Name), operation, MediaTypeNames.IsText(now.Name), old.Pointer, now.Pointer);
        }

        comparison.Compare(old.ItemSchema, now.ItemSchema, place, MediaTypeNames.Essence(now.Name) + " item", operation, false, old.Pointer, now.Pointer);
        foreach (string part in old.Encodings.Concat(now.Encodings).Select(encoding => encoding.Property).Distinct())
        {
            PartForm? before = PartForm.Of(old, part, comparison.Old.Schemas), after = PartForm.Of(now, part, comparison.New.Schemas);
            if (before is null || after is null || before == after) continue;
            bool understood = reversed ? after.IsWithin(before) : before.IsWithin(after);
            comparison.Add(
                "request-body-encoding-changed", $"part `{part}` is encoded differently: {after}, before {before}",
                old.Pointer, now.Pointer, operation, understood ? FindingLevel.Info : null);
        }
    }
}
