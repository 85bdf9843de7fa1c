namespace ContractToolkit.Validation;

/// <summary>
/// Normal form of labels by tables of our own: .NET asks ICU, which programs may do without (<c>InvariantGlobalization</c>) and whose version
/// follows the machine; a verdict must not.
/// </summary>
internal static class IdnaNormalForm
{
    private const int Virama = 9;

    private static readonly CodePointRanges Unstable = new(Words(IdnaTables.Unstable));
    private static readonly CodePointRanges Classes = new(Words(IdnaTables.CombiningClasses));
    private static readonly Dictionary<(int First, int Second), int> Compositions = [];
    private static readonly Dictionary<int, (int First, int Second)> Decompositions = [];

    static IdnaNormalForm()
    {
        foreach (string word in Words(IdnaTables.Compositions))
        {
            int[] points = [.. word.Split('=', '+').Select(CodePointRanges.CodePoint)];
            Decompositions.Add(points[0], (points[1], points[2]));
            Compositions.Add((points[1], points[2]), points[0]);
        }
    }

    /// <summary>Whether compatibility normalisation and case folding leave a letter, mark or digit alone (RFC 5892, section 2.2).</summary>
    public static bool IsStable(int codePoint) => Unstable[codePoint] == 0;

    /// <summary>Whether a mark has the class of viramas, after which joiners may stand (RFC 5892, appendix A).</summary>
    public static bool IsVirama(int codePoint) => Classes[codePoint] == Virama;

    /// <summary>Whether stable code points stand in normal form C (RFC 5891, section 5.3): decomposed, ordered by class and composed again they are the same.</summary>
    public static bool IsComposed(List<int> label)
    {
        List<int> parts = [];
        foreach (int codePoint in label) Decompose(codePoint, parts);
        return Compose(parts).SequenceEqual(label);
    }

    /// <summary>Adds what a code point is made of, marks in the order of their classes.</summary>
    private static void Decompose(int codePoint, List<int> parts)
    {
        while (Decompositions.TryGetValue(codePoint, out (int First, int Second) pair))
        {
            Decompose(pair.First, parts);
            codePoint = pair.Second;
        }

        int own = Classes[codePoint];
        int at = parts.Count;
        while (own != 0 && at > 0 && Classes[parts[at - 1]] > own) at--;
        parts.Insert(at, codePoint);
    }

    /// <summary>Composes each starter with the marks that nothing of their class or above keeps from it.</summary>
    private static List<int> Compose(List<int> parts)
    {
        List<int> composed = [];
        int starter = -1;
        int before = -1;
        foreach (int part in parts)
        {
            int own = Classes[part];
            if (starter >= 0 && before < own && Compositions.TryGetValue((composed[starter], part), out int whole))
            {
                composed[starter] = whole;
                continue;
            }

            if (own == 0) starter = composed.Count;
            before = own == 0 ? -1 : own;
            composed.Add(part);
        }

        return composed;
    }

    private static string[] Words(string table) => table.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
