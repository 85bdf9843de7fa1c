using System.Text.Json;

namespace ContractToolkit.Drift.Import.Documents;

/// <summary>A node of an OpenAPI document that is being drafted: ordered and mutable.</summary>
public abstract class DraftNode
{
    /// <summary>The line of the page that it was read from; 0 where that is not known.</summary>
    public int Line { get; set; }

    /// <summary>The draft of a JSON value, members in their order.</summary>
    public static DraftNode FromJson(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                DraftMap map = new();
                foreach (JsonProperty member in value.EnumerateObject()) map[member.Name] = FromJson(member.Value);
                return map;
            case JsonValueKind.Array:
                DraftList list = new();
                list.Items.AddRange(value.EnumerateArray().Select(FromJson));
                return list;
            case JsonValueKind.String:
                return new DraftText(value.GetString()!);
            default:
                return new DraftRaw(value.GetRawText());
        }
    }
}

/// <summary>A string.</summary>
/// <param name="text">The text.</param>
public sealed class DraftText(string text) : DraftNode
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;
}

/// <summary>A number, a boolean or null, as JSON writes it.</summary>
/// <param name="json">The JSON text.</param>
public sealed class DraftRaw(string json) : DraftNode
{
    /// <summary>The JSON text.</summary>
    public string Json { get; } = json;
}

/// <summary>A sequence.</summary>
public sealed class DraftList : DraftNode
{
    /// <summary>The items.</summary>
    public List<DraftNode> Items { get; } = [];

    /// <summary>A sequence of strings.</summary>
    public static DraftList OfTexts(IEnumerable<string> texts)
    {
        DraftList list = new();
        list.Items.AddRange(texts.Select(text => new DraftText(text)));
        return list;
    }
}

/// <summary>A mapping that keeps the order in which members were added.</summary>
public sealed class DraftMap : DraftNode
{
    private readonly List<string> order = [];
    private readonly Dictionary<string, DraftNode> members = new(StringComparer.Ordinal);

    /// <summary>The members, in order.</summary>
    public IEnumerable<KeyValuePair<string, DraftNode>> Members => order.Select(name => new KeyValuePair<string, DraftNode>(name, members[name]));

    /// <summary>The number of members.</summary>
    public int Count => order.Count;

    /// <summary>A member; null where there is none. Setting replaces in place or appends.</summary>
    public DraftNode? this[string name]
    {
        get => members.GetValueOrDefault(name);
        set
        {
            if (value is null) return;
            if (!members.ContainsKey(name)) order.Add(name);
            members[name] = value;
        }
    }

    /// <summary>Removes a member, if it is there.</summary>
    public void Remove(string name)
    {
        if (members.Remove(name)) order.Remove(name);
    }

    /// <summary>Adds a text member unless the text is null or empty.</summary>
    public DraftMap With(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) this[name] = new DraftText(text);
        return this;
    }

    /// <summary>Adds a member.</summary>
    public DraftMap With(string name, DraftNode node)
    {
        this[name] = node;
        return this;
    }

    /// <summary>The mapping below a name, made where it is absent.</summary>
    public DraftMap Map(string name)
    {
        if (this[name] is not DraftMap map) this[name] = map = new DraftMap();
        return map;
    }
}
