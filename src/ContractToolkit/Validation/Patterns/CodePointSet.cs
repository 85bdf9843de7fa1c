using System.Globalization;
using System.Text;

namespace ContractToolkit.Validation;

/// <summary>A set of code points, written as an expression over UTF-16 that matches exactly one of them.</summary>
internal sealed class CodePointSet
{
    public const int Last = 0x10FFFF;

    private const int FirstAstral = 0x10000;

    private readonly List<(int First, int Last)> ranges = [];

    public static CodePointSet All { get; } = new CodePointSet().Add(0, Last);

    public static CodePointSet Digits { get; } = new CodePointSet().Add('0', '9');

    public static CodePointSet Word { get; } = new CodePointSet().Add('A', 'Z').Add('a', 'z').Add('0', '9').Add('_', '_');

    public static CodePointSet LineTerminators { get; } = new CodePointSet().Add('\n', '\n').Add('\r', '\r').Add(0x2028, 0x2029);

    /// <summary>White space and line terminators of ECMA-262.</summary>
    public static CodePointSet Space { get; } = new CodePointSet().Add('\t', '\r').Add(' ', ' ').Add(0xA0, 0xA0).Add(0x1680, 0x1680)
        .Add(0x2000, 0x200A).Add(0x2028, 0x2029).Add(0x202F, 0x202F).Add(0x205F, 0x205F).Add(0x3000, 0x3000).Add(0xFEFF, 0xFEFF);

    /// <summary>The ranges, ascending and apart from each other.</summary>
    public IReadOnlyList<(int First, int Last)> Ranges => ranges;

    public CodePointSet Add(int first, int last)
    {
        // Keeps the ranges in order and merged; patterns add few, and Unicode properties add theirs in order.
        int at = ranges.Count;
        while (at > 0 && ranges[at - 1].First > first) at--;
        ranges.Insert(at, (first, last));
        if (at > 0 && ranges[at - 1].Last >= first - 1) at--;
        while (at + 1 < ranges.Count && ranges[at].Last >= ranges[at + 1].First - 1)
        {
            ranges[at] = (ranges[at].First, Math.Max(ranges[at].Last, ranges[at + 1].Last));
            ranges.RemoveAt(at + 1);
        }

        return this;
    }

    public CodePointSet Add(CodePointSet other)
    {
        foreach ((int first, int last) in other.ranges) Add(first, last);
        return this;
    }

    /// <summary>Every code point that is not in this set.</summary>
    public CodePointSet Complement()
    {
        CodePointSet rest = new();
        int next = 0;
        foreach ((int first, int last) in ranges)
        {
            if (first > next) rest.ranges.Add((next, first - 1));
            next = last + 1;
        }

        if (next <= Last) rest.ranges.Add((next, Last));
        return rest;
    }

    /// <summary>The expression. Texts hold no lone surrogates, so none is matched.</summary>
    public string ToExpression()
    {
        StringBuilder basic = new();
        List<string> astral = [];
        foreach ((int first, int last) in ranges)
        {
            AppendBasic(basic, first, Math.Min(last, 0xD7FF));
            AppendBasic(basic, Math.Max(first, 0xE000), Math.Min(last, 0xFFFF));
            if (last >= FirstAstral) AddAstral(astral, Math.Max(first, FirstAstral), last);
        }

        if (basic.Length > 0) astral.Insert(0, "[" + basic + "]");
        return astral.Count switch
        {
            0 => "(?!)",
            1 when basic.Length > 0 => astral[0],
            _ => "(?:" + string.Join("|", astral) + ")",
        };
    }

    private static void AppendBasic(StringBuilder target, int first, int last)
    {
        if (first > last) return;
        target.Append(Unit(first));
        if (last > first) target.Append('-').Append(Unit(last));
    }

    private static void AddAstral(List<string> target, int first, int last)
    {
        int firstLead = Lead(first);
        int lastLead = Lead(last);
        if (firstLead == lastLead)
        {
            target.Add(Unit(firstLead) + Trails(Trail(first), Trail(last)));
            return;
        }

        if (Trail(first) != 0xDC00)
        {
            target.Add(Unit(firstLead) + Trails(Trail(first), 0xDFFF));
            firstLead++;
        }

        if (Trail(last) != 0xDFFF)
        {
            target.Add(Unit(lastLead) + Trails(0xDC00, Trail(last)));
            lastLead--;
        }

        if (firstLead <= lastLead) target.Add(Trails(firstLead, lastLead) + Trails(0xDC00, 0xDFFF));
    }

    private static string Trails(int first, int last) => first == last ? Unit(first) : "[" + Unit(first) + "-" + Unit(last) + "]";

    private static int Lead(int c) => 0xD800 + ((c - FirstAstral) >> 10);

    private static int Trail(int c) => 0xDC00 + ((c - FirstAstral) & 0x3FF);

    private static string Unit(int unit) =>
        char.IsAsciiLetterOrDigit((char)unit) ? ((char)unit).ToString() : "\\u" + unit.ToString("X4", CultureInfo.InvariantCulture);
}
