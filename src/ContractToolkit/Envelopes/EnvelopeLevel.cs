using ContractToolkit.Json;

namespace ContractToolkit.Envelopes;

/// <summary>What a member of an envelope is.</summary>
internal enum EnvelopePart
{
    /// <summary>Nothing that decides about a success.</summary>
    Other,

    /// <summary>The return code.</summary>
    Code,

    /// <summary>The payload.</summary>
    Data,

    /// <summary>An object on the way to the code or the payload.</summary>
    Level,
}

/// <summary>One object of an envelope: which of its members lead to the code, to the payload, and to the message.</summary>
internal sealed class EnvelopeLevel
{
    private readonly List<string> names = [];
    private readonly List<(EnvelopePart Part, EnvelopeLevel? Next)> members = [];

    private EnvelopeLevel()
    {
    }

    /// <summary>The members by name; all others go into the bag, which is the envelope's reader's way to pass over them.</summary>
    public JsonShape Shape { get; private set; } = JsonShape.Empty;

    /// <summary>What the member at a place of the shape is.</summary>
    public (EnvelopePart Part, EnvelopeLevel? Next) this[int place] => place < 0 ? default : members[place];

    /// <summary>Lays out an envelope; null where the code stands inside the payload, or the payload inside the code.</summary>
    public static EnvelopeLevel? Of(EnvelopeRules rules)
    {
        EnvelopeLevel root = new();
        bool apart = (rules.Code is null || root.TryAdd(rules.Code, EnvelopePart.Code)) && root.TryAdd(rules.Data, EnvelopePart.Data);
        if (!apart) return null;

        // A message elsewhere is not in the way of a success.
        if (rules.Message is { } message) root.TryAdd(message, EnvelopePart.Other);
        root.Close();
        return root;
    }

    private bool TryAdd(string pointer, EnvelopePart part)
    {
        string[] segments = [.. JsonPointer.Split(pointer)];
        EnvelopeLevel level = this;
        for (int i = 0; i < segments.Length; i++)
        {
            bool last = i == segments.Length - 1;
            int place = level.names.IndexOf(segments[i]);
            if (place >= 0 && (last || level.members[place].Next is null)) return false;
            if (place < 0) place = level.Add(segments[i], last ? (part, null) : (EnvelopePart.Level, new EnvelopeLevel()));
            if (!last) level = level.members[place].Next!;
        }

        return segments.Length > 0;
    }

    private int Add(string name, (EnvelopePart, EnvelopeLevel?) member)
    {
        names.Add(name);
        members.Add(member);
        return names.Count - 1;
    }

    private void Close()
    {
        Shape = new JsonShape(hasBag: true, names.Select(name => (char)MemberRule.OptionalAny + name).ToArray());
        foreach ((EnvelopePart _, EnvelopeLevel? next) in members) next?.Close();
    }
}
