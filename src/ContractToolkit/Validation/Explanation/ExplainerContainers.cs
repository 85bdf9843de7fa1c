using System.Globalization;

namespace ContractToolkit.Validation;

/// <content>Arrays and objects.</content>
internal ref partial struct Explainer
{
    private void ExplainArray(ArrayRules rules, int at, InstancePath path, string pointer, int marks)
    {
        int count = evaluator.Tape[at].Count;
        if (count < rules.MinItems) Report(at, path, pointer, "minItems", "expected at least " + Wording.Count(rules.MinItems, "item") + CountFound(count));
        if (count > rules.MaxItems) Report(at, path, pointer, "maxItems", "expected at most " + Wording.Count(rules.MaxItems, "item") + CountFound(count));
        if (!rules.IgnoresItems) ExplainItems(rules, at, path, pointer, marks);
        if (rules.Contains is not null) ExplainContains(rules, at, path, pointer, marks);
        if (rules.Plan.UniqueItems) ExplainUniqueItems(at, path, pointer);
    }

    private static string CountFound(int count) => FormattableString.Invariant($", found {count}");

    private void ExplainItems(ArrayRules rules, int at, InstancePath path, string pointer, int marks)
    {
        string prefixKeyword = rules.Plan.LegacyNames ? "items" : "prefixItems";
        string itemsPointer = JsonPointer.Append(pointer, rules.Plan.LegacyNames ? "additionalItems" : "items");
        int index = 0;
        for (int item = at + 1; item < evaluator.Tape[at].Next && !IsFull; item = evaluator.Tape[item].Next, index++)
        {
            bool inPrefix = index < rules.PrefixItems.Length;
            Node? schema = inPrefix ? rules.PrefixItems[index] : rules.Items;
            if (schema is null) break;
            string place = index.ToString(CultureInfo.InvariantCulture);
            string schemaPointer = inPrefix ? JsonPointer.Append(JsonPointer.Append(pointer, prefixKeyword), place) : itemsPointer;
            Descend(schema, item, path.Item(index), schemaPointer);
            if (marks != Evaluator.NoMarks) evaluator.Scratch.SetBit(marks, index);
        }
    }

    private void ExplainContains(ArrayRules rules, int at, InstancePath path, string pointer, int marks)
    {
        long found = 0;
        int index = 0;
        for (int item = at + 1; item < evaluator.Tape[at].Next; item = evaluator.Tape[item].Next, index++)
        {
            if (!evaluator.Evaluate(rules.Contains!, item, Evaluator.NoMarks)) continue;
            found++;
            if (marks != Evaluator.NoMarks && rules.Plan.ContainsEvaluates) evaluator.Scratch.SetBit(marks, index);
        }

        string what = " that pass \"contains\", found " + found.ToString(CultureInfo.InvariantCulture);
        if (found < rules.MinContains)
        {
            string keyword = rules.Plan.MinContains is null ? "contains" : "minContains";
            Report(at, path, pointer, keyword, "expected at least " + Wording.Count(rules.MinContains, "item") + what);
        }

        if (found > rules.MaxContains) Report(at, path, pointer, "maxContains", "expected at most " + Wording.Count(rules.MaxContains, "item") + what);
    }

    private void ExplainUniqueItems(int at, InstancePath path, string pointer)
    {
        int repeated = UniqueItems.FirstRepeated(evaluator.ValueAt(at));
        if (repeated < 0) return;
        int index = 0;
        for (int item = at + 1; item < repeated; item = evaluator.Tape[item].Next) index++;
        Report(at, path, pointer, "uniqueItems", FormattableString.Invariant($"expected items that all differ; item {index} repeats an earlier one: ") + Found(repeated));
    }

    private void ExplainObject(ObjectRules rules, int at, InstancePath path, string pointer, int marks)
    {
        int count = evaluator.Tape[at].Count;
        if (count < rules.MinProperties) Report(at, path, pointer, "minProperties", "expected at least " + Wording.Count(rules.MinProperties, "member") + CountFound(count));
        if (count > rules.MaxProperties) Report(at, path, pointer, "maxProperties", "expected at most " + Wording.Count(rules.MaxProperties, "member") + CountFound(count));
        HashSet<int> seen = [];
        int ordinal = 0;
        for (int name = at + 1; name < evaluator.Tape[at].Next && !IsFull; name = evaluator.Tape[name + 1].Next, ordinal++)
        {
            bool evaluated = ExplainMember(rules, name, path.Member(TapePath.NameOf(evaluator, name)), pointer, seen);
            if (evaluated && marks != Evaluator.NoMarks) evaluator.Scratch.SetBit(marks, ordinal);
        }

        ExplainRequired(rules, seen, at, path, pointer);
    }

    private bool ExplainMember(ObjectRules rules, int name, InstancePath path, string pointer, HashSet<int> seen)
    {
        string text = TapePath.NameOf(evaluator, name);
        int index = rules.Place(evaluator.PlainText(name));
        bool declared = false;
        if (index >= 0)
        {
            if (!seen.Add(index)) Report(name, path, pointer, MalformedText.Keyword, "this member stands twice in its object");
            declared = rules.Members[index].Schema is not null;
            if (declared) ExplainDeclared(rules.Members[index], name, path, JsonPointer.Append(JsonPointer.Append(pointer, "properties"), text));
        }

        foreach ((PatternMatcher pattern, Node schema) in rules.Patterns)
        {
            if (!evaluator.Matches(pattern, name)) continue;
            declared = true;
            Descend(schema, name + 1, path, JsonPointer.Append(JsonPointer.Append(pointer, "patternProperties"), pattern.Text));
        }

        if (!declared && rules.Additional is not null)
        {
            declared = true;
            ExplainAdditional(rules.Additional, name, path, pointer);
        }

        if (rules.PropertyNames is not null) Descend(rules.PropertyNames, name, path, JsonPointer.Append(pointer, "propertyNames"));
        return declared;
    }

    private void ExplainDeclared(Member member, int name, InstancePath path, string pointer)
    {
        if (member.IsBarred(evaluator.Direction))
        {
            bool isRequest = evaluator.Direction == Direction.Request;
            string message = isRequest ? "a read-only member does not belong in a request" : "a write-only member does not belong in a response";
            Report(name + 1, path, pointer, isRequest ? "readOnly" : "writeOnly", message);
        }

        Descend(member.Schema!, name + 1, path, pointer);
    }

    private void ExplainAdditional(Node schema, int name, InstancePath path, string pointer)
    {
        if (schema.Schema.Always == false)
        {
            Report(name + 1, path, pointer, "additionalProperties", "this member is not declared, and no others are allowed");
            return;
        }

        Descend(schema, name + 1, path, JsonPointer.Append(pointer, "additionalProperties"));
    }

    private void ExplainRequired(ObjectRules rules, HashSet<int> seen, int at, InstancePath path, string pointer)
    {
        Direction direction = evaluator.Direction;
        List<string> missing = rules.Required
            .Where(required => !seen.Contains(required.Place))
            .Where(required => !Travel.IsBarred(required.Access, direction))
            .Select(required => Quote(rules.Names[required.Place])).ToList();
        if (missing.Count > 0) Report(at, path, pointer, "required", Missing(missing));
        foreach ((int trigger, int[] required) in rules.DependentRequired)
        {
            if (!seen.Contains(trigger)) continue;
            List<string> absent = required.Where(place => !seen.Contains(place)).Select(place => Quote(rules.Names[place])).ToList();
            string reason = ", which " + Quote(rules.Names[trigger]) + " requires";
            if (absent.Count > 0) Report(at, path, pointer, "dependentRequired", Missing(absent) + reason);
        }
    }

    private static string Missing(List<string> names) =>
        (names.Count == 1 ? "the member " : "the members ") + Wording.And(names) + (names.Count == 1 ? " is missing" : " are missing");

    private static string Quote(string name) => "\"" + Wording.Shorten(name) + "\"";
}
