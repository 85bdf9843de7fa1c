using ContractToolkit.Diff.Rules;
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
        if (old.Schema is null != now.Schema is null)
        {
            comparison.Add(
                old.Schema is null ? "request-body-media-type-schema-added" : "request-body-media-type-schema-removed",
                $"schema of request media type `{now.Name}` {(old.Schema is null ? "added" : "removed")}", old.Pointer, now.Pointer, operation);
        }
        else
        {
            comparison.Compare(old.Schema, now.Schema, place, MediaTypeNames.Essence(now.Name), operation, MediaTypeNames.IsText(now.Name), old.Pointer, now.Pointer);
        }

        comparison.Compare(old.ItemSchema, now.ItemSchema, place, MediaTypeNames.Essence(now.Name) + " item", operation, false, old.Pointer, now.Pointer);
        foreach (Encoding before in old.Encodings)
        {
            if (now.Encodings.FirstOrDefault(each => each.Property == before.Property) is { } after && Differ(before, after))
            {
                comparison.Add("request-body-encoding-changed", $"part `{before.Property}` is encoded differently", old.Pointer, now.Pointer, operation);
            }
        }
    }

    private static bool Differ(Encoding before, Encoding after) =>
        before.Style != after.Style || (before.Style is not null && before.Explode != after.Explode)
        || MediaTypeNames.Normal(before.ContentType) != MediaTypeNames.Normal(after.ContentType);
}
