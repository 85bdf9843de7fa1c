using ContractToolkit.Diff.Sets.Patterns;

namespace ContractToolkit.Diff.Sets;

/// <summary>
/// One rule about values of one kind. A value of another kind satisfies the rule; the negated rule is satisfied only by values of its kind.
/// </summary>
internal abstract record Constraint
{
    /// <summary>The kind that the rule is about; null for rules about every kind.</summary>
    public virtual ValueKind? About => null;

    /// <summary>The formula of items, members or names that the rule is made of.</summary>
    public Formula? Inner => this switch
    {
        Items items => items.Formula,
        Contains contains => contains.Formula,
        Members members => members.Formula,
        NameRule names => names.Formula,
        _ => null,
    };

    /// <summary>The value is of one of these kinds.</summary>
    /// <param name="Kinds">One bit per <see cref="ValueKind"/>.</param>
    /// <param name="IntegersOnly">Of the numbers, the integers only.</param>
    public sealed record OfKind(int Kinds, bool IntegersOnly) : Constraint;

    /// <summary>The value is one of these.</summary>
    public sealed record OneOf(EquatableArray<Value> Values) : Constraint;

    /// <summary>A rule that is not understood; it only contradicts its own negation.</summary>
    public sealed record Opaque(string Name) : Constraint;

    /// <summary>The number is at least (or at most) the value.</summary>
    public sealed record Bound(Rational Value, bool Exclusive, bool Upper) : Constraint
    {
        public override ValueKind? About => ValueKind.Number;
    }

    /// <summary>The number is a multiple of the divisor, which is positive.</summary>
    public sealed record Multiple(Rational Divisor) : Constraint
    {
        public override ValueKind? About => ValueKind.Number;
    }

    /// <summary>The string belongs to the language.</summary>
    public sealed record Text(Language Language) : Constraint
    {
        public override ValueKind? About => ValueKind.String;
    }

    /// <summary>The string has a length within the range; <paramref name="Max"/> -1 for no bound.</summary>
    public sealed record Length(long Min, long Max) : Constraint
    {
        public override ValueKind? About => ValueKind.String;
    }

    /// <summary>The string is valid by a named format.</summary>
    public sealed record Format(string Name) : Constraint
    {
        public override ValueKind? About => ValueKind.String;
    }

    /// <summary>The number of items is within the range.</summary>
    public sealed record ItemCount(long Min, long Max) : Constraint
    {
        public override ValueKind? About => ValueKind.Array;
    }

    /// <summary>Every item at the places from <paramref name="From"/> up to <paramref name="To"/> (-1: the end), both included, satisfies the formula.</summary>
    public sealed record Items(int From, int To, Formula Formula) : Constraint
    {
        public override ValueKind? About => ValueKind.Array;
    }

    /// <summary>The number of items that satisfy the formula is within the range.</summary>
    public sealed record Contains(Formula Formula, long Min, long Max) : Constraint
    {
        public override ValueKind? About => ValueKind.Array;
    }

    /// <summary>No two items are equal.</summary>
    public sealed record Unique : Constraint
    {
        public override ValueKind? About => ValueKind.Array;
    }

    /// <summary>The number of members is within the range.</summary>
    public sealed record MemberCount(long Min, long Max) : Constraint
    {
        public override ValueKind? About => ValueKind.Object;
    }

    /// <summary>Every member whose name belongs to the language has a value that satisfies the formula. Its negation: some member whose name
    /// belongs to the language has a value that does not; <c>required</c> is the negation with the formula that nothing satisfies.</summary>
    public sealed record Members(Language Names, Formula Formula) : Constraint
    {
        public override ValueKind? About => ValueKind.Object;
    }

    /// <summary>
    /// Says nothing about values; it tells the search which names a sender knows: a name that only the receiver's rules mention is not sent.
    /// It stands in every schema of a sender, and never negated.
    /// </summary>
    /// <param name="Names">The declared names.</param>
    /// <param name="Others">The names that are declared by pattern.</param>
    public sealed record Declared(EquatableArray<string> Names, Language Others) : Constraint
    {
        public override ValueKind? About => ValueKind.Object;
    }

    /// <summary>Every member's name, as a string, satisfies the formula.</summary>
    public sealed record NameRule(Formula Formula) : Constraint
    {
        public override ValueKind? About => ValueKind.Object;
    }
}
