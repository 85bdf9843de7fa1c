using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Makes the platform's request message from an exchange's request, byte for byte.</summary>
internal static class RequestMessage
{
    // The URL is a test vector: dots and escapes must reach the server as they were written.
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>The message.</summary>
    /// <param name="request">The request.</param>
    /// <param name="verbatim">Whether the URL is kept as it is; handlers in process take it apart, which such a URL does not allow.</param>
    public static HttpRequestMessage Create(ExchangeRequest request, bool verbatim)
    {
        if (!(verbatim ? Uri.TryCreate(request.Url, in Verbatim, out Uri? url) : Uri.TryCreate(request.Url, UriKind.Absolute, out url)) || !url.IsAbsoluteUri) throw new UriFormatException($"The URL is not absolute: {RequestTarget.Parse(request.Url).Path}");
        HttpRequestMessage message = new(new HttpMethod(request.Method), url);
        if (request.Body.Length > 0 || request.ContentType is not null) message.Content = new ReadOnlyMemoryContent(request.Body);
        foreach (HeaderField field in request.Headers)
        {
            if (message.Headers.TryAddWithoutValidation(field.Name, field.Value)) continue;
            message.Content ??= new ByteArrayContent([]);
            if (!field.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) message.Content.Headers.TryAddWithoutValidation(field.Name, field.Value);
        }

        return message;
    }
}
