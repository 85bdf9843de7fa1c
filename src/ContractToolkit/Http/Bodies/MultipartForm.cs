using System.Text;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>
/// A <c>multipart/form-data</c> body. Parts stand in the order in which they are added, names are quoted, a text part carries no
/// content type unless the contract gives it one, and absent members leave nothing behind.
/// </summary>
/// <param name="boundary">The boundary; null for a random one.</param>
public sealed class MultipartForm(string? boundary = null) : RequestBody
{
    private readonly List<MultipartPart> parts = [];
    private readonly string boundary = boundary ?? "contract-" + Guid.NewGuid().ToString("N");
    private int latest;

    /// <summary>The subtype of <c>multipart/</c>.</summary>
    public string Subtype { get; init; } = "form-data";

    /// <inheritdoc/>
    public override bool CanRepeat => parts.TrueForAll(part => part.File?.CanRepeat ?? true);

    /// <summary>Adds a part of text.</summary>
    public MultipartForm Text(string name, string? value, string? contentType = null)
    {
        latest = parts.Count;
        if (value is not null) Add(name, value, contentType);
        return this;
    }

    /// <summary>Adds a file.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="file">The file; null for none.</param>
    /// <param name="contentType">The content type of the contract; the file's own goes before it.</param>
    public MultipartForm File(string name, BinaryContent? file, string? contentType = null)
    {
        latest = parts.Count;
        if (file is not null) Add(name, file, contentType);
        return this;
    }

    /// <summary>Adds files as parts of one name.</summary>
    public MultipartForm Files(string name, IEnumerable<BinaryContent>? files, string? contentType = null)
    {
        latest = parts.Count;
        foreach (BinaryContent file in files ?? []) Add(name, file, contentType);
        return this;
    }

    /// <summary>Adds a member of any type: scalars as text, objects as JSON, arrays as one part per item.</summary>
    public MultipartForm Member<T>(string name, T value, JsonWrite<T> write, FormEncoding? encoding = null)
    {
        latest = parts.Count;
        if (value is not null) Member(name, JsonBytes.ToWire(value, write), encoding);
        return this;
    }

    /// <summary>Adds parts without names, one per item: what <c>multipart/mixed</c> and its kin carry.</summary>
    public MultipartForm Items<T>(IEnumerable<T> items, JsonWrite<T> write, FormEncoding? encoding = null)
    {
        foreach (T item in items) Member("", item, write, encoding);
        return this;
    }

    /// <summary>Adds every member of a value that is an object in JSON.</summary>
    public MultipartForm Members<T>(T value, JsonWrite<T> write, params FormEncoding[] encodings)
    {
        foreach ((string name, WireValue member) in JsonBytes.ToWire(value, write).Members ?? [])
        {
            Member(name, member, FormEncoder.Find(encodings, name));
        }

        return this;
    }

    /// <summary>Adds a header to each part that the call before added: what an encoding object declares.</summary>
    /// <param name="name">The header.</param>
    /// <param name="value">Its value; null for none.</param>
    /// <param name="write">The writer of the value's codec.</param>
    /// <param name="explode">Whether the members of an object are joined by equals signs.</param>
    public MultipartForm PartHeader<T>(string name, T? value, JsonWrite<T> write, bool explode = false)
    {
        if (value is null) return this;
        string text = StyleWriter.Header(JsonBytes.ToWire(value, write), WireStyle.Simple, explode, static text => text);
        for (int i = latest; i < parts.Count; i++) parts[i] = parts[i] with { Headers = [.. parts[i].Headers, new(name, text)] };
        return this;
    }

    /// <summary>The same for a struct that may be missing.</summary>
    public MultipartForm PartHeader<T>(string name, T? value, JsonWrite<T> write, bool explode = false)
        where T : struct => value is null ? this : PartHeader(name, value.Value, write, explode);

    /// <inheritdoc/>
    internal override JsonValue? Find(string pointer)
    {
        MultipartPart? part = parts.Find(part => part.Name == Name(pointer) && part.File is null);
        return part is null ? default(JsonValue?) : JsonValue.From(Encoding.UTF8.GetString(part.Text.Span));
    }

    /// <inheritdoc/>
    internal override RequestBody With(string pointer, JsonValue value)
    {
        parts.RemoveAll(part => part.Name == Name(pointer));
        return Member(Name(pointer), value, RawCodec.Write);
    }

    /// <inheritdoc/>
    public override HttpContent ToContent()
    {
        MultipartHttpContent content = new(parts, boundary, named: Subtype == "form-data");
        SetContentType(content, $"multipart/{Subtype}; boundary={boundary}");
        return content;
    }

    private static string Name(string pointer) => JsonPointer.Unescape(pointer[1..]);

    private void Add(string name, string text, string? contentType) =>
        parts.Add(new MultipartPart(name, Encoding.UTF8.GetBytes(text), null, contentType));

    private void Add(string name, BinaryContent file, string? contentType) =>
        parts.Add(new MultipartPart(name, default, file, file.ContentType ?? First(contentType)));

    private void Member(string name, WireValue value, FormEncoding? encoding)
    {
        if (value.IsNull) return;
        if (encoding?.Style is { } style)
        {
            foreach ((string partName, string text) in StyledParts(name, value, style, encoding.Explode)) Add(partName, text, null);
        }
        else if (value.Items is { } items)
        {
            // The encoding holds for each item (OpenAPI, "Encoding multipart").
            foreach (WireValue item in items) Member(name, item, encoding);
        }
        else if (encoding is { IsJson: true })
        {
            Add(name, value.Json, First(encoding.ContentType));
        }
        else
        {
            Add(name, value.Text, First(encoding?.ContentType) ?? (value.Scalar is null ? "application/json" : null));
        }
    }

    // RFC 7578 has no escaping, so the styles' delimiters are the only difference to a query.
    private static IEnumerable<(string Name, string Text)> StyledParts(string name, WireValue value, WireStyle style, bool explode)
    {
        foreach (string pair in StyleWriter.Pairs(name, value, style, explode, static text => Uri.EscapeDataString(text)))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            yield return (Uri.UnescapeDataString(pair[..equals]), Uri.UnescapeDataString(pair[(equals + 1)..]));
        }
    }

    private static string? First(string? contentTypes)
    {
        string? first = contentTypes?.Split(',')[0].Trim();
        return first is null || first.Contains('*', StringComparison.Ordinal) ? null : first;
    }
}
