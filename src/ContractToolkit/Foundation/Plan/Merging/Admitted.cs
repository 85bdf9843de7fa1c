namespace ContractToolkit.Validation;

/// <summary>The values that may pass a schema, as far as one look at a value tells: kinds, and of strings and whole numbers perhaps only some.</summary>
internal sealed class Admitted
{
    /// <summary>How many kinds of values there are: null, false, true, numbers, strings, arrays, objects, in this order.</summary>
    public const int KindCount = 7;

    private const int AllKinds = (1 << KindCount) - 1;
    private const int NumberKind = 1 << 3;
    private const int StringKind = 1 << 4;

    private static readonly int[] KindsOfTypes = [1, 2 | 4, NumberKind, NumberKind, StringKind, 1 << 5, 1 << 6];

    public static readonly Admitted All = new(AllKinds, null, null);

    public static readonly Admitted None = new(0, null, null);

    private Admitted(int kinds, HashSet<string>? texts, HashSet<long>? numbers)
    {
        Kinds = kinds;
        Texts = texts;
        Numbers = numbers;
    }

    /// <summary>The kinds, as bits.</summary>
    public int Kinds { get; }

    /// <summary>The strings; null where any may pass.</summary>
    public HashSet<string>? Texts { get; }

    /// <summary>The numbers, which are all whole and of up to 18 digits; null where others may pass.</summary>
    public HashSet<long>? Numbers { get; }

    /// <summary>Any value of some types, given as bits of <see cref="PlanTypes"/>.</summary>
    public static Admitted OfTypes(int types)
    {
        int kinds = 0;
        for (int i = 0; i < KindsOfTypes.Length; i++) kinds |= (types >> i & 1) != 0 ? KindsOfTypes[i] : 0;
        return new(kinds, null, null);
    }

    /// <summary>The values of an <c>enum</c> or <c>const</c>, given as JSON texts.</summary>
    public static Admitted OfConstants(IEnumerable<string> constants)
    {
        int kinds = 0;
        HashSet<string> texts = new(StringComparer.Ordinal);
        HashSet<long>? numbers = [];
        foreach (string constant in constants)
        {
            int kind = KindOf(constant[0]);
            kinds |= kind;
            if (kind == StringKind) texts.Add(BranchFacts.Decode(constant));
            if (kind == NumberKind && !IsWhole(constant)) numbers = null;
            if (kind == NumberKind) numbers?.Add(long.Parse(constant, System.Globalization.CultureInfo.InvariantCulture));
        }

        return new(kinds, texts.Count > 0 ? texts : null, (kinds & NumberKind) != 0 ? numbers : null);
    }

    /// <summary>What passes both.</summary>
    public Admitted And(Admitted other)
    {
        if (this == All) return other;
        if (other == All) return this;
        return new(Kinds & other.Kinds, Common(Texts, other.Texts), Common(Numbers, other.Numbers));
    }

    /// <summary>What passes one at least.</summary>
    public Admitted Or(Admitted other)
    {
        HashSet<string>? texts = Either(Texts, Kinds & StringKind, other.Texts, other.Kinds & StringKind);
        HashSet<long>? numbers = Either(Numbers, Kinds & NumberKind, other.Numbers, other.Kinds & NumberKind);
        return new(Kinds | other.Kinds, texts, numbers);
    }

    /// <summary>Whether one value may pass both.</summary>
    public bool Meets(Admitted other)
    {
        int kinds = Kinds & other.Kinds;
        if (Texts is not null && other.Texts is not null && !Texts.Overlaps(other.Texts)) kinds &= ~StringKind;
        if (Numbers is not null && other.Numbers is not null && !Numbers.Overlaps(other.Numbers)) kinds &= ~NumberKind;
        return kinds != 0;
    }

    private static HashSet<T>? Common<T>(HashSet<T>? one, HashSet<T>? other)
    {
        if (one is null || other is null) return one ?? other;
        HashSet<T> common = new(one, one.Comparer);
        common.IntersectWith(other);
        return common;
    }

    private static HashSet<T>? Either<T>(HashSet<T>? one, int has, HashSet<T>? other, int otherHas)
    {
        if (has == 0 || otherHas == 0) return has == 0 ? other : one;
        if (one is null || other is null) return null;
        HashSet<T> either = new(one, one.Comparer);
        either.UnionWith(other);
        return either;
    }

    // Long numbers, fractions and exponents are compared by value, which takes more than a look.
    private static bool IsWhole(string number) => number.Length <= 18 && number.All(c => c is '-' or (>= '0' and <= '9'));

    private static int KindOf(char first) => first switch
    {
        'n' => 1,
        'f' => 2,
        't' => 4,
        '"' => StringKind,
        '[' => 1 << 5,
        '{' => 1 << 6,
        _ => NumberKind,
    };
}
