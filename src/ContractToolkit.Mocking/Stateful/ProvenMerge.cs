using System.Text.Json.Nodes;
using ContractToolkit.Exchange;
using ContractToolkit.Validation;

namespace ContractToolkit.Mocking;

/// <summary>Puts known values into a generated answer, as far as the schema still accepts the whole.</summary>
internal static class ProvenMerge
{
    /// <summary>Copies the members of <paramref name="source"/> into <paramref name="target"/>, a part of <paramref name="root"/>.</summary>
    public static void Into(JsonNode root, JsonObject target, JsonObject source, PlanEntry plan)
    {
        JsonObject before = (JsonObject)target.DeepClone();
        foreach ((string name, JsonNode? value) in source) target[name] = value?.DeepClone();
        if (IsValid(root, plan)) return;
        foreach ((string name, _) in source) Restore(target, before, name);
        foreach ((string name, JsonNode? value) in source)
        {
            target[name] = value?.DeepClone();
            if (!IsValid(root, plan)) Restore(target, before, name);
        }
    }

    /// <summary>Whether the plan accepts a tree.</summary>
    public static bool IsValid(JsonNode? root, PlanEntry plan) => plan.IsValid(Utf8(root), Direction.Response);

    /// <summary>A tree as bytes.</summary>
    public static byte[] Utf8(JsonNode? root) => Encoding.UTF8.GetBytes(root?.ToJsonString(Relaxed) ?? "null");

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    private static void Restore(JsonObject target, JsonObject before, string name)
    {
        if (before.TryGetPropertyValue(name, out JsonNode? old)) target[name] = old?.DeepClone();
        else target.Remove(name);
    }
}
