using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>Reads server-sent events as WHATWG's HTML standard interprets the stream.</summary>
internal static class EventReader
{
    /// <summary>The events. The exchange ends with the enumeration.</summary>
    public static async IAsyncEnumerable<ServerSentEvent> EventsAsync(
        ReplyContext context, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using HttpResponseMessage response = context.Response;
        Stream stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        RecordReader lines = new(stream, RecordEnd.AnyLineEnd, context.Options.MaxBufferedBody, context.Answer);
        EventBuilder builder = new();
        while (await lines.ReadAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            if (builder.Add(line.Span) is { } done) yield return done;
        }
    }

    /// <summary>The events' data as JSON values.</summary>
    public static async IAsyncEnumerable<T> DataAsync<T>(
        ReplyContext context, JsonRead<T> read, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (ServerSentEvent item in EventsAsync(context, cancellation).ConfigureAwait(false))
        {
            if (item.Data == "[DONE]") yield break;
            yield return context.Read(Encoding.UTF8.GetBytes(item.Data), read);
        }
    }

    /// <summary>The events as JSON objects.</summary>
    public static async IAsyncEnumerable<T> ObjectsAsync<T>(
        ReplyContext context, JsonRead<T> read, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (ServerSentEvent item in EventsAsync(context, cancellation).ConfigureAwait(false))
        {
            yield return context.Read(ToJson(item), read);
        }
    }

    private static ReadOnlySpan<byte> ToJson(ServerSentEvent item)
    {
        JsonWriter writer = new();
        int start = writer.BeginObject();
        Member(writer, "event", item.Type);
        Member(writer, "data", item.Data);
        Member(writer, "id", item.Id);
        if (item.Retry is { } retry)
        {
            writer.WriteName("retry");
            writer.WriteNumber(retry);
        }

        writer.EndObject(start);
        return writer.Written;
    }

    private static void Member(JsonWriter writer, string name, string? value)
    {
        if (value is null) return;
        writer.WriteName(name);
        writer.WriteString(value);
    }
}

/// <summary>Gathers the lines of one event.</summary>
internal sealed class EventBuilder
{
    private readonly StringBuilder data = new();
    private bool hasData;
    private string type = "";
    private string? id;
    private int? retry;

    /// <summary>Adds a line; gives the event when the line, an empty one, ends it.</summary>
    public ServerSentEvent? Add(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty) return Finish();
        int colon = line.IndexOf((byte)':');
        if (colon == 0) return null;
        ReadOnlySpan<byte> field = colon < 0 ? line : line[..colon];
        ReadOnlySpan<byte> value = colon < 0 ? default : line[(colon + 1)..];
        if (value.StartsWith(" "u8)) value = value[1..];
        Set(field, Encoding.UTF8.GetString(value));
        return null;
    }

    private void Set(ReadOnlySpan<byte> field, string value)
    {
        if (field.SequenceEqual("data"u8))
        {
            if (hasData) data.Append('\n');
            data.Append(value);
            hasData = true;
        }
        else if (field.SequenceEqual("event"u8))
        {
            type = value;
        }
        else if (field.SequenceEqual("id"u8) && !value.Contains('\0', StringComparison.Ordinal))
        {
            id = value;
        }
        else if (field.SequenceEqual("retry"u8) && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int time))
        {
            retry = time;
        }
    }

    private ServerSentEvent? Finish()
    {
        ServerSentEvent? done = hasData ? new(type.Length == 0 ? "message" : type, data.ToString(), id, retry) : null;
        data.Clear();
        hasData = false;
        type = "";
        retry = null;
        return done;
    }
}
