using System.Text;

namespace ContractToolkit.Validation;

/// <summary>
/// The branches of a choice, as bits, that are left to be tried with an object after a look at the name and kind of each of its members, and at the
/// values of those that constants tell apart.
/// </summary>
public sealed class BranchTable
{
    private readonly NameTable names;
    private readonly Place[] places;
    private readonly Place others;
    private readonly ulong[] requiring;

    internal BranchTable(AdmittedMembers?[] branches)
    {
        for (int i = 0; i < branches.Length; i++) All |= branches[i] is null ? 0 : 1UL << i;
        string[] distinct = branches.OfType<AdmittedMembers>().SelectMany(branch => branch.Names).Distinct(StringComparer.Ordinal).Where(IsText).ToArray();

        // Those that are required come first: each has its bit among the names seen.
        distinct = [.. distinct.OrderByDescending(name => branches.Any(branch => branch?.Required.Contains(name) == true))];
        names = new(distinct);
        places = distinct.Select(name => new Place(branches.Select(branch => branch?[name]).ToArray())).ToArray();
        others = new(branches.Select(branch => branch?.Others).ToArray());
        requiring = distinct.Select(name => Bits(branches, branch => branch.Required.Contains(name))).TakeWhile(bits => bits != 0).Take(64).ToArray();
    }

    /// <summary>The branches that accept objects.</summary>
    internal ulong All { get; }

    /// <summary>The place of a member's name, which joins the names seen; negative where no branch knows it.</summary>
    internal int Find(ReadOnlySpan<byte> name, ref ulong seen)
    {
        int place = names.Find(name);
        if ((uint)place < (uint)requiring.Length) seen |= 1UL << place;
        return place;
    }

    /// <summary>The branches that a member leaves.</summary>
    /// <param name="place">The place of its name.</param>
    /// <param name="kind">The kind of its value.</param>
    /// <param name="value">The text of a number, or of a string without its quotes.</param>
    /// <param name="isPlain">Whether the text stands for itself: a string with escapes does not.</param>
    internal ulong Leaves(int place, ValueKind kind, ReadOnlySpan<byte> value, bool isPlain)
    {
        Place member = place < 0 ? others : places[place];
        return member.HasConstants && isPlain ? member.OfKind(kind) & member.OfValue(kind, value) : member.OfKind(kind);
    }

    /// <summary>The branches that require no other members than those seen.</summary>
    internal ulong Satisfied(ulong seen)
    {
        ulong left = ulong.MaxValue;
        for (int i = 0; i < requiring.Length; i++)
        {
            if ((seen >> i & 1) == 0) left &= ~requiring[i];
        }

        return left;
    }

    // No instance has a name with half a surrogate pair.
    private static bool IsText(string name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) == name;

    private static ulong Bits<T>(T?[] branches, Func<T, bool> holds)
        where T : class
    {
        ulong bits = 0;
        for (int i = 0; i < branches.Length; i++) bits |= branches[i] is { } branch && holds(branch) ? 1UL << i : 0;
        return bits;
    }

    /// <summary>The branches that the value of one member leaves.</summary>
    private sealed class Place
    {
        private readonly ulong[] kinds = new ulong[Admitted.KindCount + 1];
        private readonly NameTable texts;
        private readonly ulong[] textBits;
        private readonly ulong anyText;
        private readonly Dictionary<long, ulong> numbers;
        private readonly ulong anyNumber;

        public Place(Admitted?[] branches)
        {
            for (int kind = 0; kind < Admitted.KindCount; kind++) kinds[kind] = Bits(branches, branch => (branch.Kinds >> kind & 1) != 0);
            string[] all = branches.SelectMany(branch => branch?.Texts ?? []).Distinct(StringComparer.Ordinal).Where(IsText).ToArray();
            texts = new(all);
            anyText = Bits(branches, branch => branch.Texts is null);
            textBits = all.Select(text => anyText | Bits(branches, branch => branch.Texts?.Contains(text) == true)).ToArray();
            anyNumber = Bits(branches, branch => branch.Numbers is null);
            numbers = branches.SelectMany(branch => branch?.Numbers ?? []).Distinct()
                .ToDictionary(number => number, number => anyNumber | Bits(branches, branch => branch.Numbers?.Contains(number) == true));
            HasConstants = Array.Exists(branches, branch => branch?.Texts is not null || branch?.Numbers is not null);
        }

        public bool HasConstants { get; }

        public ulong OfKind(ValueKind kind) => kinds[(int)kind];

        public ulong OfValue(ValueKind kind, ReadOnlySpan<byte> value)
        {
            if (kind == ValueKind.String) return texts.Find(value) is >= 0 and var at ? textBits[at] : anyText;
            if (kind != ValueKind.Number || !WholeNumber.TryRead(value, out long number)) return ulong.MaxValue;
            return numbers.TryGetValue(number, out ulong bits) ? bits : anyNumber;
        }
    }
}
