using System.Text.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>The <c>xml</c> keyword of a schema, looked up through references.</summary>
/// <param name="Name">The element or attribute name; null for the default.</param>
/// <param name="Namespace">The namespace; null for none.</param>
/// <param name="Prefix">The prefix; null for none.</param>
/// <param name="Attribute">Whether the value is an attribute.</param>
/// <param name="Wrapped">Whether an array has an element of its own around its items.</param>
/// <param name="Text">Whether the value is the element's text (3.2 <c>nodeType: text</c> or <c>cdata</c>).</param>
internal readonly record struct XmlRules(string? Name, string? Namespace, string? Prefix, bool Attribute, bool Wrapped, bool Text)
{
    public static XmlRules Of(Schema? schema, SchemaTable table)
    {
        for (int hops = 0; schema is not null && hops < 16; hops++)
        {
            if (schema.Notes?.Xml is { Kind: JsonKind.Object } xml) return Parse(xml);
            schema = schema.Reference is { } id && table.TryGet(id, out Schema? target) ? target
                : schema.Composition is { AllOf.Count: 1 } one ? one.AllOf[0] : null;
        }

        return default;
    }

    private static XmlRules Parse(JsonLiteral xml)
    {
        JsonElement rules = JsonValues.Parse(xml);
        string? Read(string name) => rules.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        bool Says(string name) => rules.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;
        string? node = Read("nodeType");
        return new XmlRules(Read("name"), Read("namespace"), Read("prefix"), Says("attribute") || node == "attribute",
            Says("wrapped") || node == "element", node is "text" or "cdata");
    }
}
