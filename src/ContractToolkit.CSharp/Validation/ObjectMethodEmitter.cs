using System.Globalization;
using ContractToolkit.CSharp.Text;
using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Validation;

/// <summary>Writes the method that takes an object: every name that some keyword mentions has a place, which is its bit among the names seen.</summary>
internal sealed class ObjectMethodEmitter(CodeWriter writer, SchemaCalls calls)
{
    private const int MostFollowing = 2;
    private const int ManyNames = 40;

    public void Write(MergedSchema merged, string method)
    {
        ObjectShape shape = new(merged.Objects.Select(part => part.Rules).ToList());
        bool counts = shape.Least > 0 || shape.Most is not null;
        writer.Line();
        writer.Open("internal static bool " + method + "(ref Cursor c)");
        writer.Line("if (!c.EnterObject(out var members)) return false;");
        for (int word = 0; word < shape.Words; word++) writer.Line("ulong seen" + CodeWriter.Number(word) + " = 0;");
        if (counts) writer.Line("long count = 0;");
        writer.Open("while (c.NextMember(ref members, out var name))");
        if (counts) writer.Line("count++;");
        WriteMember(merged, shape, method, counts);
        writer.Close();
        writer.Line("if (c.Failed) return false;");
        if (shape.Least > 0) writer.Line("if (count < " + CodeWriter.Number(shape.Least) + ") return false;");
        if (shape.Most is { } most) writer.Line("if (count > " + CodeWriter.Number(most) + ") return false;");
        WriteRequired(shape);
        writer.Line("return true;");
        writer.Close();
        if (shape.Names.Count > 0) NameSwitchEmitter.Write(writer, shape.Names, "N" + method);
    }

    private void WriteMember(MergedSchema merged, ObjectShape shape, string method, bool counts)
    {
        (int schema, PlanObject rules) = merged.Objects[0];
        bool peculiar = !rules.PatternProperties.IsEmpty || rules.PropertyNames != PlanSchema.None;
        string place = shape.Names.Count > 0 ? "N" + method + "(name)" : "-1";
        if (peculiar) WritePeculiar(schema, rules, shape, place);
        else WritePlain(shape, place, counts);
    }

    private void WritePlain(ObjectShape shape, string place, bool counts)
    {
        if (shape.Names.Count > 0)
        {
            writer.Open("switch (" + place + ")");
            for (int i = 0; i < shape.Names.Count; i++)
            {
                writer.Line("case " + CodeWriter.Number(i) + ":");
                writer.Indent();
                WriteSeen(i);
                WriteBarred(shape.Access(i));
                WriteCalls(shape.Schemas(i));
                WriteFollowing(shape, i, counts);
                writer.Line("continue;");
                writer.Outdent();
            }

            writer.Close();
        }

        WriteCalls(shape.Additional());
    }

    /// <summary>Looks whether the members that the schema names next follow: up to a required one, and no more than a few.</summary>
    private void WriteFollowing(ObjectShape shape, int place, bool counts)
    {
        int most = shape.Names.Count > ManyNames ? 1 : MostFollowing;
        for (int next = place + 1; next < shape.Names.Count && next <= place + most; next++)
        {
            string name = shape.Names[next];
            if (name.Any(c => c < ' ' || c is '"' or '\\')) return;
            string text = Literal.Utf8("\"" + name + "\":");
            string jump = "goto case " + CodeWriter.Number(next) + ";";
            writer.Line("if (c.Follows(ref members, ", text, ")) ", counts ? "{ count++; " + jump + " }" : jump);
            if ((shape.Required(next >> 6, PlanAccess.Both) & (1UL << (next & 63))) != 0) return;
        }
    }

    private void WriteSeen(int place)
    {
        string word = "seen" + CodeWriter.Number(place >> 6);
        string bit = Bits(1UL << (place & 63));
        writer.Line("if ((" + word + " & " + bit + ") != 0) return false;");
        writer.Line(word + " |= " + bit + ";");
    }

    private void WriteBarred(PlanAccess access)
    {
        if ((access & PlanAccess.NotInRequest) != 0) writer.Line("if (c.Direction == Direction.Request) return false;");
        if ((access & PlanAccess.NotInResponse) != 0) writer.Line("if (c.Direction == Direction.Response) return false;");
    }

    private void WriteCalls(IEnumerable<int> schemas)
    {
        List<string> wanted = calls.CallAll(schemas.ToList()).ToList();
        if (wanted.Contains("false"))
        {
            writer.Line("return false;");
            return;
        }

        if (wanted.Count > 1) wanted.Remove("c.Skip()");
        if (wanted.Count == 0) wanted.Add("c.Skip()");
        if (wanted.Count == 1)
        {
            writer.Line("if (!" + wanted[0] + ") return false;");
            return;
        }

        writer.Open();
        writer.Line("CursorMark value = c.Save();");
        writer.Line("if (!" + wanted[0] + ") return false;");
        foreach (string other in wanted.Skip(1)) writer.Line("c.Restore(value);").Line("if (!" + other + ") return false;");
        writer.Close();
    }

    /// <summary>Objects whose names are matched against patterns or have a schema themselves.</summary>
    private void WritePeculiar(int schema, PlanObject rules, ObjectShape shape, string place)
    {
        for (int i = 0; i < rules.PatternProperties.Count; i++)
        {
            string index = CodeWriter.Number(i);
            writer.Line("bool match" + index + " = " + calls.Checks(schema) + ".Matches(ref c, " + index + ", name);");
        }

        writer.Line("CursorMark value = c.Save();");
        if (rules.PropertyNames != PlanSchema.None)
        {
            writer.Line("c.Restore(c.NameMark);");
            writer.Line("if (!" + calls.Call(rules.PropertyNames) + ") return false;");
            writer.Line("c.Restore(value);");
        }

        writer.Line("bool taken = false;");
        if (shape.Names.Count > 0)
        {
            writer.Open("switch (" + place + ")");
            for (int i = 0; i < shape.Names.Count; i++) WriteDeclared(shape, i);
            writer.Close();
        }

        for (int i = 0; i < rules.PatternProperties.Count; i++)
        {
            writer.Open("if (match" + CodeWriter.Number(i) + ")");
            writer.Line("if (taken) c.Restore(value);");
            writer.Line("if (!" + calls.Call(rules.PatternProperties[i].Schema) + ") return false;");
            writer.Line("taken = true;");
            writer.Close();
        }

        writer.Open("if (!taken)");
        WriteCalls(shape.Additional());
        writer.Close();
    }

    private void WriteDeclared(ObjectShape shape, int place)
    {
        writer.Line("case " + CodeWriter.Number(place) + ":");
        writer.Indent();
        WriteSeen(place);
        WriteBarred(shape.Access(place));
        if (shape.IsDeclared(place))
        {
            WriteCalls(shape.Schemas(place));
            writer.Line("taken = true;");
        }

        writer.Line("break;");
        writer.Outdent();
    }

    private void WriteRequired(ObjectShape shape)
    {
        for (int word = 0; word < shape.Words; word++)
        {
            ulong anyway = shape.Required(word, PlanAccess.Both);
            ulong request = shape.Required(word, PlanAccess.NotInRequest);
            ulong response = shape.Required(word, PlanAccess.NotInResponse);
            if (anyway == 0) continue;
            string seen = "seen" + CodeWriter.Number(word);
            string needed = request == anyway && response == anyway
                ? Bits(anyway)
                : $"(c.Direction == Direction.Request ? {Bits(request)} : c.Direction == Direction.Response ? {Bits(response)} : {Bits(anyway)})";
            writer.Line($"if ((~{seen} & {needed}) != 0) return false;");
        }

        foreach ((int trigger, int[] required) in shape.Dependent)
        {
            if (required.Length == 0) continue;
            writer.Line("if (" + Seen(trigger) + " && !(" + string.Join(" && ", required.Select(Seen)) + ")) return false;");
        }
    }

    private static string Seen(int place) => "(seen" + CodeWriter.Number(place >> 6) + " & " + Bits(1UL << (place & 63)) + ") != 0";

    private static string Bits(ulong bits) => "0x" + bits.ToString("X", CultureInfo.InvariantCulture) + "UL";
}
