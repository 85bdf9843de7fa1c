using System.Text.Json;

namespace ContractToolkit.Exchange;

/// <summary>Says whether bytes are one JSON value.</summary>
internal static class JsonSyntax
{
    /// <summary>What is wrong with the text, with line and column; null where it is well-formed.</summary>
    public static string? Problem(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOfAnyExcept(" \t\r\n"u8) < 0) return "it is empty";
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 512 });
        try
        {
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException malformed)
        {
            return FormattableString.Invariant($"line {(malformed.LineNumber ?? 0) + 1}, byte {(malformed.BytePositionInLine ?? 0) + 1} is not as the grammar asks");
        }
    }
}
