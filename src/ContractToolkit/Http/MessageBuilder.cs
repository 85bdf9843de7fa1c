namespace ContractToolkit.Http;

/// <summary>Makes the HTTP message of a call, without secrets.</summary>
internal sealed class MessageBuilder(ClientContract contract, HttpClient http, ClientOptions options)
{
    /// <summary>Makes a message.</summary>
    /// <exception cref="InvalidOperationException">It is not known where the API is served.</exception>
    public HttpRequestMessage Build(ApiRequest request, ApiOperation operation, IReadOnlyList<Reply> successes)
    {
        HttpRequestMessage message = new(new HttpMethod(operation.Method), request.Address ?? Address(request, operation)) { Content = request.Body?.ToContent() };
        if (http.DefaultRequestVersion is { } version) message.Version = version;
        message.VersionPolicy = http.DefaultVersionPolicy;
        message.SetOperation(operation);
        AddHeaders(message, request, successes);
        return message;
    }

    /// <summary>The address of a call, made of the server, the path and the parameters.</summary>
    /// <exception cref="InvalidOperationException">It is not known where the API is served.</exception>
    public Uri Address(ApiRequest request, ApiOperation operation)
    {
        string? root = options.BaseAddress?.AbsoluteUri ?? http.BaseAddress?.AbsoluteUri ?? operation.Server ?? contract.Server;
        if (root is null)
        {
            throw new InvalidOperationException(
                $"The contract of {contract.Name} names no absolute server URL: set {nameof(ClientOptions)}.{nameof(ClientOptions.BaseAddress)}.");
        }

        int end = root.AsSpan().IndexOfAny('?', '#');
        return new Uri((end < 0 ? root : root[..end]).TrimEnd('/') + request.PathAndQuery(operation.Path));
    }

    private void AddHeaders(HttpRequestMessage message, ApiRequest request, IReadOnlyList<Reply> successes)
    {
        foreach ((string name, string value) in request.Headers) Add(message, name, value);
        if (request.Cookies.Count > 0) Add(message, "Cookie", string.Join("; ", request.Cookies));
        string accept = request.Accept ?? string.Join(", ", successes.Select(reply => reply.MediaType).OfType<string>().Distinct());
        if (accept.Length > 0 && !message.Headers.Contains("Accept")) message.Headers.TryAddWithoutValidation("Accept", accept);
        bool named = message.Headers.Contains("User-Agent") || http.DefaultRequestHeaders.UserAgent.Count > 0;
        if (!named) message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent ?? contract.Name + "-client");
    }

    // A content header that a document declares as a parameter, such as Content-Encoding, belongs to the content.
    private static void Add(HttpRequestMessage message, string name, string value)
    {
        if (message.Headers.TryAddWithoutValidation(name, value)) return;
        if (message.Content is null) return;
        message.Content.Headers.Remove(name);
        if (!message.Content.Headers.TryAddWithoutValidation(name, value))
        {
            throw new InvalidOperationException($"'{name}' is no header name that HTTP allows.");
        }
    }
}
