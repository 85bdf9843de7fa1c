namespace ContractToolkit.Validation;

/// <content>Numbers, strings, and values that are listed.</content>
internal ref partial struct Explainer
{
    private void ExplainNumber(Node node, int at, InstancePath path, string pointer)
    {
        ReadOnlySpan<byte> text = evaluator.TextOf(at);
        bool isInteger = evaluator.Tape[at].IsInteger;
        if (node.Number is { } rules)
        {
            foreach (NumberBound bound in rules.Minimum)
            {
                if (!bound.Accepts(text, isInteger)) ReportBound(bound, "greater than", "at least", "exclusiveMinimum", "minimum", at, path, pointer);
            }

            foreach (NumberBound bound in rules.Maximum)
            {
                if (!bound.Accepts(text, isInteger)) ReportBound(bound, "less than", "at most", "exclusiveMaximum", "maximum", at, path, pointer);
            }

            if (rules.MultipleOf is { } divisor && !divisor.Accepts(text))
            {
                Report(at, path, pointer, "multipleOf", "expected a multiple of " + divisor.Text + ", found " + Found(at));
            }
        }

        if (node.Format?.OnNumbers is { } check && !check(text)) ReportFormat(node.Format, at, path, pointer);
    }

    private void ReportBound(
        NumberBound bound, string beyond, string within, string exclusive, string inclusive, int at, InstancePath path, string pointer)
    {
        string demand = (bound.IsExclusive ? beyond : within) + " " + bound.Text;
        Report(at, path, pointer, bound.IsExclusive ? exclusive : inclusive, "expected a number " + demand + ", found " + Found(at));
    }

    private void ExplainString(Node node, int at, InstancePath path, string pointer)
    {
        if (node.String is { } rules)
        {
            ExplainLength(rules, at, path, pointer);
            if (rules.Pattern is { } pattern && !evaluator.Matches(pattern, at) && evaluator.Obstacle == Obstacle.None)
            {
                Report(at, path, pointer, "pattern", "expected a string that matches " + Wording.Shorten(pattern.Text) + ", found " + Found(at));
            }

            if (rules.HasContent && !Content.Accepts(rules, evaluator.PlainText(at), evaluator.Direction))
            {
                string keyword = rules.ContentSchema is not null ? "contentSchema" : rules.ContentMediaType is not null ? "contentMediaType" : "contentEncoding";
                Report(at, path, pointer, keyword, "the content of the string is not what is declared");
            }
        }

        if (node.Format?.OnStrings is { } check && !check(evaluator.PlainText(at))) ReportFormat(node.Format, at, path, pointer);
    }

    private void ExplainLength(StringRules rules, int at, InstancePath path, string pointer)
    {
        if (!rules.HasLength) return;
        int length = evaluator.LengthOf(at);
        string found = ", found " + Wording.Count(length, "character") + ": " + Found(at);
        if (length < rules.MinLength) Report(at, path, pointer, "minLength", "expected at least " + Wording.Count(rules.MinLength, "character") + found);
        if (length > rules.MaxLength) Report(at, path, pointer, "maxLength", "expected at most " + Wording.Count(rules.MaxLength, "character") + found);
    }

    private void ReportFormat(FormatRule format, int at, InstancePath path, string pointer) =>
        Report(at, path, pointer, "format", "expected " + format.Meaning + " (" + format.Name + "), found " + Found(at));

    private void ExplainValue(Node node, int at, InstancePath path, string pointer)
    {
        if (node.Const is { } constant && !constant.Contains(evaluator.ValueAt(at)))
        {
            Report(at, path, pointer, "const", "expected " + Wording.Shorten(constant.Values[0].Text) + ", found " + Found(at));
        }

        if (node.Enum is { } set && !set.Contains(evaluator.ValueAt(at)))
        {
            Report(at, path, pointer, "enum", "expected " + Listed(set) + ", found " + Found(at));
        }
    }

    private static string Listed(ValueSet set)
    {
        const int shown = 8;
        if (set.Values.Length == 0) return "one of no values at all";
        List<string> texts = set.Values.Take(shown).Select(value => Wording.Shorten(value.Text)).ToList();
        if (set.Values.Length > shown) texts.Add(FormattableString.Invariant($"one of {set.Values.Length - shown} more"));
        return Wording.Or(texts);
    }
}
