using System.Text;
using ContractToolkit.CSharp.Text;

namespace ContractToolkit.CSharp.Validation;

/// <summary>
/// Writes the method that turns a member's name into its place: by length, then by the byte that tells most apart, then whole. Among many names a
/// processor guesses such branches wrong more often than not; they are left to a table.
/// </summary>
internal static class NameSwitchEmitter
{
    private const int FewNames = 3;
    private const int ManyNames = 24;

    public static void Write(CodeWriter writer, IReadOnlyList<string> names, string method)
    {
        writer.Line();
        if (names.Count > ManyNames)
        {
            writer.Line("internal static readonly NameTable T" + method + " = new(" + string.Join(", ", names.Select(Literal.String)) + ");");
            writer.Line();
            writer.Line("internal static int " + method + "(global::System.ReadOnlySpan<byte> name) => T" + method + ".Find(name);");
            return;
        }

        writer.Open("internal static int " + method + "(global::System.ReadOnlySpan<byte> name)");
        writer.Open("switch (name.Length)");
        foreach (IGrouping<int, Name> group in names.Select((name, place) => new Name(name, Encoding.UTF8.GetBytes(name), place)).GroupBy(name => name.Bytes.Length))
        {
            writer.Line("case " + CodeWriter.Number(group.Key) + ":");
            writer.Indent();
            WriteGroup(writer, group.ToList());
            writer.Line("break;");
            writer.Outdent();
        }

        writer.Close();
        writer.Line("return -1;");
        writer.Close();
    }

    private static void WriteGroup(CodeWriter writer, List<Name> names)
    {
        if (names.Count <= FewNames)
        {
            foreach (Name name in names) WriteTest(writer, name);
            return;
        }

        int at = Enumerable.Range(0, names[0].Bytes.Length).OrderByDescending(i => names.Select(name => name.Bytes[i]).Distinct().Count()).First();
        writer.Open("switch (name[" + CodeWriter.Number(at) + "])");
        foreach (IGrouping<byte, Name> group in names.GroupBy(name => name.Bytes[at]))
        {
            writer.Line("case " + CodeWriter.Number(group.Key) + ":");
            writer.Indent();
            foreach (Name name in group) WriteTest(writer, name);
            writer.Line("break;");
            writer.Outdent();
        }

        writer.Close();
    }

    private static void WriteTest(CodeWriter writer, Name name) => writer.Line(
        "if (global::System.MemoryExtensions.SequenceEqual(name, ", Literal.Utf8(name.Text), ")) return ", CodeWriter.Number(name.Place), ";");

    private sealed record Name(string Text, byte[] Bytes, int Place);
}
