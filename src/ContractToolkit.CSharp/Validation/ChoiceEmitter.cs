using System.Globalization;
using ContractToolkit.CSharp.Text;
using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Validation;

/// <summary>
/// Writes <c>anyOf</c> and <c>oneOf</c>: branches of another type are not tried, a constant member goes straight to its branch, and of the branches that
/// take objects only those are tried that a look at the members leaves.
/// </summary>
internal sealed class ChoiceEmitter(CodeWriter writer, SchemaCalls calls)
{
    /// <summary>Writes a choice as the one thing that takes the value, whose types stand in <c>t</c>.</summary>
    /// <param name="exactlyOne">Whether only one branch may pass.</param>
    /// <param name="branches">The branches.</param>
    /// <param name="takers">The schemas that take the value in place of each branch.</param>
    public void WriteTaking(bool exactlyOne, EquatableArray<int> branches, IReadOnlyList<int> takers)
    {
        WriteTag(branches, takers);
        if (AreDisjoint(branches))
        {
            for (int i = 0; i < branches.Count; i++) writer.Line("if (", Guard(branches[i]), ") return ", calls.Call(takers[i]), ";");
            writer.Line("return t == 0 && c.Skip();");
            return;
        }

        string? table = calls.Facts.Tag(branches) is null ? calls.TableOf(branches) : null;
        WriteLook(branches, table, takers);
        writer.Line("CursorMark start = c.Save();");
        if (!exactlyOne)
        {
            for (int i = 0; i < branches.Count; i++) writer.Line("if (", Guard(branches, i, table), " && c.Retry(start) && ", calls.Call(takers[i]), ") return true;");
            writer.Line("return t == 0 && c.Skip();");
            return;
        }

        writer.Line("CursorMark end = default;");
        WriteCount(branches, takers, exactlyOne, table, keepsEnd: true);
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
        string? table = calls.TableOf(branches);
        WriteLook(branches, table, null);
        WriteCount(branches, branches, exactlyOne, table, keepsEnd: false);
        writer.Line("if (passing != 1) return false;");
        writer.Close();
    }

    private void WriteCount(EquatableArray<int> branches, IReadOnlyList<int> takers, bool exactlyOne, string? table, bool keepsEnd)
    {
        writer.Line("int passing = 0;");
        for (int i = 0; i < branches.Count; i++)
        {
            string sofar = !exactlyOne && i > 0 ? "passing == 0 && " : "";
            writer.Open("if (" + sofar + Guard(branches, i, table) + " && c.Retry(start) && " + calls.Call(takers[i]) + ")");
            writer.Line(exactlyOne && i > 0 ? "if (++passing > 1) return false;" : "passing++;");
            if (keepsEnd) writer.Line("end = c.Save();");
            writer.Close();
        }
    }

    /// <summary>Writes the look at an object's members, whose result <see cref="Guard(EquatableArray{int}, int, string?)"/> tests.</summary>
    /// <param name="branches">The branches.</param>
    /// <param name="table">What tells them apart; null where nothing does.</param>
    /// <param name="takers">What takes the value where one branch alone is left; null where the value is only looked at.</param>
    private void WriteLook(EquatableArray<int> branches, string? table, IReadOnlyList<int>? takers)
    {
        if (table is null) return;
        writer.Line("ulong left = t == 64 ? c.Candidates(" + table + ") : ulong.MaxValue;");
        if (takers is null) return;
        writer.Open("switch (left)");
        for (int i = 0; i < branches.Count; i++)
        {
            if (TakesObjects(branches[i])) writer.Line("case ", Bit(i), ": return ", calls.Call(takers[i]), ";");
        }

        writer.Line("case 0: return false;");
        writer.Close();
    }

    private void WriteTag(EquatableArray<int> branches, IReadOnlyList<int> takers)
    {
        if (calls.Facts.Tag(branches) is not { } tag) return;
        writer.Open("if (t == 64 && c.PeekTag(" + Literal.Utf8(tag.Member) + ", out var tag))");
        foreach (IGrouping<int, KeyValuePair<string, int>> branch in tag.Branches.GroupBy(pair => pair.Value))
        {
            IEnumerable<string> tests = branch.Select(pair => "global::System.MemoryExtensions.SequenceEqual(tag, " + Literal.Utf8(pair.Key) + ")");
            writer.Line("if (" + string.Join(" || ", tests) + ") return " + calls.Call(takers[branches.ToList().IndexOf(branch.Key)]) + ";");
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

    private string Guard(EquatableArray<int> branches, int place, string? table) =>
        Guard(branches[place]) + (table is not null && TakesObjects(branches[place]) ? " && (left & " + Bit(place) + ") != 0" : "");

    private bool TakesObjects(int branch) => (Reach(branch) & (int)PlanTypes.Object) != 0;

    private static string Bit(int place) => "0x" + (1UL << place).ToString("X", CultureInfo.InvariantCulture) + "UL";

    private string Guard(int branch) => "(t & " + CodeWriter.Number(Reach(branch)) + ") != 0";

    /// <summary>The types of text at which a branch is tried: a whole number may be written with a fraction.</summary>
    private int Reach(int branch)
    {
        int types = calls.Facts.Types(branch);
        return (types & (int)(PlanTypes.Integer | PlanTypes.Number)) != 0 ? types | (int)(PlanTypes.Integer | PlanTypes.Number) : types;
    }
}
