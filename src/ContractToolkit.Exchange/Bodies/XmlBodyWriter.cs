using System.Text.Json;
using System.Xml;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Writes data as XML, by the schema and its <c>xml</c> keywords.</summary>
internal sealed class XmlBodyWriter(TextValues values, SchemaTable table)
{
    public byte[] Write(Schema? schema, JsonElement data)
    {
        var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = false }))
        {
            XmlRules rules = XmlRules.Of(schema, table);
            string name = rules.Name ?? schema?.Reference?.Name ?? schema?.Notes?.Title ?? "root";
            if (data.ValueKind == JsonValueKind.Array)
            {
                Start(writer, name, rules);
                int index = 0;
                foreach (JsonElement item in data.EnumerateArray())
                {
                    Schema? itemSchema = values.Shapes.Item(schema, index++);
                    Element(writer, XmlRules.Of(itemSchema, table).Name ?? itemSchema?.Reference?.Name ?? "item", itemSchema, item);
                }

                writer.WriteEndElement();
            }
            else
            {
                Element(writer, name, schema, data);
            }
        }

        return stream.ToArray();
    }

    private static void Start(XmlWriter writer, string name, XmlRules rules)
    {
        string local = XmlConvert.EncodeLocalName(name);
        if (rules.Namespace is { Length: > 0 } uri) writer.WriteStartElement(rules.Prefix ?? "", local, uri);
        else writer.WriteStartElement(local);
    }

    private void Element(XmlWriter writer, string name, Schema? schema, JsonElement value)
    {
        Start(writer, name, XmlRules.Of(schema, table));
        Content(writer, schema, value);
        writer.WriteEndElement();
    }

    private void Content(XmlWriter writer, Schema? schema, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject().OrderBy(m => !Rules(schema, m).Attribute)) Member(writer, schema, member);
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray()) Element(writer, "item", values.Shapes.Item(schema, 0), item);
                break;
            default:
                writer.WriteString(Clean(ParameterWriter.Text(value)));
                break;
        }
    }

    private XmlRules Rules(Schema? schema, JsonProperty member) => XmlRules.Of(values.Shapes.Property(schema, member.Name), table);

    private void Member(XmlWriter writer, Schema? schema, JsonProperty member)
    {
        Schema? property = values.Shapes.Property(schema, member.Name);
        XmlRules rules = XmlRules.Of(property, table);
        string name = rules.Name ?? member.Name;
        if (rules.Attribute && member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            writer.WriteAttributeString(XmlConvert.EncodeLocalName(name), Clean(ParameterWriter.Text(member.Value)));
        }
        else if (rules.Text)
        {
            writer.WriteString(Clean(ParameterWriter.Text(member.Value)));
        }
        else if (member.Value.ValueKind == JsonValueKind.Array)
        {
            Items(writer, property, rules, name, member.Value);
        }
        else
        {
            Element(writer, name, property, member.Value);
        }
    }

    private void Items(XmlWriter writer, Schema? property, XmlRules rules, string name, JsonElement array)
    {
        if (rules.Wrapped) Start(writer, name, rules);
        int index = 0;
        foreach (JsonElement item in array.EnumerateArray())
        {
            Schema? schema = values.Shapes.Item(property, index++);
            Element(writer, XmlRules.Of(schema, table).Name ?? name, schema, item);
        }

        if (rules.Wrapped) writer.WriteEndElement();
    }

    private static string Clean(string text) => string.Concat(text.EnumerateRunes()
        .Select(rune => rune.Value is 9 or 10 or 13 or >= 0x20 and not (0xFFFE or 0xFFFF) ? rune.ToString() : "\uFFFD"));
}
