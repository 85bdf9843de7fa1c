using ContractToolkit.Diff.Rules;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>Compares the headers of two versions of a response.</summary>
internal sealed class HeaderComparison(Comparison comparison, string operation, bool reversed)
{
    public void Run(Response before, Response after)
    {
        Parameter[] headers = [.. comparison.Old.CountedHeaders(before)], newHeaders = [.. comparison.New.CountedHeaders(after)];
        foreach (Parameter old in headers)
        {
            Parameter? now = newHeaders.FirstOrDefault(each => string.Equals(each.Name, old.Name, StringComparison.OrdinalIgnoreCase));
            if (now is null) comparison.Add(old.Required ? "required-response-header-removed" : "optional-response-header-removed", $"{Words(old)} removed for status {after.Status}", old.Pointer, after.Pointer, operation);
            else Pair(old, now);
        }

        foreach (Parameter now in newHeaders.Where(each => !headers.Any(old => string.Equals(old.Name, each.Name, StringComparison.OrdinalIgnoreCase))))
        {
            comparison.Add("response-header-added", $"{Words(now)} added for status {after.Status}", before.Pointer, now.Pointer, operation);
        }
    }

    private void Pair(Parameter old, Parameter now)
    {
        if (old.Required != now.Required) Add(now.Required ? "response-header-became-required" : "response-header-became-optional", old, now, $"became {(now.Required ? "required" : "optional")}");
        if (old.Deprecated != now.Deprecated) Add(now.Deprecated ? "response-header-deprecated" : "response-header-reactivated", old, now, now.Deprecated ? "is deprecated" : "is no longer deprecated");
        if (MediaTypeNames.Normal(old.Content?.Name) != MediaTypeNames.Normal(now.Content?.Name)) Add("response-header-content-changed", old, now, "is serialised differently");
        else if (old.Content is null && IsWrittenOtherwise(old, now)) Add("response-header-explode-changed", old, now, "is exploded differently");
        comparison.Compare(
            old.Content?.Schema ?? old.Schema, now.Content?.Schema ?? now.Schema, reversed ? SchemaPlace.RequestParameter : SchemaPlace.ResponseHeader, now.Name,
            operation, old.Content is null && now.Content is null, old.Pointer, now.Pointer);
    }

    private bool IsWrittenOtherwise(Parameter old, Parameter now)
    {
        WrittenForm was = WrittenForm.Of(old, comparison.Old.Schemas), isNow = WrittenForm.Of(now, comparison.New.Schemas);
        return was.IsComparable(isNow) && was != isNow;
    }

    private void Add(string rule, Parameter old, Parameter now, string text) => comparison.Add(rule, $"{Words(now)} {text}", old.Pointer, now.Pointer, operation);

    private static string Words(Parameter header) => $"response header `{header.Name}`";
}
