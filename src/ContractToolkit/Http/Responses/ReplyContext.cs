using System.Net.Http.Headers;
using ContractToolkit.Json;
using ContractToolkit.Security;
using ContractToolkit.Validation;

namespace ContractToolkit.Http;

/// <summary>An answer while it is being read.</summary>
internal sealed class ReplyContext(
    ClientContract contract,
    ClientOptions options,
    ApiOperation operation,
    ApiRequest request,
    HttpResponseMessage response,
    CredentialSet secrets,
    CancellationToken cancellation)
{
    private const int MaxViolations = 100;

    /// <summary>The answer; its body is empty where it is a stream.</summary>
    public ApiAnswer Answer { get; private set; } =
        new(operation.Name, response.StatusCode, new ResponseHeaders(response), ReadOnlyMemory<byte>.Empty)
        {
            Sent = new SentRequest(operation.Method, response.RequestMessage?.RequestUri, request),
        };

    /// <summary>The operation.</summary>
    public ApiOperation Operation { get; } = operation;

    /// <summary>The HTTP message.</summary>
    public HttpResponseMessage Response { get; } = response;

    /// <summary>The user's choices.</summary>
    public ClientOptions Options { get; } = options;

    /// <summary>The caller's cancellation.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The media type of the answer; null where the header is missing.</summary>
    public MediaTypeHeaderValue? MediaType => Response.Content.Headers.ContentType;

    // The answer that hands out the token is itself a secret: what a validator found in it must not be quoted.
    private bool IsSecret => contract.Token?.Operation == Operation;

    /// <summary>Reads the body into memory.</summary>
    public async Task BufferAsync(CancellationToken cancellation)
    {
        byte[] body = await BodyBuffer.ReadAsync(Response, Options.MaxBufferedBody, Answer, cancellation).ConfigureAwait(false);
        Answer = Answer with { Body = body };
    }

    /// <summary>Checks the body against its schema, if that is asked for.</summary>
    /// <exception cref="ContractViolationException">It does not fit.</exception>
    public void Validate(ReadOnlySpan<byte> json, Func<SchemaCheck>? check)
    {
        if (!Options.ValidateResponses || check is null) return;
        SchemaCheck schema = check();
        if (schema.IsValid(json, Direction.Response)) return;
        IReadOnlyList<Violation> violations = schema.Validate(json, Direction.Response, MaxViolations);
        if (violations.Count > 0) throw new ContractViolationException(Answer, violations.Select(Redacted).ToArray());
    }

    /// <summary>Reads the body and checks it against its schema, if that is asked for, in the same pass.</summary>
    /// <exception cref="ContractViolationException">It does not fit its schema or its type, or is no JSON.</exception>
    public T Read<T>(ReadOnlySpan<byte> json, JsonRead<T> read, Func<SchemaCheck>? check)
    {
        if (!Options.ValidateResponses || check is null) return Read(json, read);
        try
        {
            T value = check().Read(json, read, Direction.Response, out bool valid);
            if (!valid) Validate(json, check);
            return value;
        }
        catch (JsonReadException exception)
        {
            // The schema says more about what is wrong than the type.
            Validate(json, check);
            throw Violation(exception.Pointer, "type", exception.Problem);
        }
    }

    /// <summary>Reads one JSON value.</summary>
    /// <exception cref="ContractViolationException">It does not fit its type, or is no JSON.</exception>
    public T Read<T>(ReadOnlySpan<byte> json, JsonRead<T> read, string pointer = "")
    {
        try
        {
            return JsonBytes.Read(json, read);
        }
        catch (JsonReadException exception)
        {
            throw Violation(pointer + exception.Pointer, "type", exception.Problem);
        }
    }

    /// <summary>An exception for one broken rule.</summary>
    public ContractViolationException Violation(string pointer, string rule, string message) =>
        ContractViolationException.One(Answer, pointer, rule, Redact(message));

    private Violation Redacted(Violation violation) => violation with { Message = Redact(violation.Message) };

    // A server may echo the secret that it was sent.
    private string Redact(string message) => IsSecret ? "the value does not fit" : secrets.Redact(message);
}
