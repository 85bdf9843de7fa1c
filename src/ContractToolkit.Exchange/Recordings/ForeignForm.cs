using System.Text.Json;

namespace ContractToolkit.Exchange;

/// <summary>Recognises files that are no recordings but are easily taken for one, so that a message can say what they are and what to do.</summary>
internal static class ForeignForm
{
    private const string Har = "save the traffic as HAR instead";

    /// <summary>What a file is and what to do with it, by its first bytes; null where they do not tell.</summary>
    public static string? OfBytes(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) ? "is a ZIP archive: unpack it, and name the HAR file within"
        : head.StartsWith("http_interactions:"u8) || head.StartsWith("---\nhttp_interactions:"u8) || head.StartsWith("interactions:"u8) ? "is a YAML cassette: " + Har
        : head is [(byte)'<', ..] ? "is no JSON but a page or XML: " + Har
        : null;

    /// <summary>The same, by the first members of the object that it is.</summary>
    public static string? OfMembers(ReadOnlySpan<byte> head)
    {
        Utf8JsonReader reader = new(head, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 512 }));
        bool hasInfo = false;
        try
        {
            while (reader.Read())
            {
                if (reader is not { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }) continue;
                if (reader.ValueTextEquals("openapi"u8) || reader.ValueTextEquals("swagger"u8)) return "is an OpenAPI document, no recording";
                if (reader.ValueTextEquals("mappings"u8)) return "holds WireMock's stubs, which are patterns of requests and no calls: " + Har;
                if (reader.ValueTextEquals("resources"u8) || reader.ValueTextEquals("__export_format"u8)) return "is an export of Insomnia's requests: " + Har;
                hasInfo |= reader.ValueTextEquals("info"u8);
                if (hasInfo && reader.ValueTextEquals("item"u8)) return "is a Postman collection, which holds examples and no calls: 'contract mock' serves it, 'contract import' reads it; to judge traffic " + Har;
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return null;
    }
}
