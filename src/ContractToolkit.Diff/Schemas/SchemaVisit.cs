using ContractToolkit.Diff.Rules;
using ContractToolkit.Diff.Schemas.Keywords;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>The comparison of one pair: what the keywords ask of it.</summary>
internal sealed class SchemaVisit
{
    private readonly SchemaComparison comparison;
    private readonly SchemaNode node;
    private readonly List<Action> remarks = [];
    private Effect idle;
    private bool isProtected;
    private bool told;

    private SchemaVisit(SchemaComparison comparison, SchemaNode node)
    {
        this.comparison = comparison;
        this.node = node;
        isProtected = node.Protected;
    }

    public Schema Old => node.Old;

    public Schema New => node.New;

    public SchemaPlace Place => node.Place;

    public string Label => node.Label;

    public bool IsRequest => Place.Direction() == Travel.Request;

    public bool IsProtected => isProtected;

    public SchemaComparison Comparison => comparison;

    /// <summary>The place in words, such as <c>request property `Pet.name`</c>.</summary>
    public string Subject => $"{Place.Words()} `{Label}`";

    public static void Run(SchemaComparison comparison, SchemaNode node)
    {
        SchemaVisit visit = new(comparison, node);
        visit.isProtected |= !visit.Breaks(node.Old, node.New, whole: true);
        if (!AllKeywords.InOrder.Any(keyword => keyword(visit))) visit.Remainder();
        visit.Remark();
    }

    // Keywords of which some were to take values away and others to add some, and none did, are the same thing written otherwise.
    private void Remark()
    {
        if (idle == Effect.Alters && !node.Hidden) return;
        foreach (Action remark in remarks) remark();
    }

    // What breaks and was put down to no keyword is still said.
    private void Remainder()
    {
        if (isProtected || told) return;
        Loss loss = Judge(Old, New);
        Loss own = IsRequest ? loss.LostOnly : loss.GainedOnly;
        Report(IsRequest ? "values-narrowed" : "values-widened", own, IsRequest ? "accepts less than before" : "may be more than before");
    }

    /// <summary>The schema of the whole value that <see cref="Old"/> is a part of; itself where it is no part of an <c>allOf</c>.</summary>
    public Schema OldScope => node.OldScope;

    /// <summary>As <see cref="OldScope"/>, for <see cref="New"/>.</summary>
    public Schema NewScope => node.NewScope;

    /// <summary>Whether other rules than its own bear on the values here.</summary>
    public bool HasSiblings => !ReferenceEquals(OldScope, Old) || Old.Composition is not null || New.Composition is not null
        || Old.Reference is not null || New.Reference is not null;

    public bool OldDeclares(string name) => comparison.OldNames.Of(OldScope).Contains(name);

    public bool NewDeclares(string name) => comparison.NewNames.Of(NewScope).Contains(name);

    /// <summary>The member's schema in the newer schema or its parts.</summary>
    public Schema? FindNew(string name) => SharedValue.Property(NewScope, name, comparison.New.Schemas);

    /// <summary>The member's schema in the older schema or its parts.</summary>
    public Schema? FindOld(string name) => SharedValue.Property(OldScope, name, comparison.Old.Schemas);

    public bool HasDefault(Schema schema) => comparison.New.Schemas.Follow(schema).Notes?.Default is not null || schema.Notes?.Default is not null;

    /// <summary>Whether what a sender sends is not within the receiver's schema; unknown counts as yes.</summary>
    public bool Breaks(Schema before, Schema after, bool whole = false) => IsRequest
        ? Lost(whole ? OldScope : before, after, out _) != Certainty.No
        : Gained(whole ? NewScope : after, before, out _) != Certainty.No;

    /// <summary>Whether a value is lost; never where the surroundings protect a request.</summary>
    public Certainty Lost(Schema before, Schema rule, out string? witness)
    {
        witness = null;
        if (IsRequest && isProtected) return Certainty.No;
        Certainty answer = comparison.Sets.IsLost(before, rule, out witness);
        if (IsRequest && answer == Certainty.Yes && Better(before) is { } better && comparison.Sets.IsLost(better, rule, out _) == Certainty.Yes) witness = node.WholeWitness;
        return answer;
    }

    /// <summary>Whether a value is gained; never where the surroundings protect a response.</summary>
    public Certainty Gained(Schema after, Schema rule, out string? witness)
    {
        witness = null;
        if (!IsRequest && isProtected) return Certainty.No;
        Certainty answer = comparison.Sets.IsGained(after, rule, out witness);
        if (!IsRequest && answer == Certainty.Yes && Better(after) is { } better && comparison.Sets.IsGained(better, rule, out _) == Certainty.Yes) witness = node.WholeWitness;
        return answer;
    }

    // The value that breaks the whole, as a schema.
    private Schema? Better(Schema like) => node.WholeWitness is { } value ? Bare.Of(like) with { Const = new JsonLiteral(Kind(value), value) } : null;

    private static JsonKind Kind(string json) => json[0] switch
    {
        '{' => JsonKind.Object,
        '[' => JsonKind.Array,
        '"' => JsonKind.String,
        'n' => JsonKind.Null,
        't' or 'f' => JsonKind.Boolean,
        _ => JsonKind.Number,
    };

    /// <summary>What the change of one keyword does, each side's keyword given as a schema of its own.</summary>
    public Loss Judge(Schema oldRule, Schema newRule)
    {
        Certainty lost = Lost(OldScope, newRule, out string? lostWitness), gained = Gained(NewScope, oldRule, out string? gainedWitness);
        return new(lost, lostWitness, gained, gainedWitness);
    }

    /// <summary>Reports a change of values; nothing where no value is lost or gained.</summary>
    public void Report(string action, Loss loss, string text, string? keyword = null)
    {
        if (loss is { Lost: Certainty.No, Gained: Certainty.No }) idle |= KeywordRules.EffectOf(action);
        ReportRule(RuleOf(action), loss, text, keyword);
    }

    /// <summary>Reports an edit of a keyword; a remark where no value is lost or gained by it, unless it is part of writing the same otherwise.</summary>
    public void ReportEdit(string action, Loss loss, string text, string? keyword = null)
    {
        Report(action, loss, text, keyword);
        if (loss is { Lost: Certainty.No, Gained: Certainty.No }) remarks.Add(() => Add(RuleOf(action), FindingLevel.Info, text + ", which changes no value", keyword));
    }

    /// <summary>As <see cref="Report"/>, by a rule that stands outside the matrix.</summary>
    public void ReportRule(DiffRule rule, Loss loss, string text, string? keyword = null)
    {
        (Certainty breaking, string? witness, Certainty harmless) = IsRequest
            ? (loss.Lost, loss.LostWitness, loss.Gained) : (loss.Gained, loss.GainedWitness, loss.Lost);
        if (breaking == Certainty.Yes) Add(rule, FindingLevel.Error, text, keyword, witness);
        else if (breaking == Certainty.Unknown) Add(rule, FindingLevel.Warning, text, keyword, null, undecided: true);
        else if (harmless != Certainty.No) Add(rule, FindingLevel.Info, text, keyword);
    }

    /// <summary>Reports a change that is not about the set of values, by a keyword's rule.</summary>
    public void Note(string action, string text, string? keyword = null, FindingLevel? level = null, string? witness = null)
    {
        DiffRule rule = RuleOf(action);
        Add(rule, node.Hidden ? FindingLevel.Info : level ?? rule.Level, text, keyword, witness);
    }

    /// <summary>Says that what the values lose or gain here has been explained.</summary>
    public void Settle() => told = true;

    // What does not travel has rules of its own for some edits.
    private DiffRule RuleOf(string action) =>
        (node.Hidden ? DiffRules.Find(PropertyRules.HiddenPrefix(Place) + action) : null) ?? DiffRules.Get(KeywordRules.Id(Place, action));

    /// <summary>Adds a change of a rule that stands outside the matrix.</summary>
    public void Add(DiffRule rule, FindingLevel level, string text, string? keyword = null, string? witness = null, bool undecided = false) =>
        AddAt(rule, level, $"{Subject}: {text}", Old.Id.Value, New.Id.Value, keyword, witness, undecided, text);

    /// <summary>Adds a change with its own subject and places.</summary>
    public void AddAt(
        DiffRule rule, FindingLevel level, string sentence, string? oldPointer, string? newPointer,
        string? keyword = null, string? witness = null, bool undecided = false, string? edit = null)
    {
        told |= level == FindingLevel.Error || undecided;
        string suffix = keyword is null ? string.Empty : "/" + keyword;
        node.Changes.Add(new ChangeDraft
        {
            Rule = rule,
            Level = level,
            Sentence = undecided ? sentence + " (whether values are lost could not be decided)" : sentence,
            OldPointer = oldPointer is null ? null : oldPointer + suffix,
            NewPointer = newPointer is null ? null : newPointer + suffix,
            Witness = witness,
            Undecided = undecided,
            Edit = edit,
        });
    }

    /// <summary>Says of the changes since a count which member they are about.</summary>
    public void Mark(int since, string member)
    {
        for (int i = since; i < node.Changes.Count; i++) node.Changes[i].Member = member;
    }

    /// <summary>How many changes there are so far.</summary>
    public int Count => node.Changes.Count;

    /// <summary>Goes on to a pair of parts that bear on the same value.</summary>
    public void DescendSameValue(Schema before, Schema after)
    {
        comparison.Reach(before, after, Place, Label, isProtected, node, sameValue: true);
        told = told || Breaks(comparison.Old.Schemas.Follow(before), comparison.New.Schemas.Follow(after), whole: true);
    }

    /// <summary>Goes on to a pair inside this one.</summary>
    public void Descend(Schema before, Schema after, string step, SchemaPlace place, bool shielded = false, string? witness = null, bool hidden = false)
    {
        string label = step.Length == 0 ? Label : Label + (step[0] == '[' ? "" : ".") + step;
        SchemaNode? inner = comparison.Reach(before, after, place, label, isProtected || shielded || hidden, node, witness: witness, hidden: hidden);
        told = told || (inner is { Protected: false } && Breaks(inner.Old, inner.New));
    }
}
