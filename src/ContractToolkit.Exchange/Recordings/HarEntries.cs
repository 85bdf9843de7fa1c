using System.Text.Json;

namespace ContractToolkit.Exchange;

/// <summary>Takes a HAR recording apart into its entries without holding more than one.</summary>
internal static class HarEntries
{
    public static IEnumerable<RecordedText> Read(RecordingBuffer buffer, string name, Action<Finding> problem) =>
        FindEntries(buffer, name, problem) ? EntryList.Read(buffer, 2, name, problem) : [];

    /// <summary>Moves behind the opening bracket of <c>log.entries</c>.</summary>
    private static bool FindEntries(RecordingBuffer buffer, string name, Action<Finding> problem)
    {
        JsonReaderState state = new(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 512 });
        bool waiting = false;
        SourcePosition start = buffer.Position();
        while (true)
        {
            int found = Next(buffer, ref state, ref waiting, out string? fault);
            if (found > 0) return true;
            if (found == 0 && buffer.More()) continue;
            fault ??= found < 0 ? "it has no array log.entries" : buffer.AtEnd ? "it ends before its entries" : "a value before its entries is too large";
            problem(RecordingReader.Problem(name, fault.StartsWith("it ", StringComparison.Ordinal) ? start : buffer.Position(), $"The HAR recording cannot be read: {fault}."));
            return false;
        }
    }

    /// <summary>Reads what is in the window: 1 at the entries, 0 where more is needed, -1 where there are none.</summary>
    private static int Next(RecordingBuffer buffer, ref JsonReaderState state, ref bool waiting, out string? fault)
    {
        fault = null;
        Utf8JsonReader reader = new(buffer.Window.Span, buffer.AtEnd, state);
        try
        {
            while (reader.Read())
            {
                if (waiting && reader.TokenType == JsonTokenType.StartArray)
                {
                    buffer.Advance((int)reader.BytesConsumed);
                    return 1;
                }

                waiting = reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 2 } && reader.ValueTextEquals("entries");
            }
        }
        catch (JsonException)
        {
            fault = buffer.AtEnd ? "it is cut off, or broken, before its entries" : "this is not as the grammar of JSON asks";
            buffer.Advance((int)reader.BytesConsumed);
            return -1;
        }

        buffer.Advance((int)reader.BytesConsumed);
        state = reader.CurrentState;
        return reader is { TokenType: JsonTokenType.EndObject, CurrentDepth: 0 } ? -1 : 0;
    }
}
