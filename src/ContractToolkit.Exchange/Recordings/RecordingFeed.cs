namespace ContractToolkit.Exchange;

/// <summary>
/// Hands out the entries of one recording in batches, to as many workers as ask: taking a recording apart costs little beside looking at what it holds, so
/// one worker does it at a time while the others work. Safe to share between threads.
/// </summary>
internal sealed class RecordingFeed : IDisposable
{
    private readonly object gate = new();
    private readonly string name;
    private readonly Action<Finding> problem;
    private RecordingBuffer? buffer;
    private IEnumerator<RecordedText>? entries;

    /// <summary>Opens a recording.</summary>
    /// <param name="stream">The recording.</param>
    /// <param name="name">Its name, as messages show it.</param>
    /// <param name="problem">Receives what could not be read, from any thread, one at a time.</param>
    public RecordingFeed(Stream stream, string name, Action<Finding> problem)
    {
        this.name = name;
        this.problem = problem;
        buffer = new RecordingBuffer(RecordingStream.Open(stream));
        entries = RecordingForm.Entries(buffer, name, problem).GetEnumerator();
    }

    /// <summary>Fills a batch with the next entries; false where there are none left.</summary>
    public bool Fill(RecordingBatch batch)
    {
        batch.Clear();
        lock (gate)
        {
            while (!batch.IsFull && Next()) batch.Add(entries!.Current);
        }

        return batch.Count > 0;
    }

    public void Dispose()
    {
        lock (gate)
        {
            entries?.Dispose();
            buffer?.Dispose();
            (entries, buffer) = (null, null);
        }
    }

    private bool Next()
    {
        if (entries is null) return false;
        try
        {
            if (entries.MoveNext()) return true;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            problem(RecordingReader.Unpacking(name, buffer!.Position(), e.Message));
        }
        catch (IOException e)
        {
            problem(RecordingReader.Problem(name, buffer!.Position(), $"The recording cannot be read to its end: {e.Message}"));
        }

        Dispose();
        return false;
    }
}
