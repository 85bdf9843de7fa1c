using System.Diagnostics;
using System.Runtime.CompilerServices;
using ContractToolkit.Security;
using ContractToolkit.Telemetry;

namespace ContractToolkit.Http;

/// <summary>Makes the calls of generated clients: message, credentials, one renewal, telemetry, answer.</summary>
public sealed class ApiTransport
{
    private readonly MessageBuilder messages;
    private readonly CredentialResolver credentials;

    /// <summary>Makes a transport over an HTTP client of its own: secrets are put in behind everything that could log them.</summary>
    /// <param name="contract">What the clients of the contract have in common.</param>
    /// <param name="options">The user's choices.</param>
    public ApiTransport(ClientContract contract, ClientOptions options)
        : this(contract, OwnHttpClient(), options) => CredentialsInHandler = true;

    /// <summary>Makes a transport.</summary>
    /// <param name="contract">What the clients of the contract have in common.</param>
    /// <param name="http">The HTTP client; the caller owns it.</param>
    /// <param name="options">The user's choices.</param>
    public ApiTransport(ClientContract contract, HttpClient http, ClientOptions options)
    {
        Contract = contract;
        Options = options;
        Http = http;
        messages = new MessageBuilder(contract, http, options);
        credentials = new CredentialResolver(this);
    }

    /// <summary>What the clients of the contract have in common.</summary>
    public ClientContract Contract { get; }

    /// <summary>The user's choices.</summary>
    public ClientOptions Options { get; }

    /// <summary>The HTTP client.</summary>
    public HttpClient Http { get; }

    /// <summary>
    /// Whether a <see cref="CredentialHandler"/> stands directly before the network in the HTTP client's chain of handlers, so that secrets are not
    /// put into the message before, where loggers see them. The registration with dependency injection sets it.
    /// </summary>
    public bool CredentialsInHandler { get; init; }

    /// <summary>The address that a call goes to by the contract and the options.</summary>
    internal Uri AddressOf(ApiRequest request, ApiOperation operation) => messages.Address(request, operation);

    /// <summary>A multipart body to add parts to.</summary>
    public MultipartForm Multipart(string subtype = "form-data") => new(Options.MultipartBoundary?.Invoke()) { Subtype = subtype };

    /// <summary>Makes a call without a result.</summary>
    public Task SendAsync(ApiRequest request, ApiOperation<Nothing> operation, CancellationToken cancellationToken) =>
        SendAsync<Nothing>(request, operation, cancellationToken);

    /// <summary>Makes a call.</summary>
    /// <exception cref="ApiException">The server answered a failure.</exception>
    /// <exception cref="ReturnCodeException">The envelope's code is no success.</exception>
    /// <exception cref="ContractViolationException">The answer breaks the contract.</exception>
    /// <exception cref="HttpRequestException">The server could not be reached.</exception>
    public async Task<T> SendAsync<T>(ApiRequest request, ApiOperation<T> operation, CancellationToken cancellationToken) =>
        (await ExchangeAsync(request, operation, cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>Makes a call, and gives the answer beside its value.</summary>
    internal async Task<(T Value, ApiAnswer Answer)> ExchangeAsync<T>(ApiRequest request, ApiOperation<T> operation, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        using Activity? activity = ClientTelemetry.Start(Contract.Name, operation);
        int? status = null;
        string? error = null;
        try
        {
            (T value, ApiAnswer answer) = await Deadline.RunAsync(
                Options, cancellationToken, limited => CallAsync(request, operation, limited, cancellationToken)).ConfigureAwait(false);
            status = (int)answer.Status;
            AnswerCapture.Offer(answer);
            return (value, answer);
        }
        catch (Exception exception)
        {
            error = exception.GetType().Name;
            if (exception is ApiException { Answer: var answer }) status = (int)answer.Status;
            throw;
        }
        finally
        {
            ClientTelemetry.Finish(activity, Contract.Name, operation, status, error, Stopwatch.GetElapsedTime(started));
        }
    }

    /// <summary>Makes a call whose answer is a sequence; it begins with the enumeration and ends with it.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        ApiRequest request, ApiOperation<IAsyncEnumerable<T>> operation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<T> items = await SendAsync(request, operation, cancellationToken).ConfigureAwait(false);
        await foreach (T item in items.WithCancellation(cancellationToken).ConfigureAwait(false)) yield return item;
    }

    /// <summary>Makes one call and reads its raw answer; used for the token.</summary>
    internal async Task<ApiAnswer> SendRawAsync(ApiRequest request, ApiOperation operation, CancellationToken cancellation)
    {
        CredentialSet none = new();
        using HttpResponseMessage response = await SendOnceAsync(request, operation, [], none, cancellation).ConfigureAwait(false);
        ReplyContext context = new(Contract, Options, operation, request, response, none, cancellation);
        await context.BufferAsync(cancellation).ConfigureAwait(false);
        return context.Answer;
    }

    private async Task<(T Value, ApiAnswer Answer)> CallAsync<T>(
        ApiRequest request, ApiOperation<T> operation, CancellationToken limited, CancellationToken callers)
    {
        for (bool renewed = false; ; renewed = true)
        {
            CredentialSet secrets = await credentials.ResolveAsync(operation, limited).ConfigureAwait(false);
            HttpResponseMessage response = await SendOnceAsync(request, operation, operation.Successes, secrets, limited).ConfigureAwait(false);
            ReplyContext context = new(Contract, Options, operation, request, response, secrets, callers);
            bool streams = false;
            try
            {
                Reply<T>? success = ReplySelection.Success(operation, context);
                streams = success is { IsStream: true };
                if (!streams) await context.BufferAsync(limited).ConfigureAwait(false);
                bool mayRenew = !renewed && request.Body is not { CanRepeat: false };
                if (mayRenew && credentials.RenewsOnStatus(context) && secrets.Refuse()) continue;
                if (success is not null && success.TryRead(context, out T value)) return (value, context.Answer);
                if (mayRenew && credentials.RenewsOnCode(context) && secrets.Refuse()) continue;
                if (success is null) throw await ReplySelection.FailureAsync(operation, context).ConfigureAwait(false);
                return (await success.ReadAsync(context).ConfigureAwait(false), context.Answer);
            }
            catch
            {
                streams = false;
                throw;
            }
            finally
            {
                if (!streams) response.Dispose();
            }
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        ApiRequest request, ApiOperation operation, IReadOnlyList<Reply> successes, CredentialSet secrets, CancellationToken cancellation)
    {
        HttpRequestMessage message = messages.Build(request, operation, successes);
        Options.OnRequest?.Invoke(message);
        if (CredentialsInHandler) return await SendBehindHandlerAsync(message, secrets, cancellation).ConfigureAwait(false);
        Action restore = secrets.Apply(message);
        try
        {
            return await Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        }
        finally
        {
            restore();
        }
    }

    private async Task<HttpResponseMessage> SendBehindHandlerAsync(
        HttpRequestMessage message, CredentialSet secrets, CancellationToken cancellation)
    {
        message.Options.Set(CredentialSet.Key, secrets);
        HttpResponseMessage response =
            await Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        if (secrets.Applied || secrets.IsEmpty) return response;
        response.Dispose();
        throw new InvalidOperationException(
            "ApiTransport.CredentialsInHandler is set, but no CredentialHandler stands in the HTTP client's chain: the call went out without credentials.");
    }

    private static HttpClient OwnHttpClient()
    {
        SocketsHttpHandler network = new() { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        return new HttpClient(new CredentialHandler(network)) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
