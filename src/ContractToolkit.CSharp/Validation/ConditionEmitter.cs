using ContractToolkit.CSharp.Text;
using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Validation;

/// <summary>Writes <c>if</c>, <c>then</c> and <c>else</c>. A condition on one member's constant only looks for that member.</summary>
internal sealed class ConditionEmitter(CodeWriter writer, SchemaCalls calls)
{
    /// <summary>Writes a condition whose branch takes the value.</summary>
    public void WriteTaking((int If, int Then, int Else) condition)
    {
        writer.Line("CursorMark start = c.Save();");
        WriteTest(condition.If);
        writer.Line("c.Restore(start);");
        writer.Line("if (c.Failed) return false;");
        writer.Line("return holds ? ", Branch(condition.Then), " : ", Branch(condition.Else), ";");
    }

    /// <summary>Writes a condition as one more look at a value from <c>start</c>.</summary>
    public void WriteAgain((int If, int Then, int Else) condition)
    {
        writer.Open();
        writer.Line("c.Restore(start);");
        WriteTest(condition.If);
        writer.Line("c.Restore(start);");
        if (condition.Then != PlanSchema.None) writer.Line("if (holds && !", Branch(condition.Then), ") return false;");
        if (condition.Else != PlanSchema.None) writer.Line("if (!holds && (c.Failed || !", Branch(condition.Else), ")) return false;");
        writer.Close();
    }

    private string Branch(int schema) => schema == PlanSchema.None ? "c.Skip()" : calls.Call(schema);

    private void WriteTest(int condition)
    {
        if (calls.Facts.OnlyTag(condition) is not { } tag)
        {
            writer.Line("bool holds = " + calls.Call(condition) + ";");
            return;
        }

        IEnumerable<string> tests = tag.Constants.Select(constant => "global::System.MemoryExtensions.SequenceEqual(tag, " + Literal.Utf8(constant) + ")");
        writer.Line("bool holds = c.NextTypes() == 64 && c.PeekTag(" + Literal.Utf8(tag.Member) + ", out var tag)");
        writer.Line("    ? " + string.Join(" || ", tests.DefaultIfEmpty("false")) + " : " + calls.Call(condition) + ";");
    }
}
