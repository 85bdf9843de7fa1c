using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>The forms of schemas, each found once.</summary>
internal sealed class FormTable
{
    private readonly Dictionary<SchemaId, Form?> forms = [];

    /// <summary>Makes a table for the schemas of a contract.</summary>
    public FormTable(SchemaTable schemas, CSharpOptions options, Hierarchy hierarchy)
    {
        Schemas = schemas;
        Hierarchy = hierarchy;
        Scalars = new ScalarTypes(options);
    }

    /// <summary>The schemas that references lead to.</summary>
    public SchemaTable Schemas { get; }

    /// <summary>Which schemas derive from which.</summary>
    public Hierarchy Hierarchy { get; }

    /// <summary>The types of scalars.</summary>
    public ScalarTypes Scalars { get; }

    /// <summary>The form of a schema. Where schemas are nothing but references in a circle, any value.</summary>
    public Form Of(Schema schema)
    {
        if (forms.TryGetValue(schema.Id, out Form? known)) return known ?? Raw;
        forms[schema.Id] = null;
        Form form = FormBuilder.Build(schema, this);
        forms[schema.Id] = form;
        return form;
    }

    /// <summary>Any value.</summary>
    public static ScalarForm Raw { get; } = new(ScalarTypes.Raw, "oasnb", false);
}
