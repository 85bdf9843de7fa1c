namespace ContractToolkit.Diff.Rules;

/// <summary>The rules about members of objects: what is added, removed, required, read-only or write-only, deprecated.</summary>
internal static class PropertyRules
{
    private static readonly string[] Inner = ["request-property", "request-parameter-property", "response-property", "response-header-property"];

    public static IEnumerable<DiffRule> All() => [.. Added(), .. Required(), .. Visibility(), .. Hidden(), .. Lifecycle()];

    /// <summary>The beginning of the rules' ids for members that do not travel at a place.</summary>
    public static string HiddenPrefix(SchemaPlace place) => place.Direction() == Travel.Request ? "request-read-only-property-" : "response-write-only-property-";

    private static IEnumerable<DiffRule> Added()
    {
        yield return Rule("new-required-request-property", FindingLevel.Error, "new required request property", "request-property-removed");
        yield return Rule("new-required-request-property-with-default", FindingLevel.Error, "new required request property with a default", "request-property-removed");
        yield return Rule("new-optional-request-property", FindingLevel.Info, "new optional request property", "request-property-removed");
        yield return Rule("request-property-removed", FindingLevel.Warning, "request property removed", "new-optional-request-property");
        yield return Rule("new-required-request-parameter-property", FindingLevel.Error, "new required property of a parameter", "request-parameter-property-removed");
        yield return Rule("new-optional-request-parameter-property", FindingLevel.Info, "new optional property of a parameter", "request-parameter-property-removed");
        yield return Rule("request-parameter-property-removed", FindingLevel.Warning, "property of a parameter removed", "new-optional-request-parameter-property");
        foreach (string place in new[] { "response", "response-header" })
        {
            foreach (string hidden in new[] { "", "write-only-" })
            {
                FindingLevel gone = hidden.Length == 0 ? FindingLevel.Error : FindingLevel.Info;
                yield return Pair(place, "required", hidden, "removed", gone);
                yield return Pair(place, "optional", hidden, "removed", hidden.Length == 0 ? FindingLevel.Warning : FindingLevel.Info);
                yield return Pair(place, "required", hidden, "added", FindingLevel.Info);
                yield return Pair(place, "optional", hidden, "added", FindingLevel.Info);
            }
        }
    }

    private static DiffRule Pair(string place, string need, string hidden, string action, FindingLevel level) => Rule(
        $"{place}-{need}-{hidden}property-{action}", level, $"{need} {hidden.Replace('-', ' ')}property of a {place.Replace('-', ' ')} {action}",
        $"{place}-{need}-{hidden}property-{(action == "added" ? "removed" : "added")}");

    private static IEnumerable<DiffRule> Required()
    {
        foreach (string place in Inner)
        {
            bool request = place.StartsWith("request", StringComparison.Ordinal);
            string words = place.Replace('-', ' ');
            yield return Rule(place + "-became-required", request ? FindingLevel.Error : FindingLevel.Info, words + " became required", place + "-became-optional");
            yield return Rule(place + "-became-optional", request ? FindingLevel.Info : FindingLevel.Error, words + " became optional", place + "-became-required");
        }

        yield return Rule(
            "request-property-became-required-with-default", FindingLevel.Error, "request property with a default became required", "request-property-became-optional");
        yield return Rule("response-write-only-property-became-optional", FindingLevel.Info, "write-only response property became optional", "response-write-only-property-became-required");
        yield return Rule("response-write-only-property-became-required", FindingLevel.Info, "write-only response property became required", "response-write-only-property-became-optional");
    }

    private static IEnumerable<DiffRule> Visibility()
    {
        foreach (string side in new[] { "request", "response" })
        {
            foreach (string need in new[] { "optional", "required" })
            {
                foreach (string what in new[] { "read-only", "write-only" })
                {
                    string id = $"{side}-{need}-property-became-";
                    string words = $"{need} {side} property became ";
                    yield return Rule(id + what, FindingLevel.Info, words + what, id + "not-" + what);
                    yield return Rule(
                        id + "not-" + what,
                        side == "response" && need == "required" && what == "write-only" ? FindingLevel.Warning : FindingLevel.Info,
                        words + "not " + what, id + what);
                }
            }
        }
    }

    // oasdiff names these edits of members that do not travel; nobody meets their values.
    private static IEnumerable<DiffRule> Hidden()
    {
        foreach ((string keyword, string action, string opposite) in new[]
        {
            ("enum-value", "removed", "added"), ("max", "decreased", "increased"), ("exclusive-max", "decreased", "increased"),
            ("max-length", "decreased", "increased"), ("min", "increased", "decreased"), ("exclusive-min", "increased", "decreased"),
        })
        {
            yield return Rule(
                $"request-read-only-property-{keyword}-{action}", FindingLevel.Info, $"read-only request property: {keyword.Replace('-', ' ')} {action}",
                $"request-property-{keyword}-{opposite}");
        }

        yield return Rule(
            "response-write-only-property-enum-value-added", FindingLevel.Info, "write-only response property: enum value added",
            "response-property-enum-value-removed");
    }

    private static IEnumerable<DiffRule> Lifecycle()
    {
        foreach (string side in new[] { "request", "response" })
        {
            string id = side + "-property-", words = side + " property ";
            yield return Rule(id + "deprecated", FindingLevel.Info, words + "deprecated", id + "reactivated");
            yield return Rule(id + "deprecated-with-sunset", FindingLevel.Info, words + "deprecated with a sunset date", id + "reactivated");
            yield return Rule(id + "reactivated", FindingLevel.Info, words + "no longer deprecated", id + "deprecated");
            yield return Rule(id + "deprecated-sunset-missing", FindingLevel.Error, words + "deprecated without a sunset date", id + "reactivated");
            yield return Rule(id + "deprecated-sunset-invalid", FindingLevel.Error, words + "deprecated with an unreadable sunset date", id + "reactivated");
            yield return Rule(id + "sunset-date-too-small", FindingLevel.Error, words + "has too early a sunset date", id + "reactivated");
            yield return Rule(id + "stability-decreased", FindingLevel.Error, words + "became less stable", id + "stability-increased");
            yield return Rule(id + "stability-increased", FindingLevel.Info, words + "became more stable", id + "stability-decreased");
        }
    }

    private static DiffRule Rule(string id, FindingLevel level, string title, string mirror) =>
        new(id, level, id.Contains("response") ? Travel.Response : Travel.Request, title, mirror);
}
