using System.Net;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Sampling;

/// <summary>A content that keeps a bounded copy of what is read of another one, as it is read.</summary>
internal sealed class ObservedContent : HttpContent
{
    private readonly HttpContent inner;
    private readonly int max;
    private readonly Action<ObservedContent> complete;
    private MemoryStream copy = new();
    private bool whole;
    private bool tooLong;

    public ObservedContent(HttpContent inner, int max, Action<ObservedContent> complete)
    {
        this.inner = inner;
        this.max = max;
        this.complete = complete;
        foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in inner.Headers.NonValidated) Headers.TryAddWithoutValidation(name, values);
    }

    /// <summary>What was read.</summary>
    public ReadOnlyMemory<byte> Body => State == BodyState.Complete ? copy.GetBuffer().AsMemory(0, (int)copy.Length) : default;

    /// <summary>Complete where all of it was read, is short enough, and is not packed.</summary>
    public BodyState State => whole && !tooLong && !Headers.NonValidated.Contains("Content-Encoding") ? BodyState.Complete : BodyState.NotRecorded;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Restart();
        await inner.CopyToAsync(new ObservingStream(stream, this), context, cancellationToken).ConfigureAwait(false);
        End();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Restart();
        inner.CopyTo(new ObservingStream(stream, this), context, cancellationToken);
        End();
    }

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) => new ObservingStream(await inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), this);

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => new ObservingStream(inner.ReadAsStream(cancellationToken), this);

    protected override bool TryComputeLength(out long length)
    {
        length = inner.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            complete(this);
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Takes in what passes by.</summary>
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        tooLong |= copy.Length + bytes.Length > max;
        if (!tooLong) copy.Write(bytes);
    }

    /// <summary>The end of the content was reached.</summary>
    internal void End()
    {
        whole = true;
        complete(this);
    }

    private void Restart()
    {
        copy = new MemoryStream();
        tooLong = false;
    }
}
