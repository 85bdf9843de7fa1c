namespace ContractToolkit.CSharp.Naming;

/// <summary>The words of C# that cannot stand as identifiers without <c>@</c>, contextual ones included where they can confuse the parser.</summary>
internal static class Keywords
{
    private static readonly HashSet<string> All = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event "
        + "explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null "
        + "object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static "
        + "string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while "
        + "await async dynamic field file global nameof notnull nint nuint partial record required scoped unmanaged value var when where "
        + "with yield and or not add alias allows args ascending by descending equals extension from get group init into join let managed "
        + "on orderby remove select set").Split(' '), StringComparer.Ordinal);

    /// <summary>Whether <paramref name="name"/> needs an <c>@</c>.</summary>
    /// <remarks>All of them begin with a small letter, and most names do not: those need no search.</remarks>
    public static bool Contains(string name) => name.Length > 0 && name[0] is >= 'a' and <= 'z' && All.Contains(name);
}
