using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>anyOf</c> and <c>oneOf</c>: branches are matched; what breaks is put down to a branch where one alone does it.</summary>
internal static class BranchKeywords
{
    public static void Compare(SchemaVisit visit)
    {
        Composition before = visit.Old.Composition ?? new(), after = visit.New.Composition ?? new();
        Compare(visit, "any-of", "anyOf", before.AnyOf, after.AnyOf, branches => new() { AnyOf = branches });
        Compare(visit, "one-of", "oneOf", before.OneOf, after.OneOf, branches => new() { OneOf = branches });
    }

    private static void Compare(
        SchemaVisit visit, string rule, string keyword, EquatableArray<Schema> before, EquatableArray<Schema> after, Func<EquatableArray<Schema>, Composition> make)
    {
        if (before.IsEmpty && after.IsEmpty) return;
        BranchMatch match = BranchMatch.Of(visit.Comparison, before, after);
        if (match.Added.Count + match.Removed.Count == 0 && match.Pairs.TrueForAll(pair => visit.Comparison.Unchanged.AreSame(pair.Old, pair.New))) return;
        Schema oldRule = Bare.Composed(visit.Old, before.IsEmpty ? null : make(before)), newRule = Bare.Composed(visit.New, after.IsEmpty ? null : make(after));
        Loss loss = visit.Judge(oldRule, newRule);
        if (before.IsEmpty || after.IsEmpty)
        {
            visit.Report(rule + (before.IsEmpty ? "-set" : "-unset"), loss, before.IsEmpty ? $"{keyword} added" : $"{keyword} dropped", keyword);
            return;
        }

        bool breaks = (visit.IsRequest ? loss.Lost : loss.Gained) != Certainty.No, told = Unmatched(visit, rule, keyword, match, loss, oldRule, newRule);
        foreach ((Schema old, Schema now) in match.Pairs)
        {
            // The other branches may accept what this one lost.
            string? witness = null;
            bool own = breaks && !visit.Comparison.Unchanged.AreSame(old, now) && visit.Breaks(old, now)
                && (visit.IsRequest ? visit.Lost(visit.OldScope.Restrict([old]), newRule, out witness) : visit.Gained(visit.NewScope.Restrict([now]), oldRule, out witness)) != Certainty.No;
            told |= own;
            visit.Descend(old, now, BranchMatch.Name(now).Trim('`') is var name && name != "a part" ? $"({name})" : "", visit.Place, shielded: !own, witness);
        }

        // What is of a union is of one of its branches, and was told there.
        if (breaks && !told && rule == "one-of") visit.Report(rule + "-changed", loss, $"the branches of {keyword} accept other values", keyword);
    }

    // Whether a branch that came or went breaks somebody.
    private static bool Unmatched(SchemaVisit visit, string rule, string keyword, BranchMatch match, Loss loss, Schema oldRule, Schema newRule)
    {
        if (WrittenNull.Remark(visit, match.Removed, match.Added, keyword)) return true;
        bool told = false;
        if (match.Removed.Count > 0)
        {
            Loss own = loss.LostOnly;
            if (visit.IsRequest && loss.Lost == Certainty.Yes)
            {
                Certainty lost = visit.Lost(visit.OldScope.Restrict(match.Removed), newRule, out string? witness);
                own = own with { Lost = lost, LostWitness = witness };
                told = lost != Certainty.No;
            }

            told |= visit.IsRequest && loss.Lost == Certainty.Unknown;

            Tell(visit, rule + "-removed", match.Added.Count == 0, own, match.Removed.Any(branch => Declares(visit.Comparison.OldNames, branch, visit.NewDeclares)), $"{keyword} lost {Names(match.Removed)}", keyword);
        }

        if (match.Added.Count > 0)
        {
            Loss own = loss.GainedOnly;
            if (!visit.IsRequest && loss.Gained == Certainty.Yes)
            {
                Certainty gained = visit.Gained(visit.NewScope.Restrict(match.Added), oldRule, out string? witness);
                own = own with { Gained = gained, GainedWitness = witness };
                told |= gained != Certainty.No;
            }

            told |= !visit.IsRequest && loss.Gained == Certainty.Unknown;

            Tell(visit, rule + "-added", match.Removed.Count == 0, own, match.Added.Any(branch => Declares(visit.Comparison.NewNames, branch, visit.OldDeclares)), $"{keyword} gained {Names(match.Added)}", keyword);
        }

        return told;
    }

    // A branch that accepts nothing new may still declare members that nobody knew.
    private static void Tell(SchemaVisit visit, string action, bool isEdit, Loss loss, bool declares, string text, string keyword)
    {
        if (isEdit && !declares) visit.ReportEdit(action, loss, text, keyword);
        else if (loss.Lost != Certainty.No || loss.Gained != Certainty.No) visit.Report(action, loss, text, keyword);
        else if (declares) visit.Note(action, text, keyword, FindingLevel.Info);
    }

    private static bool Declares(DeclaredNames names, Schema branch, Func<string, bool> known) => names.Of(branch).Any(name => !known(name));

    private static Schema Restrict(this Schema schema, List<Schema> branches) =>
        Bare.Composed(schema, new() { AllOf = [schema, Bare.Composed(schema, new() { AnyOf = branches.ToEquatableArray() })] });

    private static string Names(List<Schema> branches) => string.Join(", ", branches.Select(BranchMatch.Name));
}
