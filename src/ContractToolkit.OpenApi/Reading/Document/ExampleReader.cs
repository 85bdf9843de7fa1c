using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>example</c> and <c>examples</c> of parameters, headers and media types.</summary>
internal sealed class ExampleReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known =
        new KnownMembers("summary", "description", "value", "externalValue").With32("dataValue", "serializedValue");

    /// <summary>The examples of an object that may have either member.</summary>
    public EquatableArray<Example> Read(Node owner)
    {
        Node one = owner["example"];
        Node many = owner["examples"];
        if (!one.Exists && !many.Exists) return default;
        if (one.Exists && many.Exists)
            context.Findings.ReportName(ReadingRules.Conflict, one, "'example' and 'examples' exclude each other");
        List<Example> examples = [];
        if (one.Exists && context.Options.Examples) examples.Add(new Example { Pointer = context.PointerOf(one), Value = one.Literal() });
        if (parts.Shape.IsObject(many, "'examples'")) AddNamed(many, examples);
        return context.Options.Examples ? examples.ToEquatableArray() : default;
    }

    /// <summary>Reads one named example; null where it is none.</summary>
    public Example? ReadNamed(Node member)
    {
        Followed followed = parts.Shape.Follow(member);
        Node node = followed.Target;
        if (!parts.Shape.IsObject(node, "an example")) return null;
        parts.Shape.CheckMembers(node, "an example", Known);
        Node value = node["value"].Exists ? node["value"] : node["dataValue"];
        if (node["value"].Exists && (node["externalValue"].Exists || node["dataValue"].Exists || node["serializedValue"].Exists))
            context.Findings.ReportName(ReadingRules.Conflict, node["value"], "'value' excludes the other forms of an example");
        return new Example
        {
            Name = member.Name,
            Summary = followed.Summary ?? parts.Shape.Values.Text(node["summary"]),
            Pointer = context.Options.Examples ? context.PointerOf(value.Exists ? value : node) : string.Empty,
            Value = value.Exists && context.Options.Examples ? value.Literal() : null,
            SerializedValue = parts.Shape.Values.Text(node["serializedValue"]),
            ExternalValue = parts.Shape.Values.Text(node["externalValue"]),
        };
    }

    private void AddNamed(Node many, List<Example> examples)
    {
        foreach (Node member in many.Members)
        {
            if (ReadNamed(member) is { } example) examples.Add(example);
        }
    }
}
