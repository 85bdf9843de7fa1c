using ContractToolkit.Patterns;

namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>Chooses the code points of witnesses.</summary>
internal static class ReadableCodePoint
{
    private static readonly CodePointSet[] Preferred =
    [
        CodePointSet.Range('a', 'z'), CodePointSet.Range('0', '9'), CodePointSet.Range('A', 'Z'), CodePointSet.Range('!', '~'), CodePointSet.Of(' '),
        CodePointSet.Range(0xA1, 0xD7FF), CodePointSet.Range(0xE000, 0xFFFD), CodePointSet.Range(0x10000, CodePointSet.Last), CodePointSet.Range(0, 0x1F),
    ];

    /// <summary>A member that reads well: a letter or digit where there is one, never a lone surrogate where that can be helped.</summary>
    public static int Of(CodePointSet set)
    {
        foreach (CodePointSet preferred in Preferred)
        {
            CodePointSet part = set.Intersect(preferred);
            if (!part.IsEmpty) return part.Ranges[0].First;
        }

        return set.Ranges[0].First;
    }
}
