using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>The forms of schemas, each found once.</summary>
internal sealed class FormTable
{
    // Circles of circles are walked anew for each; documents that nobody writes could make that long.
    private const int MaxCircles = 1000;
    private const int MaxJoined = 5000;
    private readonly Dictionary<SchemaId, Form?> forms = [];
    private readonly List<Finding> findings = [];
    private readonly FormCircles circles = new();
    private readonly HashSet<SchemaId> joined = [];
    private int restarts;

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

    /// <summary>Whether the form of the schema is being worked out at this moment; what is decided by it belongs to the circle.</summary>
    public bool IsOpen(SchemaId id)
    {
        if (!forms.TryGetValue(id, out Form? form) || form is not null) return false;
        circles.MeetOpen(id);
        return true;
    }

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
        if (known is not null)
        {
            circles.MeetDecided(schema.Id);
            return known;
        }

        circles.MeetOpen(schema.Id);
        Report(CSharpRules.TypelessCircle, schema, "This schema refers to itself and to nothing else that has a type; it becomes any JSON value");
        return Raw;
    }

    /// <summary>Works out the forms of schemas that decide something together. All are asked for before the first answer decides, or else that answer,
    /// which on a circle is not the last word, would decide which circles are found.</summary>
    public void Prepare(IEnumerable<Schema> schemas)
    {
        foreach (Schema schema in schemas) Of(schema);
    }

    /// <summary>Whether descriptions of one member may be joined under this id; circles of them could have any number of combinations.</summary>
    public bool Join(SchemaId id) => joined.Contains(id) || (joined.Count < MaxJoined && joined.Add(id));

    /// <summary>
    /// Where a schema is asked for while it is being worked out, what the others on the circle become depends on where the circle was entered. It is
    /// always entered at the same schema, the first by id: what was found on the way from another one is forgotten. Otherwise the order of a document
    /// would decide.
    /// </summary>
    private Form Build(Schema schema)
    {
        int findingsBefore = findings.Count;
        forms[schema.Id] = null;
        circles.Enter(schema);
        Form form = FormBuilder.Build(schema, this);
        forms[schema.Id] = form;
        IReadOnlyList<Schema> circle = circles.Leave();
        if (circle.Count < 2) return form;
        Schema first = circle.Aggregate((left, right) => string.CompareOrdinal(left.Id.Value, right.Id.Value) <= 0 ? left : right);
        if (first.Id == schema.Id || restarts++ >= MaxCircles) return form;
        foreach (Schema member in circle) forms.Remove(member.Id);
        findings.RemoveRange(findingsBefore, findings.Count - findingsBefore);
        Of(first);
        return Of(schema);
    }

    /// <summary>Settles the form of a schema that stands for a part of another one's values.</summary>
    public void Set(Schema schema, Form form) => forms[schema.Id] = form;

    /// <summary>Any value.</summary>
    public static ScalarForm Raw { get; } = new(ScalarTypes.Raw, "oasnb", false);
}
