using System.Net;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>One declared answer of an operation: when it applies, and how it is read.</summary>
public abstract class Reply
{
    private protected Reply(string status, string? mediaType)
    {
        Status = status;
        MediaType = mediaType;
    }

    /// <summary>The status as declared: <c>200</c>, <c>4XX</c> or <c>default</c>.</summary>
    public string Status { get; }

    /// <summary>The media type or range as declared; null where there is no body.</summary>
    public string? MediaType { get; }

    /// <summary>Whether the body is read as it comes, instead of being buffered.</summary>
    internal virtual bool IsStream => false;

    /// <summary>A JSON body.</summary>
    /// <param name="status">The status as declared.</param>
    /// <param name="mediaType">The media type as declared.</param>
    /// <param name="read">The reader of the codec: of the payload, where the operation has an envelope.</param>
    /// <param name="check">Gives the schema of the whole body; null for no validation.</param>
    public static Reply<T> Json<T>(string status, string mediaType, JsonRead<T> read, Func<SchemaCheck>? check = null) =>
        new JsonReply<T>(status, mediaType, read, check);

    /// <summary>A JSON body of a generated type, checked against the schema of that type.</summary>
    /// <param name="status">The status as declared.</param>
    /// <param name="mediaType">The media type as declared.</param>
    public static Reply<T> Model<T>(string status, string mediaType = "application/json")
        where T : IJsonModel<T> => new JsonReply<T>(status, mediaType, T.Read, static () => T.SchemaCheck);

    /// <summary>A text body.</summary>
    public static Reply<string> Text(string status, string mediaType) => new TextReply(status, mediaType);

    /// <summary>A body that is handed over as a stream.</summary>
    public static Reply<BinaryResponse> Binary(string status, string mediaType) => new BinaryReply(status, mediaType);

    /// <summary>No body, or one that says nothing.</summary>
    /// <param name="status">The status as declared.</param>
    /// <param name="mediaType">The media type of the envelope around nothing; null for no body.</param>
    /// <param name="check">Gives the schema of the whole body; null for no validation.</param>
    public static Reply<Nothing> Empty(string status, string? mediaType = null, Func<SchemaCheck>? check = null) =>
        mediaType is null ? new EmptyReply(status) : new JsonReply<Nothing>(status, mediaType, Nothing.Read, check);

    /// <summary>One JSON value per line (or per record, for <c>application/json-seq</c>), read as they come.</summary>
    public static Reply<IAsyncEnumerable<T>> JsonLines<T>(string status, string mediaType, JsonRead<T> read) =>
        new JsonLinesReply<T>(status, mediaType, read);

    /// <summary>Server-sent events whose data is JSON, read as they come. An event with the data <c>[DONE]</c> ends the stream.</summary>
    public static Reply<IAsyncEnumerable<T>> EventData<T>(string status, string mediaType, JsonRead<T> read) =>
        new EventReply<T>(status, mediaType, context => EventReader.DataAsync(context, read));

    /// <summary>Server-sent events as JSON objects with the members <c>event</c>, <c>data</c>, <c>id</c> and <c>retry</c> (<c>itemSchema</c>).</summary>
    public static Reply<IAsyncEnumerable<T>> EventObjects<T>(string status, string mediaType, JsonRead<T> read) =>
        new EventReply<T>(status, mediaType, context => EventReader.ObjectsAsync(context, read));

    /// <summary>Server-sent events as they are.</summary>
    public static Reply<IAsyncEnumerable<ServerSentEvent>> Events(string status, string mediaType) =>
        new EventReply<ServerSentEvent>(status, mediaType, context => EventReader.EventsAsync(context));

    /// <summary>Reads the answer as the failure that it is.</summary>
    internal abstract Task<ApiException> ToExceptionAsync(ReplyContext context);
}

/// <summary>One declared answer with the type of its value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract class Reply<T> : Reply
{
    private protected Reply(string status, string? mediaType)
        : base(status, mediaType)
    {
    }

    /// <summary>The same answer, its value wrapped in another.</summary>
    public Reply<TResult> As<TResult>(Func<T, TResult> wrap) => new WrappedReply<T, TResult>(this, wrap);

    /// <summary>The same answer, with another reader for its payload.</summary>
    /// <exception cref="NotSupportedException">The answer is no JSON.</exception>
    internal virtual Reply<TOther> Reading<TOther>(JsonRead<TOther> other) => throw new NotSupportedException($"The answer {Status} is no JSON.");

    /// <summary>Takes the value of an ordinary success out of its envelope. False where there is no envelope, and for whatever needs a second look:
    /// then <see cref="ReadAsync"/> decides.</summary>
    internal virtual bool TryRead(ReplyContext context, out T value)
    {
        value = default!;
        return false;
    }

    /// <summary>Reads the value.</summary>
    internal abstract ValueTask<T> ReadAsync(ReplyContext context);

    /// <inheritdoc/>
    internal override async Task<ApiException> ToExceptionAsync(ReplyContext context)
    {
        string message = FormattableString.Invariant($"the server answered {(int)context.Answer.Status} {Name(context.Answer.Status)}.");
        T error = await ReadAsync(context).ConfigureAwait(false);
        return new ApiException<T>(message, context.Answer, error);
    }

    private static string Name(HttpStatusCode status) => Enum.IsDefined(status) ? status.ToString() : "";
}

/// <summary>The value of an answer without a body.</summary>
public readonly record struct Nothing
{
    internal static Nothing Read(ref JsonCursor json)
    {
        json.ReadRaw();
        return default;
    }
}
