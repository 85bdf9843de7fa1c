using ContractToolkit.CSharp.Text;
using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Validation;

/// <summary>Writes <c>anyOf</c> and <c>oneOf</c>: branches of another type are not tried, and a constant member goes straight to its branch.</summary>
internal sealed class ChoiceEmitter(CodeWriter writer, SchemaCalls calls)
{
    /// <summary>Writes a choice as the one thing that takes the value, whose types stand in <c>t</c>.</summary>
    public void WriteTaking(bool exactlyOne, EquatableArray<int> branches)
    {
        WriteTag(branches, straight: true);
        if (AreDisjoint(branches))
        {
            foreach (int branch in branches) writer.Line("if (", Guard(branch), ") return ", calls.Call(branch), ";");
            writer.Line("return t == 0 && c.Skip();");
            return;
        }

        writer.Line("CursorMark start = c.Save();");
        if (!exactlyOne)
        {
            foreach (int branch in branches) writer.Line("if (", Guard(branch), " && c.Retry(start) && ", calls.Call(branch), ") return true;");
            writer.Line("return t == 0 && c.Skip();");
            return;
        }

        writer.Line("CursorMark end = default;");
        WriteCount(branches, exactlyOne, keepsEnd: true);
        writer.Line("if (passing != 1 || c.Failed) return false;");
        writer.Line("c.Restore(end);");
        writer.Line("return true;");
    }

    /// <summary>Writes a choice as one more look at a value between <c>start</c> and <c>end</c>.</summary>
    public void WriteCounting(bool exactlyOne, EquatableArray<int> branches)
    {
        writer.Open();
        writer.Line("c.Restore(start);");
        writer.Line("int t = c.NextTypes();");
        WriteCount(branches, exactlyOne, keepsEnd: false);
        writer.Line("if (passing != 1) return false;");
        writer.Close();
    }

    private void WriteCount(EquatableArray<int> branches, bool exactlyOne, bool keepsEnd)
    {
        writer.Line("int passing = 0;");
        bool first = true;
        foreach (int branch in branches)
        {
            string sofar = !exactlyOne && !first ? "passing == 0 && " : "";
            writer.Open("if (" + sofar + Guard(branch) + " && c.Retry(start) && " + calls.Call(branch) + ")");
            writer.Line(exactlyOne && !first ? "if (++passing > 1) return false;" : "passing++;");
            if (keepsEnd) writer.Line("end = c.Save();");
            writer.Close();
            first = false;
        }
    }

    private void WriteTag(EquatableArray<int> branches, bool straight)
    {
        if (!straight || calls.Facts.Tag(branches) is not { } tag) return;
        writer.Open("if (t == 64 && c.PeekTag(" + Literal.Utf8(tag.Member) + ", out var tag))");
        foreach (IGrouping<int, KeyValuePair<string, int>> branch in tag.Branches.GroupBy(pair => pair.Value))
        {
            IEnumerable<string> tests = branch.Select(pair => "global::System.MemoryExtensions.SequenceEqual(tag, " + Literal.Utf8(pair.Key) + ")");
            writer.Line("if (" + string.Join(" || ", tests) + ") return " + calls.Call(branch.Key) + ";");
        }

        writer.Line("return false;");
        writer.Close();
    }

    private bool AreDisjoint(EquatableArray<int> branches)
    {
        int seen = 0;
        foreach (int branch in branches)
        {
            int types = Reach(branch);
            if ((seen & types) != 0) return false;
            seen |= types;
        }

        return true;
    }

    private string Guard(int branch) => "(t & " + CodeWriter.Number(Reach(branch)) + ") != 0";

    /// <summary>The types of text at which a branch is tried: a whole number may be written with a fraction.</summary>
    private int Reach(int branch)
    {
        int types = calls.Facts.Types(branch);
        return (types & (int)(PlanTypes.Integer | PlanTypes.Number)) != 0 ? types | (int)(PlanTypes.Integer | PlanTypes.Number) : types;
    }
}
