using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>
/// Makes a method's name from its <c>operationId</c> (or method and path) and drops what the group says already: in <c>Leads</c>,
/// <c>getLeadDetails</c> is <c>GetDetails</c>, <c>listLeads</c> is <c>List</c>, <c>leads/create</c> is <c>Create</c>. The name depends on nothing but the operation and its group.
/// </summary>
internal static class MethodNames
{
    private static readonly string[] manyVerbs = ["list", "search", "query", "count", "export", "import"];
    private static readonly string[] readVerbs = ["get", "find", "fetch", "read", "retrieve", "load"];

    /// <summary>The name with everything that the operation says itself.</summary>
    public static string Full(Operation operation) => Identifiers.Pascal(Words(operation, OperationPath.Segments(operation)).Join());

    /// <summary>The name inside a group.</summary>
    public static string Short(Operation operation, string group)
    {
        List<string> words = Words(operation, OperationPath.Segments(operation).Where(segment => !OperationPath.IsPrefix(segment)));
        List<string> noun = OperationWords.Split(group);
        if (noun.Count == 0) return Identifiers.Pascal(words.Join());
        if (words.Count > noun.Count && Matches(words, 0, noun, OperationWords.Same)) words.RemoveRange(0, noun.Count);
        return Identifiers.Pascal(WithoutNoun(words, noun).Join());
    }

    private static List<string> WithoutNoun(List<string> words, List<string> noun)
    {
        if (words.Count < noun.Count + 1 || !Matches(words, 1, noun, OperationWords.SameNoun)) return words;
        bool plural = OperationWords.IsPlural(words[noun.Count]);
        bool last = words.Count == noun.Count + 1;
        bool many = manyVerbs.Contains(words[0], StringComparer.OrdinalIgnoreCase);
        bool reads = readVerbs.Contains(words[0], StringComparer.OrdinalIgnoreCase);
        // Singular and plural must not fall together: getPet is Get, getPets is GetAll; listPets is List, createPets stays.
        if (last && plural && !many && !reads) return words;
        if (last && !plural && many) return words;
        List<string> rest = [words[0], .. words.Skip(noun.Count + 1)];
        if (last && plural && reads) rest.Add("All");
        return rest;
    }

    private static bool Matches(List<string> words, int at, List<string> noun, Func<string, string, bool> same)
    {
        for (int i = 0; i < noun.Count; i++)
        {
            bool lastWord = i == noun.Count - 1;
            if (!(lastWord ? same(words[at + i], noun[i]) : OperationWords.Same(words[at + i], noun[i]))) return false;
        }

        return true;
    }

    private static List<string> Words(Operation operation, IEnumerable<string> segments)
    {
        List<string> words = operation.OperationId is { } id ? OperationWords.Split(id) : [];
        return words.Count > 0 ? words : [operation.Method.ToLowerInvariant(), .. PathWords(segments)];
    }

    private static IEnumerable<string> PathWords(IEnumerable<string> segments)
    {
        foreach (string segment in segments)
        {
            if (segment.IndexOf('{') >= 0) yield return "by";
            foreach (string word in OperationWords.Split(segment)) yield return word;
        }
    }

    private static string Join(this IEnumerable<string> words) =>
        string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
