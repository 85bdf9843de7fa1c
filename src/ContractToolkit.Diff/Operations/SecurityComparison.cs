using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>Compares who may call an operation: every way in which a caller got in must still let it in.</summary>
internal sealed class SecurityComparison(Comparison comparison, Operation old, Operation @new)
{
    private static readonly SecurityRequirement Nobody = new([]);

    // The root's requirements are resolved into each operation; the document tells where they stand.
    private readonly bool ofRoot = !Stands(comparison.OldDocument, old) && !Stands(comparison.NewDocument, @new);
    private readonly SecurityRequirement[] before = [.. Alternatives(old).Select(each => SchemeNames.AsNow(each, comparison))];
    private readonly SecurityRequirement[] after = Alternatives(@new);

    public void Run()
    {
        if (old.Security == @new.Security) return;
        List<SecurityRequirement> added = [.. after];
        foreach (SecurityRequirement was in before)
        {
            SecurityRequirement? now = added.Find(each => Names(each) == Names(was));
            if (now is null)
            {
                if (was != Nobody) Add("removed", $"security alternative {Words(was)} removed", IsMet(was) ? FindingLevel.Info : FindingLevel.Error);
                continue;
            }

            added.Remove(now);
            Scopes(was, now);
        }

        bool wasOpen = before.Contains(Nobody), isOpen = after.Contains(Nobody);
        if (wasOpen && !isOpen && added.Count == 0) Whole("api-security-required", "it can no longer be called without credentials");
        if (!wasOpen && isOpen && after.Length > 1) Whole("api-security-lifted", "it can be called without credentials");
        foreach (SecurityRequirement now in added)
        {
            if (now != Nobody) Add("added", $"security alternative {Words(now)} added", wasOpen && !isOpen ? FindingLevel.Error : FindingLevel.Info);
        }
    }

    private void Scopes(SecurityRequirement was, SecurityRequirement now)
    {
        foreach (SecurityUse use in now.Schemes)
        {
            EquatableArray<string> scopes = was.Schemes.First(each => each.Scheme == use.Scheme).Scopes;
            foreach (string scope in use.Scopes.Except(scopes)) Add("scope-added", $"scope `{scope}` of `{use.Scheme}` is needed now", IsMet(was) ? FindingLevel.Info : FindingLevel.Error);
            foreach (string scope in scopes.Except(use.Scopes)) Add("scope-removed", $"scope `{scope}` of `{use.Scheme}` is no longer needed", FindingLevel.Info);
        }
    }

    // Whether a caller that met the old alternative meets one of the new ones.
    private bool IsMet(SecurityRequirement was) =>
        after.Any(now => now.Schemes.All(use => was.Schemes.Any(each => each.Scheme == use.Scheme && !use.Scopes.Except(each.Scopes).Any())));

    private void Add(string rule, string sentence, FindingLevel level)
    {
        if (ofRoot) comparison.Add("api-global-security-" + rule, sentence, "#/security", "#/security", @new.DisplayName, level);
        else comparison.Add("api-security-" + rule, sentence, old.Pointer + "/security", @new.Pointer + "/security", @new.DisplayName, level);
    }

    private void Whole(string rule, string sentence)
    {
        if (ofRoot) comparison.Add(rule, sentence, "#/security", "#/security", @new.DisplayName);
        else comparison.Add(rule, sentence, old.Pointer + "/security", @new.Pointer + "/security", @new.DisplayName);
    }

    private static SecurityRequirement[] Alternatives(Operation operation) => operation.Security.IsEmpty ? [Nobody] : [.. operation.Security];

    private static string Names(SecurityRequirement requirement) => string.Join("\n", requirement.Schemes.Select(use => use.Scheme).OrderBy(name => name, StringComparer.Ordinal));

    private static string Words(SecurityRequirement requirement) => "`" + string.Join(" with ", requirement.Schemes.Select(use => use.Scheme)) + "`";

    private static bool Stands(ContractDocument document, Operation operation) => document.Locate(operation.Pointer + "/security").Position.IsKnown;
}
