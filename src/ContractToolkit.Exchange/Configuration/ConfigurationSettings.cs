using System.Text.Json;
using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.Exchange;

/// <summary>Settings of the command line put over those of the file: <c>check.timeout=5s</c>, <c>check.ignore=[{check: encoding, reason: known}]</c>.</summary>
internal static class ConfigurationSettings
{
    private static readonly JsonSerializerOptions Verbatim = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The configuration with the settings, as JSON.</summary>
    /// <exception cref="ConfigurationException">A setting cannot be read.</exception>
    public static byte[] Apply(TextDocument document, IReadOnlyList<string> settings)
    {
        JsonObject root = JsonNode.Parse(Json(document.Root)) as JsonObject ?? [];
        foreach (string setting in settings) Apply(root, setting);
        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(root, Verbatim);
    }

    /// <summary>A node as compact JSON.</summary>
    public static string Json(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Object:
                List<string> members = [];
                foreach (Node member in node.Members) members.Add(JsonText.Quote(member.Name) + ":" + Json(member));
                return "{" + string.Join(',', members) + "}";
            case NodeKind.Array:
                List<string> items = [];
                foreach (Node item in node.Items) items.Add(Json(item));
                return "[" + string.Join(',', items) + "]";
            case NodeKind.String:
                return JsonText.Quote(node.Text);
            default:
                return node.Exists ? node.Text : "null";
        }
    }

    private static void Apply(JsonObject root, string setting)
    {
        int equals = setting.IndexOf('=', StringComparison.Ordinal);
        TextDocument value = TextDocument.Parse("--set " + setting, Encoding.UTF8.GetBytes(equals < 0 ? "" : setting[(equals + 1)..]));
        if (equals <= 0 || value.Findings.Any(finding => finding.Level == FindingLevel.Error)) throw Wrong(setting, "write NAME=VALUE, such as check.timeout=5s; the value is YAML");
        string[] path = setting[..equals].Split('.');
        JsonObject parent = root;
        foreach (string segment in path[..^1])
        {
            if (parent[segment] is not JsonObject next) parent[segment] = next = [];
            parent = next;
        }

        parent[path[^1]] = JsonNode.Parse(Json(value.Root));
    }

    private static ConfigurationException Wrong(string setting, string message) =>
        new([new Finding { Id = ConfigurationFile.RuleId, Level = FindingLevel.Error, Message = message + ".", Document = new DocumentPlace("--set " + setting, "", default) }]);
}
