using ContractToolkit.CSharp.Text;
using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Validation;

/// <summary>Writes the method that takes an array.</summary>
internal sealed class ArrayMethodEmitter(CodeWriter writer, SchemaCalls calls)
{
    public void Write(int schema, PlanArray rules, string method)
    {
        bool counts = rules.UniqueItems || rules.MinItems > 0 || rules.MaxItems is not null || !rules.PrefixItems.IsEmpty;
        bool contains = rules.Contains != PlanSchema.None;
        writer.Line();
        writer.Open("internal static bool " + method + "(ref Cursor c)");
        if (rules.UniqueItems) writer.Line("CursorMark whole = c.Save();");
        writer.Line("if (!c.EnterArray(out var items)) return false;");
        if (counts) writer.Line("long count = 0;");
        if (contains) writer.Line("long found = 0;");
        writer.Open("while (c.NextItem(ref items))");
        if (contains) WriteContains(rules);
        if (counts) WritePrefix(rules);
        string rest = rules.Items == PlanSchema.None ? "c.Skip()" : calls.Call(rules.Items);
        writer.Line("if (!" + rest + ") return false;");
        writer.Close();
        writer.Line("if (c.Failed) return false;");
        if (rules.MinItems > 0) writer.Line("if (count < " + CodeWriter.Number(rules.MinItems.Value) + ") return false;");
        if (rules.MaxItems is { } most) writer.Line("if (count > " + CodeWriter.Number(most) + ") return false;");
        if (contains) WriteFound(rules);
        writer.Line(rules.UniqueItems ? "return count < 2 || " + calls.Checks(schema) + ".UniqueItems(ref c, whole);" : "return true;");
        writer.Close();
    }

    private void WriteContains(PlanArray rules)
    {
        writer.Line("CursorMark item = c.Save();");
        writer.Line("if (" + calls.Call(rules.Contains) + ") found++;");
        writer.Line("c.Restore(item);");
    }

    private void WritePrefix(PlanArray rules)
    {
        if (rules.PrefixItems.IsEmpty)
        {
            writer.Line("count++;");
            return;
        }

        writer.Open("switch (count++)");
        for (int i = 0; i < rules.PrefixItems.Count; i++)
        {
            writer.Line("case " + CodeWriter.Number(i) + ":");
            writer.Line("    if (!" + calls.Call(rules.PrefixItems[i]) + ") return false;");
            writer.Line("    continue;");
        }

        writer.Close();
    }

    private void WriteFound(PlanArray rules)
    {
        long least = rules.MinContains ?? 1;
        if (least > 0) writer.Line("if (found < " + CodeWriter.Number(least) + ") return false;");
        if (rules.MaxContains is { } most) writer.Line("if (found > " + CodeWriter.Number(most) + ") return false;");
    }
}
