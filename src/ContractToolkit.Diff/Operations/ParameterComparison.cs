using ContractToolkit.Diff.Rules;
using ContractToolkit.Diff.Schemas;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>Compares the parameters of two versions of an operation.</summary>
internal sealed class ParameterComparison(Comparison comparison, Operation old, Operation @new, bool reversed)
{
    private readonly string name = @new.DisplayName;
    private readonly string[] oldNames = PathShape.Names(old.Path);
    private readonly string[] newNames = PathShape.Names(@new.Path);

    public void Run()
    {
        List<Parameter> added = [.. comparison.New.CountedParameters(@new)];
        foreach (Parameter before in comparison.Old.CountedParameters(old))
        {
            if (added.Find(after => IsSame(before, after)) is not { } found)
            {
                Removed(before);
                continue;
            }

            added.Remove(found);
            Both(before, found);
        }

        foreach (Parameter after in added) Added(after);
    }

    private bool IsSame(Parameter before, Parameter after)
    {
        if (before.In != after.In) return false;
        if (before.In == ParameterLocation.Header) return string.Equals(before.Name, after.Name, StringComparison.OrdinalIgnoreCase);
        if (before.In != ParameterLocation.Path) return before.Name == after.Name;
        int place = Array.IndexOf(oldNames, before.Name);

        // A prefix that moved between servers and path may carry parameters with it, so places count from the end.
        return place < 0 ? before.Name == after.Name : Array.IndexOf(newNames, after.Name) - newNames.Length == place - oldNames.Length;
    }

    private void Removed(Parameter before)
    {
        (string rule, string how) = comparison.Aging.Removed(Lifecycle.Of(before)) switch
        {
            Removal.WithDeprecation => ("request-parameter-removed-with-deprecation", " after deprecation"),
            Removal.BeforeSunset => ("request-parameter-removed-before-sunset", " before its sunset"),
            Removal.UnreadableSunset => ("request-parameter-sunset-parse", "; its sunset date is no date"),
            _ => ("request-parameter-removed", ""),
        };
        comparison.Add(rule, $"{Words(before)} removed{how}", before.Pointer, @new.Pointer, name);
    }

    private void Added(Parameter after)
    {
        string need = after.Required ? "required" : "optional";
        bool shared = !after.Pointer.StartsWith(@new.Pointer + "/", StringComparison.Ordinal) && after.Pointer.IndexOf("/paths/", StringComparison.Ordinal) >= 0;
        string rule = after.In == ParameterLocation.Path ? "new-request-path-parameter"
            : shared ? $"new-{need}-request-default-parameter-to-existing-path" : $"new-{need}-request-parameter";
        comparison.Add(rule, $"{Words(after)} added, {need}", old.Pointer, after.Pointer, name);
    }

    private void Both(Parameter before, Parameter after)
    {
        if (before.In == ParameterLocation.Path && before.Name != after.Name)
        {
            Add("request-parameter-renamed", before, after, $"path parameter `{before.Name}` renamed `{after.Name}`");
        }

        if (before.Required != after.Required)
        {
            Add(after.Required ? "request-parameter-became-required" : "request-parameter-became-optional", before, after, $"{Words(after)} became {(after.Required ? "required" : "optional")}");
        }

        if (Repeated(before, after) is { } item)
        {
            Add("request-parameter-type-generalized", before, after, $"{Words(after)} may be given several times now");
            comparison.Compare(before.Schema, item, SchemaPlace.RequestParameter, after.Name, name, true, before.Pointer, after.Pointer);
            return;
        }

        Serialisation(before, after);
        foreach ((string rule, string text) in comparison.Aging.Parameter(Lifecycle.Of(before), Lifecycle.Of(after))) Add(rule, before, after, $"{Words(after)} {text}");
        bool text2 = before.Content is null && after.Content is null;

        // Who had to send a value never met the default.
        Schema? was = before.Content?.Schema ?? before.Schema, now = after.Content?.Schema ?? after.Schema;
        if (before.Required && now?.Notes is { } notes && notes.Default != was?.Notes?.Default)
        {
            Unmet(before, after, was?.Notes?.Default, notes.Default);
            now = now with { Notes = notes with { Default = was?.Notes?.Default } };
        }

        comparison.Compare(
            was, now, reversed ? SchemaPlace.ResponseHeader : SchemaPlace.RequestParameter,
            after.Name, name, text2, before.Pointer, after.Pointer);
    }

    private void Unmet(Parameter before, Parameter after, JsonLiteral? was, JsonLiteral? now)
    {
        string action = was is null ? "added" : now is null ? "removed" : "changed";
        comparison.Add(
            "request-parameter-default-value-" + action, $"{Words(after)}: default {was?.Text ?? "(none)"} became {now?.Text ?? "(none)"}, which nobody met as it had to be sent",
            before.Pointer, after.Pointer, name, FindingLevel.Info);
    }

    // A plain value that became an exploded list looks the same on the wire as a list of one.
    private Schema? Repeated(Parameter before, Parameter after)
    {
        if (reversed || after.In != ParameterLocation.Query || after.Style != ParameterStyle.Form || !after.Explode) return null;
        if (before.Schema is not { } one || after.Schema is not { } many) return null;
        const SchemaTypes Containers = SchemaTypes.Array | SchemaTypes.Object;
        Schema was = comparison.Old.Schemas.Follow(one), now = comparison.New.Schemas.Follow(many);
        bool plain = was.Types != 0 && (was.Types & Containers) == 0 && (now.Types & ~SchemaTypes.Null) == SchemaTypes.Array;
        return plain && now.Array is { Items: { } item, MinItems: null or <= 1, PrefixItems.IsEmpty: true } ? item : null;
    }

    private void Serialisation(Parameter before, Parameter after)
    {
        if (MediaTypeNames.Normal(before.Content?.Name) != MediaTypeNames.Normal(after.Content?.Name))
        {
            Add("request-parameter-content-changed", before, after, $"{Words(after)} is serialised by {after.Content?.Name ?? "a style"}, before by {before.Content?.Name ?? "a style"}");
            return;
        }

        if (before.Content is null)
        {
            WrittenForm was = WrittenForm.Of(before, comparison.Old.Schemas), now = WrittenForm.Of(after, comparison.New.Schemas);
            if (was.IsComparable(now) && was.Style != now.Style) Add("request-parameter-style-changed", before, after, $"{Words(after)}: style {before.Style} became {after.Style}");
            else if (was.IsComparable(now) && was.Explode != now.Explode) Add("request-parameter-explode-changed", before, after, $"{Words(after)} is {(after.Explode ? "exploded now" : "no longer exploded")}");
        }

        if (before.AllowReserved != after.AllowReserved)
        {
            Add(after.AllowReserved ? "request-parameter-allow-reserved-added" : "request-parameter-allow-reserved-removed", before, after, $"{Words(after)}: allowReserved is {(after.AllowReserved ? "true" : "false")} now");
        }

        if (before.AllowEmptyValue != after.AllowEmptyValue)
        {
            Add(after.AllowEmptyValue ? "request-parameter-empty-value-allowed" : "request-parameter-empty-value-forbidden", before, after, $"{Words(after)}: allowEmptyValue is {(after.AllowEmptyValue ? "true" : "false")} now");
        }
    }

    private void Add(string rule, Parameter before, Parameter after, string sentence) => comparison.Add(rule, sentence, before.Pointer, after.Pointer, name);

    private static string Words(Parameter parameter) => $"{parameter.In.ToString().ToLowerInvariant()} parameter `{parameter.Name}`";
}
