using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;
using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Validation;

/// <summary>
/// Emits the schemas of a client's plan as C#, for the verdicts of the client's own validation. A class holds a run of schemas, so that what one needs from the
/// runtime is made when one of them is first used; the classes stand in a few files.
/// </summary>
internal sealed class SchemaCodeEmitter
{
    /// <summary>The class that finds the code of a schema.</summary>
    public const string Finder = "Tests";

    private const int Run = 64;
    private const int MaxFiles = 10;

    private readonly PlanData plan;
    private readonly SchemaCalls calls;
    private readonly SortedDictionary<int, SchemaCodeClass> classes = [];

    private SchemaCodeEmitter(PlanData plan)
    {
        this.plan = plan;
        calls = new(new SchemaMerger(plan), interpretAll: !plan.Resources.IsEmpty);
    }

    /// <summary>Emits the files.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="prefix">The start of the files' names.</param>
    /// <param name="file">Their namespace.</param>
    /// <param name="holder">The class that holds the plan, in the namespace around that one.</param>
    public static IEnumerable<SchemaCodeGroup> Emit(PlanData plan, string prefix, FileContext file, string holder)
    {
        SchemaCodeEmitter emitter = new(plan);
        emitter.WriteMethods();
        emitter.WriteChecks();
        int perFile = Math.Max(1, (emitter.classes.Count + MaxFiles - 1) / MaxFiles);
        EquatableArray<string> names = emitter.classes.Values.Select(type => type.Name).ToEquatableArray();
        yield return new SchemaCodeGroup { HintName = prefix + ".g.cs", File = file, Classes = names, Holder = holder, Code = emitter.FinderClass() };
        List<SchemaCodeClass> all = [.. emitter.classes.Values];
        for (int at = 0; at < all.Count; at += perFile)
        {
            string code = string.Concat(all.Skip(at).Take(perFile).Select(type => type.Finish()));
            yield return new SchemaCodeGroup { HintName = prefix + CodeWriter.Number(at / perFile) + ".g.cs", File = file, Classes = names, Holder = holder, Code = code };
        }
    }

    /// <summary>Writes a file.</summary>
    public static void Write(CodeWriter writer, SchemaCodeGroup group)
    {
        writer.Line("using global::ContractToolkit.Json;");
        writer.Line("using global::ContractToolkit.Validation;");
        writer.Line("using Cursor = global::ContractToolkit.Validation.ValidationCursor;");
        foreach (string name in group.Classes) writer.Line("using static global::", group.File.Namespace, ".", name, ";");
        writer.Line("using static global::", group.File.Namespace.Substring(0, group.File.Namespace.LastIndexOf('.')), ".", group.Holder, ";");
        writer.Lines(group.Code);
    }

    private void WriteMethods()
    {
        foreach (PlanEntry entry in plan.Entries) calls.Call(entry.Schema);
        while (calls.TryTake(out int schema)) Class(schema).Add(schema, calls);
    }

    private void WriteChecks()
    {
        foreach (KeyValuePair<int, IReadOnlyList<string>> texts in calls.Texts) Class(texts.Key).AddTexts(texts.Key, texts.Value);
        int table = 0;
        foreach (EquatableArray<int> branches in calls.Tables) Class(branches[0]).AddTable(table++, branches);
        foreach (int schema in calls.Checked) Class(schema).AddChecks(schema);
    }

    private SchemaCodeClass Class(int schema)
    {
        int run = schema / Run;
        if (!classes.TryGetValue(run, out SchemaCodeClass? found)) classes.Add(run, found = new SchemaCodeClass("P" + CodeWriter.Number(run)));
        return found;
    }

    private string FinderClass()
    {
        using CodeWriter writer = new();
        writer.Line();
        writer.Line("/// <summary>Finds the code of a schema by its place in the plan.</summary>");
        writer.Open("internal static class " + Finder);
        writer.Open("internal static SchemaTest? Find(int schema) => (schema / " + CodeWriter.Number(Run) + ") switch");
        foreach (KeyValuePair<int, SchemaCodeClass> pair in classes) writer.Line(CodeWriter.Number(pair.Key), " => ", pair.Value.Name, ".Find(schema),");
        writer.Line("_ => null,");
        writer.Close(";");
        writer.Close();
        return writer.ToString();
    }
}
