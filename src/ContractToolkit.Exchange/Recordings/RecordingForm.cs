using System.Text.Json;

namespace ContractToolkit.Exchange;

/// <summary>Tells the forms of recordings by their beginnings.</summary>
internal static class RecordingForm
{
    // A recorder's remarks may stand before the part that tells; more than this is no remark.
    private const int MaxLook = 1 << 20;

    /// <summary>The entries of a recording, whatever its form: HAR, an array of exchanges, or one exchange per line.</summary>
    public static IEnumerable<RecordedText> Entries(RecordingBuffer buffer, string name, Action<Finding> problem)
    {
        if (buffer.Peek(3).StartsWith("\uFEFF"u8)) buffer.Advance(3);
        byte first = FirstByte(buffer);
        bool isHar = first == (byte)'{' && IsHar(buffer);
        string? foreign = isHar || first == (byte)'[' ? null : first == (byte)'{' ? ForeignForm.OfMembers(buffer.Window.Span) : ForeignForm.OfBytes(buffer.Peek(64));
        if (foreign is not null)
        {
            problem(RecordingReader.Problem(name, buffer.Position(), $"{name} {foreign}."));
            return [];
        }

        return isHar ? HarEntries.Read(buffer, name, problem) : first == (byte)'[' ? Inside(buffer, name, problem) : NdjsonLines.Read(buffer, name, problem);
    }

    private static IEnumerable<RecordedText> Inside(RecordingBuffer buffer, string name, Action<Finding> problem)
    {
        buffer.Advance(1);
        return EntryList.Read(buffer, 0, name, problem);
    }

    private static byte FirstByte(RecordingBuffer buffer)
    {
        while (true)
        {
            int at = buffer.Window.Span.IndexOfAnyExcept(" \t\r\n"u8);
            buffer.Advance(at < 0 ? buffer.Window.Length : at);
            if (at >= 0) return buffer.Window.Span[0];
            if (!buffer.More()) return 0;
        }
    }

    /// <summary>Whether the object has a member <c>log</c> before any member of an exchange.</summary>
    private static bool IsHar(RecordingBuffer buffer)
    {
        for (int look = 256; ; look *= 4)
        {
            ReadOnlySpan<byte> head = buffer.Peek(look);
            if (Decide(head) is { } har) return har;
            if (buffer.AtEnd || look >= MaxLook) return false;
        }
    }

    private static bool? Decide(ReadOnlySpan<byte> head)
    {
        Utf8JsonReader reader = new(head, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 512 }));
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.EndObject, CurrentDepth: 0 }) return false;
                if (reader is not { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }) continue;
                if (reader.ValueTextEquals("log"u8)) return true;
                if (reader.ValueTextEquals("request"u8) || reader.ValueTextEquals("method"u8) || reader.ValueTextEquals("url"u8)) return false;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return null;
    }
}
