using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>The forms of schemas, each found once.</summary>
internal sealed class FormTable
{
    private readonly Dictionary<SchemaId, Form?> forms = [];
    private readonly List<Finding> findings = [];

    /// <summary>Makes a table for the schemas of a contract.</summary>
    public FormTable(SchemaTable schemas, CSharpOptions options, Hierarchy hierarchy, Zones zones)
    {
        Schemas = schemas;
        Hierarchy = hierarchy;
        Zones = zones;
        Scalars = new ScalarTypes(options);
        HasValidation = options.Validation;
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
        if (forms.TryGetValue(schema.Id, out Form? known))
        {
            if (known is null) Report(CSharpRules.TypelessCircle, schema, "This schema refers to itself and to nothing else that has a type; it becomes any JSON value");
            return known ?? Raw;
        }

        forms[schema.Id] = null;
        Form form = FormBuilder.Build(schema, this);
        forms[schema.Id] = form;
        return form;
    }

    /// <summary>Settles the form of a schema that stands for a part of another one's values.</summary>
    public void Set(Schema schema, Form form) => forms[schema.Id] = form;

    /// <summary>Any value.</summary>
    public static ScalarForm Raw { get; } = new(ScalarTypes.Raw, "oasnb", false);
}
