using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>
/// Put into the chain of an <see cref="HttpClient"/>, it lets anybody's integration tests assert the contract: each answer, and where wanted
/// each request, is judged as it passes, and a test whose application breaks the contract fails with the finding.
/// </summary>
/// <param name="contract">The contract.</param>
/// <param name="assertRequests">Whether requests are judged too.</param>
public sealed class ContractAssertingHandler(CompiledContract contract, bool assertRequests = false) : DelegatingHandler
{
    private readonly ExchangeValidator validator = new(contract, new() { CheckSecurity = false });
    private readonly ExchangeScrubber scrubber = new(contract, new SecretScrubber());

    /// <summary>Sends the request on and judges the exchange.</summary>
    /// <exception cref="ContractViolationException">The exchange breaks the contract.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] sent = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        // Buffered, so that the test can read what was judged.
        await response.Content.LoadIntoBufferAsync().ConfigureAwait(false);
        byte[] came = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        HttpExchange exchange = new()
        {
            Request = new() { Method = request.Method.Method, Url = request.RequestUri?.OriginalString ?? "", Headers = Fields(request.Headers, request.Content), Body = sent },
            Response = new() { Status = (int)response.StatusCode, Headers = Fields(response.Headers, response.Content), Body = came },
        };
        Demand(exchange, validator.Validate(exchange));
        return response;
    }

    private void Demand(HttpExchange exchange, ExchangeVerdict verdict)
    {
        IEnumerable<Finding> judged = assertRequests ? verdict.Findings : verdict.Response?.Findings ?? [];
        Finding[] errors = [.. judged.Where(finding => finding.Level == FindingLevel.Error)];
        if (errors.Length == 0) return;
        string list = string.Join("\n", errors.Select(finding => $"{finding.Id} {finding.Operation}: {finding.Message} ({finding.Document})"));
        throw new ContractViolationException($"{list}\n{CurlLine.Of(scrubber.Scrub(exchange.Request))}");
    }

    private static EquatableArray<HeaderField> Fields(System.Net.Http.Headers.HttpHeaders headers, HttpContent? content) =>
        headers.NonValidated.Concat(content is null ? [] : content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => new HeaderField(header.Key, value))).ToEquatableArray();
}
