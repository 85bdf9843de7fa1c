using System.Text.Json;

namespace ContractToolkit.Exchange;

/// <summary>Takes a HAR recording apart into its entries without holding more than one.</summary>
internal static class HarEntries
{
    public static IEnumerable<(ReadOnlyMemory<byte> Json, int Number, int Line)> Read(RecordingBuffer buffer, string name, Action<Finding> problem)
    {
        JsonReaderState state = new(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 512 });
        bool inEntries = false, waiting = false;
        int number = 0;
        while (true)
        {
            Step step = Next(buffer, ref state, ref inEntries, ref waiting, out int length, out string? fault);
            if (fault is not null)
            {
                problem(RecordingReader.Problem(name, 0, FormattableString.Invariant($"The recording is broken behind entry {number}: {fault}")));
                yield break;
            }

            if (step == Step.Entry)
            {
                yield return (buffer.Window[..length], ++number, 0);
                buffer.Advance(length);
            }
            else if (step == Step.End)
            {
                yield break;
            }
            else if (!buffer.More())
            {
                problem(RecordingReader.Problem(name, 0, FormattableString.Invariant($"The recording is cut off, or too large, behind entry {number}.")));
                yield break;
            }
        }
    }

    private enum Step
    {
        NeedsMore,
        Entry,
        End,
    }

    /// <summary>Moves to the next entry. Whole tokens are consumed from the buffer; an entry that is not there in full waits.</summary>
    private static Step Next(RecordingBuffer buffer, ref JsonReaderState state, ref bool inEntries, ref bool waiting, out int length, out string? fault)
    {
        length = 0;
        fault = null;
        Utf8JsonReader reader = new(buffer.Window.Span, buffer.AtEnd, state);
        JsonReaderState before = state;
        int consumed = 0;
        try
        {
            while (reader.Read())
            {
                if (inEntries && reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 3 })
                {
                    int from = (int)reader.TokenStartIndex;
                    if (!reader.TrySkip()) break;
                    buffer.Advance(from);
                    length = (int)reader.BytesConsumed - from;
                    state = reader.CurrentState;
                    return Step.Entry;
                }

                if (inEntries && reader is { TokenType: JsonTokenType.EndArray, CurrentDepth: 2 }) return Step.End;
                if (waiting && reader.TokenType == JsonTokenType.StartArray) inEntries = true;
                waiting = reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 2 } && reader.ValueTextEquals("entries");
                consumed = (int)reader.BytesConsumed;
                before = reader.CurrentState;
            }
        }
        catch (JsonException e)
        {
            fault = e.Message;
            return Step.End;
        }

        buffer.Advance(consumed);
        state = before;
        return buffer.AtEnd ? Step.End : Step.NeedsMore;
    }
}
