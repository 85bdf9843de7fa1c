using ContractToolkit.CSharp.Text;

namespace ContractToolkit.CSharp.Validation;

/// <summary>A class with the code of some schemas, while it is written.</summary>
internal sealed class SchemaCodeClass
{
    private readonly CodeWriter writer = new() { Indents = false };
    private readonly SortedSet<int> schemas = [];
    private SchemaMethodEmitter? methods;

    public SchemaCodeClass(string name)
    {
        Name = name;
        writer.Line();
        writer.Open("internal static class " + name);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Adds the method of a schema.</summary>
    public void Add(int schema, SchemaCalls calls)
    {
        schemas.Add(schema);
        methods ??= new(writer, calls);
        methods.Write(schema);
    }

    /// <summary>Adds the method that finds a string among the constants of a schema.</summary>
    public void AddTexts(int schema, IReadOnlyList<string> texts) => NameSwitchEmitter.Write(writer, texts, "V" + CodeWriter.Number(schema));

    /// <summary>Adds the table that finds branches by the members of an object.</summary>
    public void AddTable(int number, EquatableArray<int> branches) =>
        writer.Line("internal static readonly BranchTable B", CodeWriter.Number(number), " = Branches(", string.Join(", ", branches.Select(branch => CodeWriter.Number(branch))), ");");

    /// <summary>Adds the checks of a schema that are left to the runtime.</summary>
    public void AddChecks(int schema)
    {
        string index = CodeWriter.Number(schema);
        writer.Line("internal static readonly SchemaChecks C", index, " = Checks(", index, ");");
    }

    /// <summary>The whole class.</summary>
    public string Finish()
    {
        writer.Line();
        writer.Open("internal static SchemaTest? Find(int schema) => schema switch");
        foreach (int schema in schemas) writer.Line(CodeWriter.Number(schema), " => static (ref Cursor c) => S", CodeWriter.Number(schema), "(ref c),");
        writer.Line("_ => null,");
        writer.Close(";");
        writer.Close();
        string text = writer.ToString();
        writer.Dispose();
        return text;
    }
}
