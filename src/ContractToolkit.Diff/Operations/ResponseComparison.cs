using ContractToolkit.Diff.Rules;
using ContractToolkit.Diff.Schemas;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>Compares the responses of two versions of an operation.</summary>
internal sealed class ResponseComparison(Comparison comparison, string operation, bool reversed)
{
    public void Run(Operation old, Operation @new)
    {
        foreach (Response before in old.Responses)
        {
            Response? after = Same(@new, before) ?? Covering(@new, before.Status);
            if (after is not null) Pair(before, after);
            else Removed(before, @new);
        }

        foreach (Response after in @new.Responses)
        {
            if (Same(old, after) is not null) continue;
            if ((Covering(old, after.Status) ?? Default(old, after.Status)) is { } general) Pair(general, after);
            comparison.Add(Kind(after.Status) + "-added", $"{Words(after.Status)} added", old.Pointer, after.Pointer, operation);
        }
    }

    private static Response? Same(Operation operation, Response like) => operation.Responses.FirstOrDefault(each => each.Status == like.Status);

    // What an error was before it was written down on its own.
    private static Response? Default(Operation operation, string status) =>
        status[0] is '4' or '5' ? operation.Responses.FirstOrDefault(each => each.Status == "default") : null;

    // The range that a status falls in; "default" stands for nothing in particular.
    private static Response? Covering(Operation operation, string status) =>
        status.Length == 3 ? operation.Responses.FirstOrDefault(each => each.Status.Length == 3 && each.Status[0] == status[0] && each.Status.EndsWith("XX", StringComparison.Ordinal)) : null;

    private void Removed(Response before, Operation @new)
    {
        bool replaced = before.Status == "default" && @new.Responses.Any(each => each.Status == "4XX") && @new.Responses.Any(each => each.Status == "5XX");
        bool split = before.Status.EndsWith("XX", StringComparison.Ordinal) && @new.Responses.Any(each => each.Status[0] == before.Status[0]);
        comparison.Add(
            Kind(before.Status) + "-removed", $"{Words(before.Status)} removed", before.Pointer, @new.Pointer, operation,
            replaced || split ? FindingLevel.Info : null);
    }

    private static string Kind(string status) =>
        status == "default" ? "response-default" : status[0] == '2' ? "response-success-status" : "response-non-success-status";

    private static string Words(string status) => status == "default" ? "default response" : $"response status {status}";

    private void Pair(Response before, Response after)
    {
        new HeaderComparison(comparison, operation, reversed).Run(before, after);
        MediaTypes(before, after);
        LinkComparison.Run(comparison, operation, before, after);
    }

    private void MediaTypes(Response before, Response after)
    {
        if (before.Content.IsEmpty != after.Content.IsEmpty)
        {
            bool added = before.Content.IsEmpty;
            foreach (MediaType type in added ? after.Content : before.Content)
            {
                comparison.Add(added ? "response-media-type-added" : "response-media-type-removed", $"response media type `{type.Name}` {(added ? "added" : "removed")} for status {after.Status}", added ? before.Pointer : type.Pointer, added ? type.Pointer : after.Pointer, operation);
            }

            return;
        }

        MediaTypeMatch match = MediaTypeMatch.Of(before.Content, after.Content);
        foreach (MediaType gone in match.Removed) comparison.Add("response-media-type-removed", $"response media type `{gone.Name}` removed for status {after.Status}", gone.Pointer, after.Pointer, operation);
        foreach (MediaType more in match.Added) comparison.Add("response-media-type-added", $"response media type `{more.Name}` added for status {after.Status}", before.Pointer, more.Pointer, operation);
        foreach ((MediaType old, MediaType now) in match.Pairs) Pair(old, now, after.Status);
    }

    private void Pair(MediaType old, MediaType now, string status)
    {
        string essence = MediaTypeNames.Essence(now.Name), before = MediaTypeNames.Essence(old.Name);
        if (MediaTypeNames.Normal(old.Name) != MediaTypeNames.Normal(now.Name))
        {
            string rule = essence == before || MediaTypeNames.Parameters(old.Name) != MediaTypeNames.Parameters(now.Name) ? "changed" : MediaTypeNames.Covers(now.Name, old.Name) ? "generalized" : "specialized";
            comparison.Add("response-media-type-name-" + rule, $"response media type `{old.Name}` became `{now.Name}` for status {status}", old.Pointer, now.Pointer, operation);
        }

        SchemaPlace place = reversed ? SchemaPlace.RequestBody : SchemaPlace.ResponseBody;
        Schema? was = WrittenBytes.OfBody(old, comparison.Old.Schemas), will = WrittenBytes.OfBody(now, comparison.New.Schemas);
        if (was is null != will is null)
        {
            comparison.Add(
                was is null ? "response-body-media-type-schema-added" : "response-body-media-type-schema-removed",
                $"schema of response media type `{now.Name}` {(was is null ? "added" : "removed")} for status {status}", old.Pointer, now.Pointer, operation);
        }
        else
        {
            comparison.Compare(was, will, place, status, operation, MediaTypeNames.IsText(now.Name), old.Pointer, now.Pointer);
        }

        comparison.Compare(old.ItemSchema, now.ItemSchema, place, status + " item", operation, false, old.Pointer, now.Pointer);
    }
}
