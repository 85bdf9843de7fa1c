using System.Text.Json;

namespace ContractToolkit.Json;

/// <content>Members, items and comparison.</content>
public readonly partial struct JsonValue
{
    /// <summary>The value of a member; null where the value is no object or has no such member.</summary>
    public JsonValue? this[string member]
    {
        get
        {
            foreach (KeyValuePair<string, JsonValue> pair in Members())
            {
                if (pair.Key == member) return pair.Value;
            }

            return null;
        }
    }

    /// <summary>An item; null where the value is no array or has no such item.</summary>
    public JsonValue? this[int index]
    {
        get
        {
            IReadOnlyList<JsonValue> items = Items();
            return (uint)index < (uint)items.Count ? items[index] : null;
        }
    }

    /// <summary>Whether both are the same JSON value.</summary>
    public static bool operator ==(JsonValue left, JsonValue right) => left.Equals(right);

    /// <summary>Whether they are different JSON values.</summary>
    public static bool operator !=(JsonValue left, JsonValue right) => !left.Equals(right);

    /// <summary>The items of an array; none where the value is no array.</summary>
    public IReadOnlyList<JsonValue> Items()
    {
        if (Kind != JsonValueKind.Array) return [];
        var items = new List<JsonValue>();
        JsonCursor json = Cursor();
        for (bool more = json.EnterArray(); more; more = json.NextItem()) items.Add(Read(ref json));
        return items;
    }

    /// <summary>The members of an object, in order; none where the value is no object.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonValue>> Members()
    {
        if (Kind != JsonValueKind.Object) return [];
        var members = new List<KeyValuePair<string, JsonValue>>();
        JsonCursor json = Cursor();
        for (bool more = json.EnterObject(); more; more = json.NextMember())
        {
            ReadOnlySpan<byte> name = json.ReadName(out JsonStringTraits traits);
            members.Add(new(JsonText.Decode(name, traits), Read(ref json)));
        }

        return members;
    }

    /// <inheritdoc/>
    public bool Equals(JsonValue other)
    {
        if (Utf8.SequenceEqual(other.Utf8)) return true;
        JsonValueKind kind = Kind;
        if (kind != other.Kind) return false;
        return kind switch
        {
            JsonValueKind.String => GetText() == other.GetText(),
            JsonValueKind.Number => NumberText.AreEqual(Utf8, other.Utf8),
            JsonValueKind.Array => Items().SequenceEqual(other.Items()),
            JsonValueKind.Object => HaveEqualMembers(Members(), other.Members()),
            _ => true,
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        JsonValueKind.String => GetText().GetHashCode(StringComparison.Ordinal),
        JsonValueKind.Number => NumberText.Hash(Utf8),
        JsonValueKind.Array => HashCode.Combine(2, Items().Count),
        JsonValueKind.Object => HashCode.Combine(3, Members().Count),
        JsonValueKind kind => (int)kind,
    };

    private static bool HaveEqualMembers(
        IReadOnlyList<KeyValuePair<string, JsonValue>> left, IReadOnlyList<KeyValuePair<string, JsonValue>> right)
    {
        if (left.Count != right.Count) return false;
        var values = new Dictionary<string, JsonValue>(left.Count, StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonValue> pair in left) values[pair.Key] = pair.Value;
        return right.All(pair => values.TryGetValue(pair.Key, out JsonValue value) && value.Equals(pair.Value));
    }

    private string GetText()
    {
        JsonCursor json = Cursor();
        ReadOnlySpan<byte> inside = json.ReadStringToken(out JsonStringTraits traits);
        return JsonText.Decode(inside, traits);
    }
}
