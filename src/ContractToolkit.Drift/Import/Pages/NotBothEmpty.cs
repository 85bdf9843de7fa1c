using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Import.Pages;

/// <summary>Understands the sentence by which these pages say that one of several members must be given.</summary>
internal static class NotBothEmpty
{
    private static readonly string[] Phrases = ["cannot be empty at the same time", "can not be empty at the same time", "不能同时为空", "不可同时为空"];

    /// <summary>The branches for <c>anyOf</c>; null where no description says it or the members it names are not to be found.</summary>
    public static DraftList? Find(IReadOnlyList<PageMember> members)
    {
        foreach (PageMember member in members)
        {
            string? sentence = member.Description?.Split('\n').FirstOrDefault(line => Phrases.Any(line.Contains));
            if (sentence is null) continue;
            List<string> named = [.. members.Where(each => each == member || sentence.Contains(each.Name, StringComparison.Ordinal)).Select(each => each.Name)];
            if (named.Count > 1) return Branches(named);
        }

        return null;
    }

    private static DraftList Branches(List<string> names)
    {
        DraftList branches = new();
        foreach (string name in names)
        {
            DraftList required = new();
            required.Items.Add(new DraftText(name));
            branches.Items.Add(new DraftMap().With("required", required));
        }

        return branches;
    }
}
