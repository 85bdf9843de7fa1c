using System.Text;

namespace ContractToolkit.Json;

/// <summary>
/// Walks the items of an array for a generated tuple: sees to absent and null ones, keeps what the tuple has no place for, and stops where
/// the tuple has to read a value.
/// </summary>
public ref struct ItemReader
{
    private readonly string rules;
    private int valueStart;
    private bool entered;
    private bool ended;
    private bool outerRespelled;

    /// <summary>Starts in front of an array.</summary>
    /// <param name="rules">Per place what holds where its item is absent or null, as the characters of <see cref="MemberRule"/>.</param>
    public ItemReader(string rules)
    {
        this.rules = rules;
        Index = -1;
    }

    /// <summary>The place whose value is next; the number of places where the rest of the items is next.</summary>
    public int Index { get; private set; }

    /// <summary>What has been kept.</summary>
    public JsonExtras Extras { get; private set; }

    /// <summary>Moves to the next value that the tuple has to read; false at the end of the array.</summary>
    /// <param name="json">The array.</param>
    /// <param name="hasRest">Whether the tuple reads the items behind its places itself.</param>
    public bool Next(ref JsonCursor json, bool hasRest = false)
    {
        bool more = entered ? Leave(ref json) : Enter(ref json);
        for (; more; more = json.NextItem())
        {
            Index++;
            valueStart = json.Offset;
            if (Index >= rules.Length ? hasRest : Known(ref json)) return true;
            if (Index >= rules.Length) Extras = Extras.With("", JsonValue.Read(ref json));
        }

        Finish(ref json);
        return false;
    }

    /// <summary>Reads all items that are left.</summary>
    public EquatableArray<T> ReadRest<T, TCodec>(ref JsonCursor json)
        where TCodec : IJsonCodec<T>
    {
        var items = new List<T>();
        do items.Add(TCodec.Read(ref json));
        while (json.NextItem());
        ended = true;
        return new EquatableArray<T>([.. items]);
    }

    private bool Enter(ref JsonCursor json)
    {
        entered = true;
        outerRespelled = json.Respelled;
        json.Respelled = false;
        return json.EnterArray();
    }

    private bool Leave(ref JsonCursor json)
    {
        if (json.Respelled)
        {
            json.Respelled = false;
            ReadOnlySpan<byte> text = json.TextFrom(valueStart);
            Extras = Extras.WithSpelling(Index, ended ? JsonValue.Parse("[" + Encoding.UTF8.GetString(text)) : JsonValue.Parse(text));
        }

        return !ended && json.NextItem();
    }

    /// <summary>Whether the tuple has to read the value itself. Null where the schema does not allow it is as good as absent, and is not lost.</summary>
    private bool Known(ref JsonCursor json)
    {
        if (!json.IsNull || Rule(Index) is MemberRule.OptionalNullable or MemberRule.OptionalAny or MemberRule.RequiredAny) return true;
        json.TryReadNull();
        if (Rule(Index) != MemberRule.RequiredNullable) Extras = Extras.WithNull(Index);
        return false;
    }

    private void Finish(ref JsonCursor json)
    {
        json.Respelled = outerRespelled;
        for (int i = Index + 1; i < rules.Length; i++)
        {
            if (Rule(i) is not (MemberRule.Optional or MemberRule.OptionalNullable or MemberRule.OptionalAny)) Extras = Extras.WithMissing(i);
        }
    }

    private readonly MemberRule Rule(int index) => (MemberRule)rules[index];
}
