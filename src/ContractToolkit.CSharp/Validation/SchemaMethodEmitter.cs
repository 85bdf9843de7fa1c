using ContractToolkit.CSharp.Text;
using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Validation;

/// <summary>Writes the method of one schema: its own keywords, then the passes of the others.</summary>
internal sealed class SchemaMethodEmitter(CodeWriter writer, SchemaCalls calls)
{
    private readonly ObjectMethodEmitter objects = new(writer, calls);
    private readonly ArrayMethodEmitter arrays = new(writer, calls);
    private readonly ChoiceEmitter choices = new(writer, calls);
    private readonly ConditionEmitter conditions = new(writer, calls);
    private readonly ScalarExpressions scalars = new(calls);

    public void Write(int schema)
    {
        MergedSchema merged = calls.Merger.Merge(schema);
        string name = CodeWriter.Number(schema);
        IReadOnlyList<int>? joined = calls.Joins.Of(schema);
        if (merged.HasOthers)
        {
            writer.Line();
            writer.Open("internal static bool S" + name + "(ref Cursor c)");
            if (joined is null) WriteOthers(merged, name);
            else WriteSingle(merged, joined);
            writer.Close();
        }

        if (merged.HasOwnKeywords && joined is null) WriteOwn(merged, merged.HasOthers ? "Own" + name : "S" + name, name);
    }

    private void WriteOthers(MergedSchema merged, string name)
    {
        int passes = merged.Apart.Count + merged.Choices.Count + merged.Conditions.Count;
        bool single = !merged.HasOwnKeywords && !merged.WantsWholeNumbers && passes == 1 && merged.Negated.Count + merged.Dependent.Count == 0;
        if (single)
        {
            WriteSingle(merged, null);
            return;
        }

        writer.Line("CursorMark start = c.Save();");
        string own = merged.HasOwnKeywords ? "Own" + name + "(ref c)" : SchemaCalls.Take(merged.Types);
        writer.Line("if (!" + own + ") return false;");
        writer.Line("CursorMark end = c.Save();");
        foreach (int part in merged.Apart) WriteAgain("!" + calls.Call(part));
        foreach (int negated in merged.Negated) WriteAgain(calls.Call(negated));
        foreach ((int If, int Then, int Else) condition in merged.Conditions) conditions.WriteAgain(condition);
        foreach (PlanNamed dependent in merged.Dependent)
        {
            writer.Line("c.Restore(start);");
            writer.Open("if (c.HasMember(" + Literal.Utf8(dependent.Name) + "))");
            WriteAgain("!" + calls.Call(dependent.Schema));
            writer.Close();
        }

        foreach ((bool exactlyOne, EquatableArray<int> branches) in merged.Choices) choices.WriteCounting(exactlyOne, branches);
        writer.Line("c.Restore(end);");
        writer.Line("return !c.Failed;");
    }

    /// <summary>The one other schema takes the value itself: no pass of its own before it.</summary>
    /// <param name="merged">The schema.</param>
    /// <param name="joined">What takes the value in place of each branch, with the schema's own keywords; null for the branches themselves.</param>
    private void WriteSingle(MergedSchema merged, IReadOnlyList<int>? joined)
    {
        writer.Line("if (!c.Again()) return false;");
        writer.Line("int t = c.NextTypes();");
        writer.Line("if ((t & " + CodeWriter.Number(merged.Types) + ") == 0) return t == 0 && c.Skip();");
        if (merged.Apart.Count > 0) writer.Line("return " + calls.Call(merged.Apart[0]) + ";");
        else if (merged.Choices.Count > 0) choices.WriteTaking(merged.Choices[0].ExactlyOne, merged.Choices[0].Branches, joined ?? merged.Choices[0].Branches);
        else conditions.WriteTaking(joined is null ? merged.Conditions[0] : (merged.Conditions[0].If, joined[0], joined[1]));
    }

    private void WriteAgain(string failure)
    {
        writer.Line("c.Restore(start);");
        writer.Line("if (" + failure + ") return false;");
    }

    private void WriteOwn(MergedSchema merged, string method, string name)
    {
        int types = merged.Types & calls.Facts.ConstantTypes(merged);
        string? members = merged.Objects.Count > 0 && Admits(types, PlanTypes.Object) ? "O" + name : null;
        string? items = merged.Array is not null && Admits(types, PlanTypes.Array) ? "A" + name : null;
        List<(int Type, string Take)> cases = Cases(merged, types, members, items).ToList();
        writer.Line();
        writer.Open("internal static bool " + method + "(ref Cursor c)");
        if (merged.Constants.Count > 0) writer.Line("CursorMark first = c.Here;");
        if (cases.Count == 1 && LooksItself(cases[0].Type, members, items)) writer.Line("return " + cases[0].Take + ";");
        else WriteCases(cases);
        writer.Close();
        if (members is not null) objects.Write(merged, members);
        if (items is not null) arrays.Write(merged.Array!.Value.Schema, merged.Array.Value.Rules, items);
    }

    private void WriteCases(List<(int Type, string Take)> cases)
    {
        writer.Open("switch (c.NextTypes())");
        foreach ((int type, string take) in cases) writer.Line("case ", CodeWriter.Number(type), ": return ", take, ";");
        writer.Line("case 0: return c.Skip();");
        writer.Line("default: return false;");
        writer.Close();
    }

    /// <summary>Whether what takes a value of the type finds out by itself that the value is of another.</summary>
    private static bool LooksItself(int type, string? members, string? items) =>
        type switch { (int)PlanTypes.Object => members is not null, (int)PlanTypes.Array => items is not null, _ => true };

    private IEnumerable<(int Type, string Take)> Cases(MergedSchema merged, int types, string? members, string? items)
    {
        const PlanTypes numbers = PlanTypes.Number | PlanTypes.Integer;
        string constants = string.Concat(merged.Constants.Select(schema => " && " + calls.Checks(schema) + ".Constant(ref c, first)"));
        if (Admits(types, PlanTypes.Object)) yield return ((int)PlanTypes.Object, (members is null ? "c.Skip()" : members + "(ref c)") + constants);
        if (Admits(types, PlanTypes.Array)) yield return ((int)PlanTypes.Array, (items is null ? "c.Skip()" : items + "(ref c)") + constants);
        if (Admits(types, PlanTypes.String)) yield return ((int)PlanTypes.String, scalars.TakeString(merged));
        if (Admits(types, numbers)) yield return ((int)numbers, scalars.TakeNumber(merged));
        if (Admits(types, PlanTypes.Boolean) && scalars.TakeBoolean(merged) is { } boolean) yield return ((int)PlanTypes.Boolean, boolean);
        if (Admits(types, PlanTypes.Null)) yield return ((int)PlanTypes.Null, "c.TakeNull()");
    }

    private static bool Admits(int types, PlanTypes type) => (types & (int)type) != 0;
}
