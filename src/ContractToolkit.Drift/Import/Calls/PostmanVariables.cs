using System.Text.Json;

namespace ContractToolkit.Drift.Import.Calls;

/// <summary>The variables that calls of Postman collections are filled in with: those of the collection, and over them those of exported environments.</summary>
public sealed class PostmanVariables
{
    private const int MaxNesting = 8;
    private const int MaxLength = 1 << 20;

    private readonly Dictionary<string, string> values;

    private PostmanVariables(Dictionary<string, string> values) => this.values = values;

    /// <summary>No variables.</summary>
    public static PostmanVariables None { get; } = new([]);

    /// <summary>Whether the JSON is an exported environment, or exported globals.</summary>
    public static bool Recognises(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("values", out JsonElement list) && list.ValueKind == JsonValueKind.Array
        && root.TryGetProperty("name", out _) && !root.TryGetProperty("item", out _)
        && list.EnumerateArray().All(value => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("key", out _));

    /// <summary>These variables, and those of an environment, which win.</summary>
    public PostmanVariables With(JsonElement environment) => Over(PostmanJson.Array(environment, "values"), theirsWin: true);

    /// <summary>These variables, and those of a collection, which yield.</summary>
    public PostmanVariables Beside(JsonElement collection) => Over(PostmanJson.Array(collection, "variable"), theirsWin: false);

    /// <summary>The address with the variables of its host filled in. One in the path is a parameter: its value is one of many.</summary>
    public string Address(string url)
    {
        for (int round = 0; round < MaxNesting; round++)
        {
            int scheme = url.IndexOf("://", StringComparison.Ordinal), slash = url.IndexOf('/', scheme < 0 ? 0 : scheme + 3);
            int end = slash < 0 ? url.Length : slash;
            if (Replace(url[..end]) is not { } replaced || replaced.Length > MaxLength) break;
            url = url[end..] is ['/', ..] path ? replaced.TrimEnd('/') + path : replaced;
        }

        return url;
    }

    /// <summary>A text with every known variable filled in.</summary>
    public string Text(string text)
    {
        for (int round = 0; round < MaxNesting && text.Length <= MaxLength && Replace(text) is { } replaced; round++) text = replaced;
        return text;
    }

    /// <summary>The text with each known variable replaced once; null where it has none.</summary>
    private string? Replace(string text)
    {
        bool any = false;
        string replaced = PlaceholderText.Replace(text, name =>
        {
            if (!values.TryGetValue(name, out string? value)) return null;
            any = true;
            return value;
        });
        return any ? replaced : null;
    }

    private PostmanVariables Over(IEnumerable<JsonElement> variables, bool theirsWin)
    {
        Dictionary<string, string> all = new(values, StringComparer.Ordinal);
        foreach (JsonElement variable in variables)
        {
            // What is marked as a secret has no place in an address that becomes part of a document.
            bool applies = PostmanJson.Member(variable, "disabled") is not { ValueKind: JsonValueKind.True }
                && PostmanJson.Member(variable, "enabled") is not { ValueKind: JsonValueKind.False } && PostmanJson.Text(variable, "type") != "secret";
            if (!applies || PostmanJson.Text(variable, "key") is not { } name || PostmanJson.Text(variable, "value") is not { Length: > 0 } value) continue;
            if (theirsWin) all[name] = value;
            else all.TryAdd(name, value);
        }

        return new PostmanVariables(all);
    }
}
