using System.Globalization;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the members of our extensions. Whatever does not fit is an error: a typing error must not switch a check off.</summary>
internal sealed class RuleValues(ReadingContext context)
{
    private readonly ScalarValues values = new(context.Findings, ReadingRules.MalformedExtension);

    public string? Text(Node node) => values.Text(node);

    public bool Flag(Node node) => values.Flag(node);

    public string RequiredText(Node owner, string member)
    {
        if (!owner[member].Exists) Malformed(owner, $"'{owner.Name}' has no '{member}'");
        return values.Text(owner[member]) ?? string.Empty;
    }

    /// <summary>A JSON pointer into a body.</summary>
    public string? Pointer(Node node)
    {
        string? pointer = values.Text(node);
        if (pointer is null || pointer.Length == 0 || pointer[0] == '/') return pointer;
        Malformed(node, $"'{node.Name}' takes a JSON pointer such as /data, found {NodeText.Describe(node)}");
        return null;
    }

    public int? Seconds(Node node)
    {
        if (!node.Exists) return null;
        if (node.Kind == NodeKind.Number && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)) return seconds;
        Malformed(node, $"'{node.Name}' takes whole seconds, found {NodeText.Describe(node)}");
        return null;
    }

    /// <summary>A status of a failure.</summary>
    public int? ErrorStatus(Node node)
    {
        if (!node.Exists) return null;
        if (node.Kind == NodeKind.Number && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int status) && status is >= 400 and <= 599) return status;
        Malformed(node, $"'{node.Name}' takes an HTTP status from 400 to 599, found {NodeText.Describe(node)}");
        return null;
    }

    /// <summary>An array of scalars.</summary>
    public EquatableArray<JsonLiteral> Scalars(Node node)
    {
        if (!node.Exists) return default;
        if (!node.IsArray) Malformed(node, $"'{node.Name}' takes an array of scalars, found {NodeText.Describe(node)}");
        List<JsonLiteral> scalars = new(node.Count);
        foreach (Node item in node.Items)
        {
            if (item.IsArray || item.IsObject) Malformed(item, $"'{node.Name}' takes scalars, found {NodeText.Describe(item)}");
            else scalars.Add(item.Literal());
        }

        return scalars.ToEquatableArray();
    }

    /// <summary>Whether the node is an object; reports what else stands there.</summary>
    public bool IsObject(Node node)
    {
        if (node.Exists && !node.IsObject) Malformed(node, $"'{node.Name}' takes an object, found {NodeText.Describe(node)}");
        return node.IsObject;
    }

    /// <summary>Reports members that the extension does not define.</summary>
    public void CheckMembers(Node node, params string[] known)
    {
        foreach (Node member in node.Members)
        {
            if (Array.IndexOf(known, member.Name) >= 0 || member.Name.StartsWith("x-", StringComparison.Ordinal)) continue;
            string guess = Spelling.Closest(member.Name, known) is { } close ? $"; did you mean '{close}'?" : string.Empty;
            context.Findings.ReportName(ReadingRules.MalformedExtension, member, $"'{node.Name}' has no member '{member.Name}'{guess}");
        }
    }

    public void Malformed(Node node, string message) => context.Findings.Report(ReadingRules.MalformedExtension, node, message);
}
