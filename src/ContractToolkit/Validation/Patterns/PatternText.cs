using System.Globalization;
using System.Text;
using ContractToolkit.Patterns;

namespace ContractToolkit.Validation;

/// <summary>Writes a pattern as a regular expression of .NET over UTF-16.</summary>
internal static class PatternText
{
    private const string Word = "[A-Za-z0-9_]";

    public static string Write(PatternNode node)
    {
        StringBuilder text = new();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, PatternNode node)
    {
        switch (node)
        {
            case SetNode set:
                text.Append(CodePointExpression.Of(set.Set));
                break;
            case SequenceNode sequence:
                foreach (PatternNode part in sequence.Parts) Append(text, part);
                break;
            case ChoiceNode choice:
                AppendChoice(text, choice);
                break;
            case RepeatNode repeat:
                Append(text.Append("(?:"), repeat.Inner);
                text.Append(')').Append(Quantifier(repeat));
                break;
            case EdgeNode edge:
                text.Append(edge.IsStart ? "^" : "\\z");
                break;
            case BoundaryNode boundary:
                text.Append(boundary.IsNegated
                    ? $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))"
                    : $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))");
                break;
            case LookNode look:
                Append(text.Append(look.IsAhead ? "(?" : "(?<").Append(look.IsNegated ? '!' : '='), look.Inner);
                text.Append(')');
                break;
            case GroupNode group:
                Append(text.Append(CultureInfo.InvariantCulture, $"(?<g{group.Number}>"), group.Inner);
                text.Append(')');
                break;
            case BackReferenceNode reference:
                // A group that has not taken part matches the empty text in ECMA-262, and nothing in .NET.
                text.Append(CultureInfo.InvariantCulture, $"(?(g{reference.Group})\\k<g{reference.Group}>|)");
                break;
        }
    }

    private static void AppendChoice(StringBuilder text, ChoiceNode choice)
    {
        text.Append("(?:");
        for (int i = 0; i < choice.Branches.Count; i++)
        {
            if (i > 0) text.Append('|');
            Append(text, choice.Branches[i]);
        }

        text.Append(')');
    }

    private static string Quantifier(RepeatNode repeat)
    {
        string bounds = repeat.Maximum is { } maximum
            ? FormattableString.Invariant($"{{{repeat.Minimum},{maximum}}}")
            : FormattableString.Invariant($"{{{repeat.Minimum},}}");
        return repeat.IsLazy ? bounds + "?" : bounds;
    }
}
