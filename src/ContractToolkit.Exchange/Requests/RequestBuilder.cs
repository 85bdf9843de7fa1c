using System.Text;
using System.Text.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Writes requests: an operation and values become method, URL, header fields and body bytes, by the styles and encodings of the contract.</summary>
public sealed class RequestBuilder
{
    private readonly BodyWriter bodies;

    /// <summary>Makes a builder.</summary>
    public RequestBuilder(CompiledContract contract) => bodies = new BodyWriter(contract.Schemas);

    /// <summary>Writes a request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">The values.</param>
    /// <param name="server">The base URL, such as <c>http://localhost:5000/v1</c>, that the operation's path is appended to; null for the
    /// operation's first server with the defaults of its variables, or a URL that is only a path where it has none.</param>
    /// <exception cref="ArgumentException">A path parameter has no value.</exception>
    public ExchangeRequest Build(CompiledOperation operation, RequestValues values, string? server = null)
    {
        var draft = new RequestDraft(operation, values);
        string url = (server ?? ServerUrls.Default(operation.Operation)).TrimEnd('/') + draft.Path() + draft.Query();
        List<HeaderField> headers = draft.Headers();
        byte[] body = values.RawBody ?? [];
        string? contentType = values.RawBody is null ? null : values.MediaType ?? draft.Media()?.Media.Name;
        if (values.Body is { } data && values.RawBody is null)
        {
            CompiledMediaType media = draft.Media() ?? throw new ArgumentException($"{operation.Name} declares no body.", nameof(values));
            WireBody wire = bodies.Write(media, data, values.Files);
            body = wire.Bytes;
            contentType = wire.ContentType;
        }

        if (contentType is not null && !headers.Exists(field => field.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            headers.Add(new HeaderField("Content-Type", contentType));
        }

        return new ExchangeRequest { Method = operation.Operation.Method, Url = url, Headers = headers.ToEquatableArray(), Body = body };
    }
}
