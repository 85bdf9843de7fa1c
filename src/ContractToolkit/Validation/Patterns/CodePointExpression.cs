using System.Globalization;
using System.Text;
using ContractToolkit.Patterns;

namespace ContractToolkit.Validation;

/// <summary>Writes a set of code points as an expression over UTF-16 that matches exactly one of them.</summary>
internal static class CodePointExpression
{
    private const int FirstAstral = 0x10000;

    /// <summary>The expression. Texts hold no lone surrogates, so none is matched.</summary>
    public static string Of(CodePointSet set)
    {
        StringBuilder basic = new();
        List<string> astral = [];
        foreach ((int first, int last) in set.Ranges)
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
