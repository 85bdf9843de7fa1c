using System.Xml;
using System.Xml.Linq;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Reads XML bodies into JSON, by the schema and its <c>xml</c> keywords. No DTD is processed and no entity fetched.</summary>
internal sealed class XmlBodyReader(TextValues values, SchemaTable table)
{
    private const int MaxDepth = 128;

    public BodyReading Read(MediaType media, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersFromEntities = 1024,
            });
            XElement root = XDocument.Load(reader).Root!;
            return new BodyReading(Encoding.UTF8.GetBytes(Value(root, media.Schema, 0)));
        }
        catch (XmlException malformed)
        {
            return new BodyReading(Problem: "the body is no well-formed XML: " + malformed.Message);
        }
    }

    private string Value(XElement element, Schema? schema, int depth)
    {
        if (depth > MaxDepth) return "null";
        if (values.AllowsObject(schema) && (element.HasElements || element.Attributes().Any(a => !a.IsNamespaceDeclaration) || !values.AllowsPrimitive(schema)))
        {
            if (!values.AllowsArray(schema) || values.Shapes.PropertyNames(schema).Count > 0) return Object(element, schema, depth);
        }

        if (values.AllowsArray(schema) && (element.HasElements || !values.AllowsPrimitive(schema)))
        {
            return JsonText.Array(element.Elements().Select((item, i) => Value(item, values.Shapes.Item(schema, i), depth + 1)));
        }

        return values.Primitive(element.Value, schema);
    }

    private string Object(XElement element, Schema? schema, int depth)
    {
        var members = new List<KeyValuePair<string, string>>();
        var taken = new HashSet<XName>();
        foreach (string name in values.Shapes.PropertyNames(schema))
        {
            Schema? property = values.Shapes.Property(schema, name);
            XmlRules rules = XmlRules.Of(property, table);
            if (Member(element, name, property, rules, taken, depth) is { } json) members.Add(new(name, json));
        }

        foreach (IGrouping<XName, XElement> group in element.Elements().Where(e => !taken.Contains(e.Name)).GroupBy(e => e.Name))
        {
            Schema? property = values.Shapes.Property(schema, group.Key.LocalName);
            members.Add(new(group.Key.LocalName, group.Skip(1).Any()
                ? JsonText.Array(group.Select(item => Value(item, values.Shapes.Item(property, 0), depth + 1)))
                : Value(group.First(), property, depth + 1)));
        }

        return JsonText.Object(members);
    }

    private string? Member(XElement element, string name, Schema? property, XmlRules rules, HashSet<XName> taken, int depth)
    {
        string local = rules.Name ?? name;
        if (rules.Attribute)
        {
            XAttribute? attribute = element.Attributes().FirstOrDefault(a => a.Name.LocalName == local);
            return attribute is null ? null : values.Primitive(attribute.Value, property);
        }

        if (rules.Text) return values.Primitive(element.Value, property);
        if (values.AllowsArray(property) && !values.AllowsPrimitive(property) && !rules.Wrapped)
        {
            Schema? item = values.Shapes.Item(property, 0);
            string itemName = XmlRules.Of(item, table).Name ?? local;
            List<XElement> items = element.Elements().Where(e => e.Name.LocalName == itemName).ToList();
            foreach (XElement found in items) taken.Add(found.Name);
            return items.Count == 0 ? null : JsonText.Array(items.Select(found => Value(found, item, depth + 1)));
        }

        XElement? child = element.Elements().FirstOrDefault(e => e.Name.LocalName == local);
        if (child is null) return null;
        taken.Add(child.Name);
        return Value(child, property, depth + 1);
    }
}
