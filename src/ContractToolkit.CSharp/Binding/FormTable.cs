using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>The forms of schemas, each found once.</summary>
internal sealed class FormTable
{
    // Circles of circles are walked anew for each; documents that nobody writes could make that long.
    private const int MaxCircles = 1000;
    private readonly Dictionary<SchemaId, Form?> forms = [];
    private readonly List<Finding> findings = [];
    private readonly List<Schema> path = [];
    private readonly List<SchemaId> built = [];
    private int circles;

    /// <summary>Makes a table for the schemas of a contract.</summary>
    public FormTable(SchemaTable schemas, CSharpOptions options, Hierarchy hierarchy, Zones zones)
    {
        Schemas = schemas;
        Hierarchy = hierarchy;
        Zones = zones;
        Scalars = new ScalarTypes(options);
        HasValidation = options.Validation != ValidationMode.None;
    }

    /// <summary>The schemas that references lead to.</summary>
    public SchemaTable Schemas { get; }

    /// <summary>Which schemas derive from which.</summary>
    public Hierarchy Hierarchy { get; }

    /// <summary>The zones of local times.</summary>
    public Zones Zones { get; }

    /// <summary>The types of scalars.</summary>
    public ScalarTypes Scalars { get; }

    /// <summary>Whether generated code can check values against schemas.</summary>
    public bool HasValidation { get; }

    /// <summary>What could not be expressed.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Whether the form of the schema is being worked out at this moment.</summary>
    public bool IsOpen(SchemaId id) => forms.TryGetValue(id, out Form? form) && form is null;

    /// <summary>Reports what could not be expressed, and what was done instead.</summary>
    public void Report(FindingRule rule, Schema schema, string message)
    {
        int hash = schema.Id.Value.IndexOf('#');
        string file = hash <= 0 ? "" : schema.Id.Value.Substring(0, hash);
        findings.Add(rule.At(message + ".", new DocumentPlace(file, schema.Id.Value.Substring(hash + 1), default)));
    }

    /// <summary>The form of a schema. Where schemas are nothing but references in a circle, any value.</summary>
    public Form Of(Schema schema)
    {
        if (!forms.TryGetValue(schema.Id, out Form? known)) return Build(schema);
        return known ?? Close(schema);
    }

    private Form Build(Schema schema)
    {
        int depth = path.Count;
        int builtBefore = built.Count;
        int findingsBefore = findings.Count;
        while (true)
        {
            path.Add(schema);
            forms[schema.Id] = null;
            try
            {
                Form form = FormBuilder.Build(schema, this);
                forms[schema.Id] = form;
                path.RemoveAt(depth);
                Remember(schema, depth);
                return form;
            }
            catch (CircleException circle) when (circle.Depth == depth)
            {
                Forget(depth, builtBefore, findingsBefore);
                Of(circle.First);
                if (forms.TryGetValue(schema.Id, out Form? known) && known is not null) return known;
            }
        }
    }

    // Only what was built on the way to an open schema can have to be built again.
    private void Remember(Schema schema, int depth)
    {
        if (depth > 0) built.Add(schema.Id);
        else built.Clear();
    }

    /// <summary>
    /// Any value, for a schema that is being worked out. What the others on the circle become depends on where it is cut, so it is always cut at the
    /// same one, the first by id: whichever schema the walk came from, it starts again from that one. Otherwise the order of a document would decide.
    /// </summary>
    private Form Close(Schema schema)
    {
        int start = path.FindIndex(open => open.Id == schema.Id);
        Schema first = path[start];
        for (int i = start + 1; i < path.Count; i++)
        {
            if (string.CompareOrdinal(path[i].Id.Value, first.Id.Value) < 0) first = path[i];
        }

        if (first.Id != schema.Id && circles++ < MaxCircles) throw new CircleException(start, first);
        Report(CSharpRules.TypelessCircle, schema, "This schema refers to itself and to nothing else that has a type; it becomes any JSON value");
        return Raw;
    }

    private void Forget(int depth, int builtBefore, int findingsBefore)
    {
        for (int i = depth; i < path.Count; i++) forms.Remove(path[i].Id);
        for (int i = builtBefore; i < built.Count; i++) forms.Remove(built[i]);
        path.RemoveRange(depth, path.Count - depth);
        built.RemoveRange(builtBefore, built.Count - builtBefore);
        findings.RemoveRange(findingsBefore, findings.Count - findingsBefore);
    }

    /// <summary>Settles the form of a schema that stands for a part of another one's values.</summary>
    public void Set(Schema schema, Form form) => forms[schema.Id] = form;

    /// <summary>Any value.</summary>
    public static ScalarForm Raw { get; } = new(ScalarTypes.Raw, "oasnb", false);
}

/// <summary>A circle was entered elsewhere than at its first schema.</summary>
internal sealed class CircleException(int depth, Schema first) : Exception
{
    /// <summary>How many schemas were being worked out when the circle was entered.</summary>
    public int Depth => depth;

    /// <summary>The schema to begin with.</summary>
    public Schema First => first;
}
