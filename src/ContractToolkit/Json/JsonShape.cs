using System.Text;

namespace ContractToolkit.Json;

/// <summary>
/// The members of a generated record: their names, and what holds where one is absent or null. Generated code passes one text
/// per member, whose first character is a <see cref="MemberRule"/> and whose rest is the name on the wire.
/// </summary>
public sealed class JsonShape
{
    private readonly byte[][] names;
    private readonly byte[][] literals;
    private readonly MemberRule[] rules;
    private readonly int[] buckets;
    private readonly int[] chain;

    /// <summary>Makes a shape whose unknown members are kept out of sight.</summary>
    public JsonShape(params string[] members)
        : this(false, members)
    {
    }

    /// <summary>Makes a shape.</summary>
    /// <param name="hasBag">Whether the record reads unknown members itself, into a bag.</param>
    /// <param name="members">The members.</param>
    public JsonShape(bool hasBag, params string[] members)
    {
        HasBag = hasBag;
        names = new byte[members.Length][];
        literals = new byte[members.Length][];
        rules = new MemberRule[members.Length];
        chain = new int[members.Length];
        buckets = new int[BucketCount(members.Length)];
        for (int i = 0; i < members.Length; i++)
        {
            Add(i, members[i]);
            if (IsRequired(i) && i < 64) RequiredBits |= 1UL << i;
        }
    }

    /// <summary>The number of members.</summary>
    public int Count => names.Length;

    /// <summary>Reads the members of a record.</summary>
    public MemberReader Reader() => new(this);

    /// <summary>Writes the members of a record.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="extras">What the record keeps of the text that it was read from.</param>
    public MemberWriter Writer(JsonWriter writer, JsonExtras extras) => new(writer, this, extras);

    internal bool HasBag { get; }

    /// <summary>Which of the first 64 members are required.</summary>
    internal ulong RequiredBits { get; }

    internal MemberRule Rule(int index) => rules[index];

    internal bool IsRequired(int index) => rules[index] is MemberRule.Required or MemberRule.RequiredNullable or MemberRule.RequiredAny or MemberRule.Constant;

    /// <summary>A comma, the member's name and a colon, as JSON.</summary>
    internal byte[] Literal(int index) => literals[index];

    /// <summary>The member's name in quotes and a colon, as JSON; empty behind the last member.</summary>
    internal ReadOnlySpan<byte> QuotedName(int index) => (uint)index < (uint)literals.Length ? literals[index].AsSpan(1) : default;

    internal string Text(int index) => Encoding.UTF8.GetString(names[index]);

    /// <summary>The index of a member, or -1.</summary>
    /// <param name="name">The name in UTF-8, escapes resolved.</param>
    internal int Find(ReadOnlySpan<byte> name)
    {
        for (int i = buckets[Hash(name) & (buckets.Length - 1)] - 1; i >= 0; i = chain[i] - 1)
        {
            if (name.SequenceEqual(names[i])) return i;
        }

        return -1;
    }

    private static int BucketCount(int members)
    {
        int count = 4;
        while (count < members * 2) count *= 2;
        return count;
    }

    private static int Hash(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty) return 0;
        int hash = name.Length + (name[0] * 31) + (name[^1] * 57) + (name[name.Length / 2] * 131);
        return hash ^ (hash >> 6);
    }

    private static byte[] MakeLiteral(string name)
    {
        JsonWriter writer = JsonWriter.Take();
        writer.WriteName(name);
        return writer.Finish();
    }

    private void Add(int index, string member)
    {
        byte[] name = Encoding.UTF8.GetBytes(member[1..]);
        names[index] = name;
        literals[index] = MakeLiteral(member[1..]);
        rules[index] = (MemberRule)member[0];
        ref int bucket = ref buckets[Hash(name) & (buckets.Length - 1)];
        chain[index] = bucket;
        bucket = index + 1;
    }
}

/// <summary>What holds where a member is absent or null.</summary>
internal enum MemberRule
{
    /// <summary>It may be absent, but not null.</summary>
    Optional = ' ',

    /// <summary>It must be present and not null.</summary>
    Required = '!',

    /// <summary>It must be present, and may be null.</summary>
    RequiredNullable = '?',

    /// <summary>It may be absent or null: an <see cref="Optional{T}"/>.</summary>
    OptionalNullable = '~',

    /// <summary>It may be absent; its type takes null as a value like any other.</summary>
    OptionalAny = '*',

    /// <summary>It must be present; its type takes null as a value like any other.</summary>
    RequiredAny = '+',

    /// <summary>It must be present, and has one value only.</summary>
    Constant = '=',
}
