using System.Text.Json;

namespace ContractToolkit.Testing;

/// <summary>Lists the members of a JSON value as pointers with <c>*</c> for every array index; each once.</summary>
internal static class JsonMembers
{
    private const int Deepest = 64;

    public static IReadOnlyCollection<string> Of(ReadOnlyMemory<byte> body)
    {
        HashSet<string> members = new(StringComparer.Ordinal);
        Utf8JsonReader reader = new(body.Span, new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            if (reader.Read()) Walk(ref reader, "", members);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, too deep, or text that is no Unicode: the conformance check judges that; what came before counts.
        }

        return members;
    }

    private static void Walk(ref Utf8JsonReader reader, string at, HashSet<string> members)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string member = JsonPointer.Append(at, reader.GetString()!);
                members.Add(member);
                reader.Read();
                Walk(ref reader, member, members);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            string items = at + "/*";
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) Walk(ref reader, items, members);
        }
    }
}
