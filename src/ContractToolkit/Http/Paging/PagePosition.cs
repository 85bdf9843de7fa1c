using System.Globalization;
using System.Text.Json;
using ContractToolkit.Envelopes;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>Where an enumeration of pages stands: what the next request says, and whether there is one.</summary>
internal sealed class PagePosition(PagingRules rules)
{
    private readonly NextUrl url = new(rules.Next ?? "");
    private Uri? nextUrl;
    private JsonValue? next;
    private long number;
    private long seen;
    private byte[]? lastItems;

    /// <summary>Whether the last page has been read.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Makes a request ask for the next page. The first page is the one that the request asks for itself.</summary>
    public void Apply(ApiRequest request)
    {
        if (nextUrl is not null) request.Address = nextUrl;
        else if (next is { } value) request.Set(rules.Position, value);
        else if (rules.Style is PagingStyle.Page or PagingStyle.Offset) number = Number(request.Get(rules.Position)) ?? rules.First;
    }

    /// <summary>Goes on behind a page.</summary>
    /// <param name="request">Its request.</param>
    /// <param name="count">The number of its items.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="address">The address that the client itself calls the operation at.</param>
    /// <exception cref="ContractViolationException">The server answers the same page or cursor again, or leads to another server.</exception>
    public void Advance(ApiRequest request, int count, ApiAnswer answer, Uri address)
    {
        ReadOnlySpan<byte> body = answer.Body.Span;
        seen += count;
        bool? more = rules.More is { } pointer ? Flag(body, pointer) : null;
        if (more == false || IsLast(request, count, body, more == true))
        {
            IsEnd = true;
            return;
        }

        if (rules.Style == PagingStyle.Url) IsEnd = (nextUrl = url.Find(answer, address)) is null;
        else if (rules.Style == PagingStyle.Cursor) Follow(body, answer);
        else Count(count, body, answer);
    }

    private bool IsLast(ApiRequest request, int count, ReadOnlySpan<byte> body, bool more)
    {
        if (rules.Style is PagingStyle.Cursor or PagingStyle.Url) return false;
        if (count == 0) return true;
        if (rules.Total is { } total && Number(Find(body, total)) is { } all && seen >= all) return true;
        return !more && rules.Total is null && rules.Size is { } size && Number(request.Get(size)) is { } asked && count < asked;
    }

    private void Follow(ReadOnlySpan<byte> body, ApiAnswer answer)
    {
        JsonValue? cursor = Find(body, rules.Next ?? "");
        IsEnd = cursor is null || cursor.Value.Kind is JsonValueKind.Null or JsonValueKind.False || (cursor.Value.Kind == JsonValueKind.String && cursor.Value.GetString().Length == 0);
        if (IsEnd) return;
        if (next is { } before && before == cursor!.Value) throw Stuck(answer, rules.Next ?? "", "the server gives the same cursor again");
        next = cursor;
    }

    private void Count(int count, ReadOnlySpan<byte> body, ApiAnswer answer)
    {
        ReadOnlySpan<byte> items = JsonPath.Find(body, rules.Items);
        if (lastItems is not null && items.SequenceEqual(lastItems)) throw Stuck(answer, rules.Items, "the server gives the same page again");
        lastItems = items.ToArray();
        number += rules.Style == PagingStyle.Page ? 1 : count;
        next = rules.IsText ? JsonValue.From(number.ToString(CultureInfo.InvariantCulture)) : number;
    }

    // Going on would never end.
    private static ContractViolationException Stuck(ApiAnswer answer, string pointer, string problem) =>
        ContractViolationException.One(answer, pointer, "x-contract-paging", problem + ": its pages would never end");

    private static bool? Flag(ReadOnlySpan<byte> body, string pointer) => Find(body, pointer)?.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static JsonValue? Find(ReadOnlySpan<byte> body, string pointer)
    {
        ReadOnlySpan<byte> found = JsonPath.Find(body, pointer);
        return found.IsEmpty ? default(JsonValue?) : JsonValue.Parse(found);
    }

    private static long? Number(JsonValue? value)
    {
        string? text = value?.Kind switch { JsonValueKind.Number => value.Value.ToString(), JsonValueKind.String => value.Value.GetString(), _ => null };
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
    }
}
