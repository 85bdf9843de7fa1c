using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>The style <c>deepObject</c>: <c>name[member]=value</c>; nested and repeated members as common clients write them.</summary>
internal static class DeepObject
{
    private const int MaxDepth = 32;

    /// <summary>Reads the object called <paramref name="name"/>; null where no field belongs to it.</summary>
    public static string? Read(string name, List<RawField> fields, Schema? schema, TextValues values)
    {
        var root = new Node();
        foreach (RawField field in fields)
        {
            if (!field.Name.StartsWith(name + "[", StringComparison.Ordinal)) continue;
            Node? node = root;
            foreach (string key in Keys(field.Name[name.Length..])) node = node?.Child(key);
            node?.Texts.Add(field.Value);
        }

        return root.Children.Count == 0 ? null : Write(root, schema, values, 0);
    }

    private static IEnumerable<string> Keys(string brackets)
    {
        int at = 0;
        for (int depth = 0; depth < MaxDepth && at < brackets.Length && brackets[at] == '['; depth++)
        {
            int close = brackets.IndexOf(']', at);
            if (close < 0) yield break;
            yield return brackets[(at + 1)..close];
            at = close + 1;
        }
    }

    private static string Write(Node node, Schema? schema, TextValues values, int depth)
    {
        if (node.Children.Count == 0)
        {
            bool array = values.AllowsArray(schema) && (node.Texts.Count > 1 || !values.AllowsPrimitive(schema));
            return array ? values.Array(node.Texts, schema) : values.Primitive(node.Texts.LastOrDefault() ?? "", schema);
        }

        bool list = values.AllowsArray(schema) && node.Children.TrueForAll(child => child.Key.Length == 0 || child.Key.All(char.IsAsciiDigit));
        if (list)
        {
            IEnumerable<string> items = node.Children.SelectMany(child => child.Key.Length == 0
                ? child.Value.Texts.Select((text, i) => values.Primitive(text, values.Shapes.Item(schema, i)))
                : [Write(child.Value, values.Shapes.Item(schema, 0), values, depth + 1)]);
            return JsonText.Array(items);
        }

        return JsonText.Object(node.Children.Select(child => new KeyValuePair<string, string>(
            child.Key, Write(child.Value, values.Shapes.Property(schema, child.Key), values, depth + 1))));
    }

    private sealed class Node
    {
        public List<KeyValuePair<string, Node>> Children { get; } = [];

        public List<string> Texts { get; } = [];

        public Node Child(string key)
        {
            int at = Children.FindIndex(child => child.Key == key);
            if (at >= 0) return Children[at].Value;
            var node = new Node();
            Children.Add(new(key, node));
            return node;
        }
    }
}
