using System.Text.Json;

namespace ContractToolkit.Json;

/// <content>Looking ahead.</content>
public ref partial struct JsonCursor
{
    /// <summary>The text of a member of the object that is next; null where the object has no such member or its value is neither
    /// a string, a number nor a boolean. The cursor does not move.</summary>
    /// <param name="name">The name in UTF-8.</param>
    public readonly string? FindMember(ReadOnlySpan<byte> name)
    {
        JsonCursor ahead = this;
        for (bool more = ahead.EnterObject(); more; more = ahead.NextMember())
        {
            ReadOnlySpan<byte> found = ahead.ReadName(out JsonStringTraits traits);
            bool match = (traits & JsonStringTraits.Escaped) == 0
                ? found.SequenceEqual(name)
                : JsonText.Decode(found, traits) == System.Text.Encoding.UTF8.GetString(name);
            if (!match)
            {
                ahead.ReadRaw();
                continue;
            }

            return ahead.Kind switch
            {
                JsonValueKind.String => ahead.ReadString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => System.Text.Encoding.UTF8.GetString(ahead.ReadRaw()),
                _ => null,
            };
        }

        return null;
    }
}
