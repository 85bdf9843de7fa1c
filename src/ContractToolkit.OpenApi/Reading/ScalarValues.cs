using System.Globalization;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads simple values; reports those of another form and leaves them out.</summary>
internal sealed class ScalarValues(FindingSink findings, ReadingRule rule)
{
    /// <summary>A string. The text of another scalar is taken too: <c>version: 1.0</c> is a number in YAML and meant as text.</summary>
    public string? Text(Node node)
    {
        if (!node.Exists || node.IsString) return node.Exists ? node.Text : null;
        if (node.IsArray || node.IsObject)
        {
            Malformed(node, "a string");
            return null;
        }

        bool isNull = node.Kind == NodeKind.Null;
        string reading = isNull ? "which is taken as absent" : "which is taken as its text";
        findings.Report(ReadingRules.ScalarForText, node, $"'{node.Name}' takes a string, found {NodeText.Describe(node)}, {reading}");
        return isNull ? null : node.Text;
    }

    /// <summary>A boolean; false where it is absent.</summary>
    public bool Flag(Node node)
    {
        if (!node.Exists || node.IsBoolean) return node.Kind == NodeKind.True;
        Malformed(node, "true or false");
        return false;
    }

    /// <summary>A non-negative integer; <c>2.0</c> and <c>2e1</c> are integers too. What exceeds 64 bits becomes the largest.</summary>
    public long? Count(Node node)
    {
        if (!node.Exists) return null;
        if (node.Kind == NodeKind.Number)
        {
            string text = node.Text;
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long plain)) return plain;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= 0 && value == Math.Floor(value))
                return value >= long.MaxValue ? long.MaxValue : (long)value;
        }

        Malformed(node, "a non-negative integer");
        return null;
    }

    /// <summary>A number as written.</summary>
    public string? Number(Node node)
    {
        if (!node.Exists || node.Kind == NodeKind.Number) return node.Exists ? node.Text : null;
        Malformed(node, "a number");
        return null;
    }

    /// <summary>An array of strings, without repetition.</summary>
    public EquatableArray<string> Names(Node node)
    {
        if (!node.Exists) return default;
        if (!node.IsArray)
        {
            Malformed(node, "an array of strings");
            return default;
        }

        List<string> names = new(node.Count);
        HashSet<string>? seen = node.Count > 8 ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (Node item in node.Items)
        {
            if (!item.IsString) Malformed(item, "a string");
            else if (seen is null ? !names.Contains(item.Text) : seen.Add(item.Text)) names.Add(item.Text);
        }

        return names.ToEquatableArray();
    }

    /// <summary>Reports that a value is not what it must be.</summary>
    public void Malformed(Node node, string expected) =>
        findings.Report(rule, node, $"'{KeywordOf(node)}' takes {expected}, found {NodeText.Describe(node)}");

    private static string KeywordOf(Node node) => node.Parent.IsArray ? node.Parent.Name : node.Name;
}
